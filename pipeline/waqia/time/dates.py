"""Dates: find every calendar reference of a text and resolve it."""

from collections.abc import Callable
from datetime import date

from waqia.time.calendars import resolve, timex3
from waqia.time.date_anchors import read_dayref, read_month, read_weekday
from waqia.time.date_digits import read_number
from waqia.time.date_feasts import read_feast
from waqia.time.date_nth import counted_after, recounted
from waqia.time.date_periods import (
    read_century,
    read_decade,
    read_decade_name,
    read_period,
    read_season,
    read_years,
)
from waqia.time.expressions import Expression
from waqia.time.mentions import Date
from waqia.time.scan import Match, Scan

_COMMAS = frozenset({"،", ","})
_RANGE_WORDS = frozenset({"و", "الي", "حتي", "غايه", "وحتي", "والي", "ومن", "-", "–", "،", "من", "او"})
_ZONES = frozenset({"gmt", "utc", "GMT", "UTC"})
_READERS: tuple[tuple[str, Callable[[Scan, Match, int], Expression | None]], ...] = (
    ("feast", read_feast),
    ("dayref", read_dayref),
    ("month", read_month),
    ("weekday", read_weekday),
    ("decade_name", read_decade_name),
    ("century", read_century),
    ("decade", read_decade),
    ("period", read_period),
    ("season", read_season),
)


def find_expressions(scan: Scan) -> list[Expression]:
    """Return every date expression in order, none overlapping."""
    found: list[Expression] = []
    reached = 0
    for at in scan.anchors:
        if at < reached:
            continue
        for made in _read(scan, at, reached, found[-1] if found else None):
            if made.first < reached and not (made.piece and made.piece[0]):
                continue
            joined = _join(scan, found[-1], made) if found else None
            if joined is None:
                _share_year(scan, found, made)
                made.named = made.named or _habit_goes_on(scan, found, made)
                found.append(made)
            else:
                found[-1] = joined
            reached = found[-1].last
    return found


def to_dates(scan: Scan, expressions: list[Expression], reference: date | None) -> list[Date]:
    """Resolve the expressions and return them as mentions at raw offsets."""
    dates: list[Date] = []
    years: set[int] = set()
    if reference is None:
        reference = _dateline(scan, expressions)
    for expression in expressions:
        value = resolve(expression, reference, next(iter(years)) if len(years) == 1 else None)
        if expression.year is not None and expression.calendar == "gregorian":
            years.add(expression.year)
        start, end = _raw(scan, expression)
        dates.append(Date(start, end, scan.text.raw[start:end], value, timex3(expression, value), expression.rule))
    return dates


def _dateline(scan: Scan, expressions: list[Expression]) -> date | None:
    """Return the day that the text itself gives as its own: آخر تحديث: الخميس 4 فبراير 2010."""
    for expression in expressions[:3]:
        for back in (1, 2):
            if scan.match_ending(expression.first - back + 1, "dateline"):
                value = resolve(expression, None, None)
                return date.fromisoformat(value) if value is not None and len(value) == 10 else None
    return None


def _raw(scan: Scan, expression: Expression) -> tuple[int, int]:
    if expression.piece is None:
        return scan.raw(expression.first, expression.last, expression.cut)
    at = scan.tokens[expression.first].at
    return scan.text.view.raw_span(at + expression.piece[0], at + expression.piece[1])


def _share_year(scan: Scan, found: list[Expression], made: Expression) -> None:
    """Give the year of the last month of a list or range to the months before it: بين يناير ويونيو 2020."""
    if made.year is None and made.relation is None and made.year_offset is None:
        return
    later = made
    for earlier in reversed(found[-4:]):
        open_year = earlier.year is None and earlier.relation is None and earlier.year_offset is None
        if earlier.month is None or later.month is None or earlier.calendar != later.calendar or not open_year:
            return
        between = [scan.norm(index) for index in range(earlier.last, later.first)]
        if len(between) > 2 or not all(word in _RANGE_WORDS for word in between) or earlier.month > later.month:
            return
        if not between and "و" not in scan.norm(later.first)[:1]:
            return
        earlier.year, earlier.relation, earlier.year_offset = made.year, made.relation, made.year_offset
        later = earlier


def _habit_goes_on(scan: Scan, found: list[Expression], made: Expression) -> bool:
    """True for the weekdays joined to أيام الاثنين, which name no single day either."""
    if made.weekday is None or not found or not found[-1].named or made.relation is not None:
        return False
    sense = scan.sense(made.first)
    return found[-1].last == made.first and sense is not None and sense.proclitics == "و"


def _clock_behind(scan: Scan, made: Expression) -> None:
    """Take in , 12:34 GMT behind a full date."""
    index = made.last + (scan.norm(made.last) in _COMMAS)
    if ":" in scan.norm(index) and scan.norm(index + 1) in _ZONES:
        made.last = index + 2


def _read(scan: Scan, at: int, reached: int, previous: Expression | None) -> list[Expression]:
    if scan.tokens[at].kind == "number":
        return read_number(scan, at, reached, previous)
    for role, reader in _READERS:
        found = scan.match(at, role)
        if found is not None:
            made = reader(scan, found, reached)
            if made is not None:
                if made.days and made.year is not None:
                    _clock_behind(scan, made)
                if len(made.days) == 1:
                    counted_after(scan, made, reached)
                return [made]
    found = scan.match(at, "years")
    made = read_years(scan, found) if found is not None else None
    return [made] if made is not None else []


def _join(scan: Scan, left: Expression, right: Expression) -> Expression | None:
    """Join weekday and full date (الأحد 4 أكتوبر), or a Hijri and a Gregorian date (الموافق)."""
    if right.cut or not right.days or right.weekday is not None:
        return None
    index, bracket = left.last, False
    for _ in range(2):
        mark = scan.norm(index)
        if mark in _COMMAS or scan.role(index, "matching") or mark in ("ل", "(", "-", "/", "في"):
            bracket = bracket or mark == "("
            index += 1
    if index != right.first:
        return None
    counted = recounted(scan, left, right) if index == left.last and not left.named and left.relation is None else right
    if counted is not right:
        counted.first, counted.cut, counted.rule = left.first, left.cut, "time.date.counted_weekday"
        return counted
    if left.weekday is not None and not left.named and left.relation is None:
        right.weekday, right.part = left.weekday, left.part
    elif not (left.days and left.calendar != right.calendar):
        return None
    if left.calendar == "gregorian" and left.days:
        right.calendar, right.year, right.month, right.days = left.calendar, left.year, left.month, left.days
    right.first, right.cut = left.first, left.cut
    right.last += bracket and scan.norm(right.last) == ")"
    return right
