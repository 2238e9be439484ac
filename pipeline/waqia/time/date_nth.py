"""Weekdays counted in a month (أول ثلاثاء من نوفمبر "the first Tuesday of November") or named by a week."""

from dataclasses import replace
from datetime import date, timedelta

from waqia.time.expressions import Expression
from waqia.time.scan import Scan

_OF = frozenset({"من", "في"})
_LAST = frozenset({"اخر"})
_MOST = 5


def counted_weekday(scan: Scan, made: Expression, reached: int) -> bool:
    """Take in أول ثلاثاء من, ثالث يوم ثلاثاء ب, آخر جمعة في before a month; True where one stands there."""
    last = made.first
    if scan.norm(last - 1) in _OF and not made.cut:
        last -= 1
    elif scan.norm(last)[: made.cut] != "ب":
        return False
    weekday = scan.role(last - 1, "weekday_bare")
    sense = scan.sense(last - 1)
    if weekday is None or sense is None or sense.cut or sense.article:
        return False
    first = last - 1 - (scan.norm(last - 2) == "يوم")
    nth, start = _ordinal_before(scan, first)
    if nth is None or start < reached:
        return False
    head = scan.sense(start)
    made.nth, made.weekday, made.days = nth, int(weekday.value), ()
    made.first, made.cut = start, head.cut if head else 0
    return True


def _ordinal_before(scan: Scan, last: int) -> tuple[int | None, int]:
    sense = scan.sense(last - 1)
    if sense is not None and scan.norm(last - 1)[sense.cut :] in _LAST and not sense.article:
        return -1, last - 1
    quantity = scan.ending.get(last)
    if quantity is None or not quantity.ordinal or quantity.article or not 1 <= quantity.value <= _MOST:
        return None, last
    return int(quantity.value), quantity.first


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
