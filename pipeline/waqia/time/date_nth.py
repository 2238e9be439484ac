"""Weekdays, weeks and days counted in a month (أول ثلاثاء من نوفمبر "the first Tuesday of November"), or of a week.

The weeks counted are whole ones, Monday to Sunday: the first begins in the month, the last ends in it.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from waqia.time.expressions import Expression
from waqia.time.scan import Scan

_OF = frozenset({"من", "في"})
_LAST = frozenset({"اخر"})
_LATEST = frozenset({"الاخير", "الاخيره"})
_DAY_NOUNS = {"يوم": "D", "اسبوع": "W"}
_FEMININE = ("ة", "ى")
_MOST = 5
_MOST_OF = {"D": 31, "W": _MOST}
_RULES = {"D": "time.date.day", "W": "time.date.counted_week"}


@dataclass(frozen=True, slots=True)
class _Counted:
    """The nth (-1 the last) weekday, or day or week (``unit``), told from token ``first``."""

    nth: int
    first: int
    unit: str
    weekday: int | None = None


def counted_in_month(scan: Scan, made: Expression, reached: int) -> bool:
    """Take in أول ثلاثاء من, ثالث يوم ب, الجمعة الأخيرة من, الأسبوع الأول من before a month; True where it stands."""
    last = made.first
    if scan.norm(last - 1) in _OF and not made.cut:
        last -= 1
    elif scan.norm(last)[: made.cut] != "ب":
        return False
    found = _ordinal_first(scan, last) or _noun_first(scan, last)
    if found is None or found.first < reached:
        return False
    head = scan.sense(found.first)
    made.first, made.cut = found.first, head.cut if head else 0
    made.weekday, made.nth, made.days = found.weekday, found.nth, ()
    made.rule = "time.date.counted_weekday" if found.weekday is not None else _RULES[found.unit]
    if found.unit == "D" and found.weekday is None and found.nth > 0:
        made.days, made.nth = (found.nth,), None
    elif found.weekday is None:
        made.nth_unit = found.unit
    return True


def _ordinal_first(scan: Scan, last: int) -> _Counted | None:
    """Read أول ثلاثاء, ثالث يوم ثلاثاء, آخر يوم, أول أسبوع before ``last``."""
    sense = scan.sense(last - 1)
    weekday = scan.role(last - 1, "weekday_bare")
    bare = sense is None or not (sense.cut or sense.article)
    if weekday is not None and sense is not None and bare:
        nth, start = _ordinal_before(scan, last - 1 - (scan.norm(last - 2) == "يوم"), _MOST)
        return None if nth is None else _Counted(nth, start, "D", int(weekday.value))
    unit = _DAY_NOUNS.get(scan.norm(last - 1))
    nth, start = _ordinal_before(scan, last - 1, _MOST_OF[unit]) if unit is not None else (None, last)
    return None if unit is None or nth is None else _Counted(nth, start, unit)


def _noun_first(scan: Scan, last: int) -> _Counted | None:
    """Read الجمعة الأخيرة, الأربعاء الثانية, الأسبوع الأول, اليوم الثالث before ``last``.

    A weekday with a masculine ordinal is left: الأحد الرابع من أكتوبر is first of all Sunday the fourth.
    """
    nth, start, feminine = _definite_ordinal(scan, last)
    if nth is None:
        return None
    weekday = scan.role(start - 1, "weekday")
    sense = scan.sense(start - 1)
    if weekday is not None and sense is not None and (feminine or nth < 0):
        return _Counted(nth, start - 1, "D", int(weekday.value)) if nth <= _MOST else None
    norm = scan.norm(start - 1)
    unit = _DAY_NOUNS.get(norm[sense.cut :].removeprefix("ال")) if sense is not None and sense.article else None
    if unit is None or feminine or nth > _MOST_OF[unit]:
        return None
    return _Counted(nth, start - 1, unit)


def _definite_ordinal(scan: Scan, last: int) -> tuple[int | None, int, bool]:
    """Return (nth, its first token, whether it is feminine) of the ordinal with ال before ``last``."""
    if scan.norm(last - 1) in _LATEST:
        return -1, last - 1, False
    quantity = scan.ending.get(last)
    if quantity is None or not quantity.ordinal or not quantity.article or quantity.cut:
        return None, last, False
    feminine = scan.tokens[quantity.first].clean.endswith(_FEMININE)
    return int(quantity.value), quantity.first, feminine


def weekday_is_counted(scan: Scan, index: int) -> bool:
    """True where an ordinal that counts weekdays of a month stands at ``index``: الجمعة *الأخيرة من* رمضان."""
    quantity = scan.quantities.get(index)
    last = quantity.last if quantity is not None else index + 1
    nth, start, feminine = _definite_ordinal(scan, last)
    if nth is None or start != index or not (feminine or nth < 0) or scan.norm(last) not in _OF:
        return False
    return bool(scan.match(last + 1, "month") or scan.match(last + 1, "period"))


def _ordinal_before(scan: Scan, last: int, most: int) -> tuple[int | None, int]:
    sense = scan.sense(last - 1)
    if sense is not None and scan.norm(last - 1)[sense.cut :] in _LAST and not sense.article:
        return -1, last - 1
    quantity = scan.ending.get(last)
    if quantity is None or not quantity.ordinal or quantity.article or not 1 <= quantity.value <= most:
        return None, last
    return int(quantity.value), quantity.first


def counted_after(scan: Scan, made: Expression, reached: int) -> None:
    """Take in أول جمعة بعد before a full day: أول جمعة بعد 4 أكتوبر 2021 "the first Friday after ..."."""
    if scan.norm(made.first - 1) != "بعد" or made.cut or made.weekday is not None:
        return
    found = _ordinal_first(scan, made.first - 1)
    if found is None or found.weekday is None or found.nth < 0 or found.first < reached:
        return
    head = scan.sense(found.first)
    made.first, made.cut, made.rule = found.first, head.cut if head else 0, "time.date.counted_weekday"
    made.after = (found.nth, found.weekday)


def weekday_of_week(scan: Scan, made: Expression, reached: int) -> None:
    """Take in the weekday of خميس الأسبوع الماضي "Thursday of last week"."""
    at = made.first - 1
    weekday, sense = scan.role(at, "weekday_bare"), scan.sense(at)
    if made.unit != "W" or made.cut or made.relation is None or at < reached or weekday is None or sense is None:
        return
    if sense.article or made.in_text:
        return
    made.weekday, made.week_offset = int(weekday.value), made.relation
    made.first, made.cut, made.rule = at, sense.cut, "time.date.weekday"


def recounted(scan: Scan, left: Expression, right: Expression) -> Expression:
    """Read الثلاثاء الثالث من أيلول 2014 as the third Tuesday where the third is no Tuesday."""
    quantity = scan.quantities.get(left.last)
    if (
        quantity is None
        or not quantity.ordinal
        or left.weekday is None
        or right.year is None
        or right.month is None
        or right.calendar != "gregorian"
    ):
        return right
    day = right.days[0] if len(right.days) == 1 else 0
    if not 1 <= day <= _MOST or date(right.year, right.month, day).isoweekday() == left.weekday:
        return right
    if nth_day(right.year, right.month, left.weekday, day) is None:
        return right
    return replace(right, nth=day, weekday=left.weekday, days=())


def nth_day(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth weekday of a month, -1 the last; None where the month has none."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (4 if nth < 0 else nth - 1))
    if nth < 0 and day.month != month:
        day -= timedelta(days=7)
    return day if day.month == month else None


def nth_of_month(expression: Expression, year: int, month: int) -> str | None:
    """Return the day or week counted in a month as YYYY-MM-DD or YYYY-Www; None where the month has none."""
    nth = expression.nth or 1
    if expression.nth_unit == "D":
        return date(year, month, monthrange(year, month)[1]).isoformat()
    last_week = expression.nth_unit == "W" and nth < 0
    day = nth_day(year, month, 7 if last_week else expression.weekday or 1, nth)
    if day is None:
        return None
    if expression.nth_unit == "W":
        week = day.isocalendar()
        return f"{week.year:04}-W{week.week:02}"
    return day.isoformat()


def weekday_after(value: str | None, nth: int, weekday: int) -> str | None:
    """Return the nth weekday strictly after a day written YYYY-MM-DD; None for anything else."""
    if value is None or len(value) != 10:
        return None
    day = date.fromisoformat(value)
    return (day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1 + 7 * (nth - 1))).isoformat()
