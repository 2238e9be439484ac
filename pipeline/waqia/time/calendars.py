"""Resolve date expressions against a reference day: Gregorian ISO values and TIMEX3.

Decisions. A month without a year is that of the reference's year, save ten months and more away, where it is
the nearer one; with a weekday it is the nearest year that agrees. A bare weekday is the last one up to the
reference day, behind a future marker the next one. Where أمس "yesterday" or اليوم "today" and a weekday disagree,
the weekday wins. Hijri days are Umm al-Qura (hijridate); a Hijri month or year alone spans Gregorian months, so
its value is null.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hijridate import Hijri

from waqia.records import Timex3
from waqia.time.date_feasts import feast_day
from waqia.time.date_nth import nth_of_month, weekday_after
from waqia.time.expressions import Expression
from waqia.time.hijri import HIJRI_YEARS, hijri_year

_YEARS = range(1, 2300)
_ACROSS_NEW_YEAR = 10
_LONG_PAST = 6
_NEAR = 15


def resolve(expression: Expression, reference: date | None, year_in_text: int | None) -> str | None:
    """Return YYYY, YYYY-MM, YYYY-MM-DD or YYYY-Www, or None where it can't be known."""
    if expression.era == "BCE" or expression.named:
        return None
    if expression.after is not None:
        return weekday_after(resolve(replace(expression, after=None), reference, year_in_text), *expression.after)
    if expression.feast:
        return feast_day(expression, reference)
    if expression.calendar == "hijri":
        return _hijri(expression)
    if expression.in_text:
        return None if year_in_text is None else f"{year_in_text + (expression.relation or 0):04}"
    if expression.decade is not None:
        return f"{expression.decade:04}"
    if expression.month is not None:
        return _month(expression, reference)
    if expression.year is not None:
        hijri = expression.era is None and reference is not None and _is_hijri_today(expression.year, reference)
        return f"{expression.year:04}" if expression.year in _YEARS and not hijri else None
    return None if reference is None else _relative(expression, reference)


def _is_hijri_today(year: int, reference: date) -> bool:
    """True for عام 1440 in the news of 2015: a year without its era within fifteen of the reference's Hijri year."""
    here = hijri_year(reference.year, reference.month, reference.day)
    return here is not None and abs(year - here) <= _NEAR


def _hijri(expression: Expression) -> str | None:
    year = expression.year
    if year is None or year not in HIJRI_YEARS or expression.month is None or len(expression.days) != 1:
        return None
    try:
        day = Hijri(year, expression.month, expression.days[0]).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def _month(expression: Expression, reference: date | None) -> str | None:
    month, days = expression.month or 0, expression.days
    year = expression.year
    if year is None:
        year = None if reference is None else _nearest_year(expression, reference)
    if year is None:
        return None
    if expression.nth is not None:
        return nth_of_month(expression, year, month)
    if len(days) != 1:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, days[0]).isoformat()
    except ValueError:
        return None


def _nearest_year(expression: Expression, reference: date) -> int | None:
    if expression.year_offset is not None:
        return reference.year + expression.year_offset
    single = len(expression.days) == 1
    day = expression.days[0] if single else None
    choices = list(_occurrences(expression.month or 1, day, range(reference.year - 1, reference.year + 2)))
    here = reference if single else reference.replace(day=15)
    if expression.relation == 0:
        return reference.year
    weekday = expression.weekday if expression.nth is None else None
    if weekday is not None and here in choices and here.isoweekday() == weekday:
        return here.year
    if expression.relation == -1:
        past = [choice for choice in choices if choice < here]
        return past[-1].year if past else None
    if expression.relation == 1:
        coming = [choice for choice in choices if choice > here]
        return coming[0].year if coming else None
    if expression.weekday is not None and expression.nth is None:
        agreeing = [choice for choice in choices if choice.isoweekday() == expression.weekday]
        choices = agreeing or choices
        return min(choices, key=lambda choice: abs((choice - here).days)).year if choices else None
    return _likely_year(expression, reference)


def _likely_year(expression: Expression, reference: date) -> int:
    """Return the reference's year, save across new year: in January ديسمبر is the one just past."""
    ahead = (expression.month or 1) - reference.month
    if ahead >= _ACROSS_NEW_YEAR:
        return reference.year - 1
    if -ahead >= _ACROSS_NEW_YEAR or (expression.future and -ahead >= _LONG_PAST):
        return reference.year + 1
    return reference.year


def _occurrences(month: int, day: int | None, years: Iterable[int]) -> Iterable[date]:
    for year in years:
        try:
            yield date(year, month, day or 15)
        except ValueError:
            continue


def _relative(expression: Expression, reference: date) -> str | None:
    if expression.weekday is not None and expression.nth is None:
        return _shift(reference, _weekday_days(expression, reference))
    if expression.offset is not None:
        return _shift(reference, expression.offset)
    if expression.relation is None or expression.season is not None:
        return None
    return _period(expression, reference)


def _shift(reference: date, days: int) -> str | None:
    try:
        return (reference + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _weekday_days(expression: Expression, reference: date) -> int:
    """Return the days from the reference to the weekday meant."""
    weekday = expression.weekday or 1
    behind = -((reference.isoweekday() - weekday) % 7)
    ahead = (weekday - reference.isoweekday()) % 7
    if expression.week_offset is not None:
        return weekday - reference.isoweekday() + 7 * expression.week_offset
    if expression.offset is not None:
        target = expression.offset
        return min((behind, ahead, behind - 7, ahead + 7), key=lambda days: abs(days - target))
    if expression.relation == -1:
        return behind or -7
    if expression.relation == 1:
        return ahead or 7
    if expression.relation == 0 or expression.future:
        return ahead
    return behind


def _period(expression: Expression, reference: date) -> str | None:
    relation = expression.relation or 0
    if expression.unit == "Y":
        return f"{reference.year + relation:04}"
    if expression.unit == "W":
        year, week, _ = (reference + timedelta(weeks=relation)).isocalendar()
        return f"{year:04}-W{week:02}"
    if expression.unit in ("D", "N"):
        return _shift(reference, relation)
    if expression.unit != "M":
        return None
    months = reference.year * 12 + reference.month - 1 + relation
    year, month = divmod(months, 12)
    if expression.nth is not None:
        return nth_of_month(expression, year, month + 1)
    if len(expression.days) != 1:
        return f"{year:04}-{month + 1:02}"
    try:
        return date(year, month + 1, expression.days[0]).isoformat()
    except ValueError:
        return None


def timex3(expression: Expression, value: str | None) -> Timex3:
    """Return TIMEX3 value and mod; Hijri references without a Gregorian value are written H1443-09-12."""
    mod = expression.edge
    if expression.decade is not None:
        return Timex3(f"{expression.decade // 10:03}", mod)
    if expression.century is not None:
        prefix = "BC" if expression.era == "BCE" else ""
        return Timex3(f"{prefix}{expression.century - 1:02}", mod)
    if expression.era == "BCE" and expression.year is not None:
        return Timex3(f"BC{expression.year:04}", mod)
    if value is None:
        return Timex3(_unresolved(expression), mod)
    if expression.fraction is not None and len(value) == 4:
        return Timex3(f"{value}-{expression.fraction}", mod)
    if expression.season is not None and len(value) == 4:
        return Timex3(f"{value}-{expression.season}", mod)
    if expression.part is not None and len(value) == 10:
        return Timex3(f"{value}T{expression.part}", mod)
    return Timex3(value, mod)


def _unresolved(expression: Expression) -> str | None:
    """Return the underspecified TIMEX3 value: XXXX-10-04, XXXX-WXX-7, H1443-09, or None."""
    hijri = expression.calendar == "hijri"
    if expression.month is not None or (hijri and expression.year is not None):
        year = f"{expression.year:04}" if expression.year is not None else "XXXX"
        month = f"-{expression.month:02}" if expression.month is not None else ""
        day = f"-{expression.days[0]:02}" if len(expression.days) == 1 else ""
        return ("H" if hijri else "") + year + month + day
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday}"
    return None
