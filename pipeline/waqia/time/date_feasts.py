"""Feasts with a year (عيد الفطر 2013 "Eid al-Fitr 2013"): days of a calendar; without one they are names."""

from collections.abc import Iterator
from datetime import date

from hijridate import Hijri

from waqia.time.date_parts import era_behind, relation_at, year_behind
from waqia.time.expressions import Expression
from waqia.time.hijri import HIJRI_YEARS, hijri_year
from waqia.time.scan import Match, Scan

_DAYS_OF_FEAST = frozenset({"ايام", "ليالي", "ثاني", "ثالث", "رابع"})


def read_feast(scan: Scan, found: Match, reached: int) -> Expression | None:
    """Read عيد الفطر 2013, عيد الأضحى المقبل, رأس السنة العام الماضي; alone in the text it is the coming one."""
    calendar, month, day = found.item.text.split("-")
    made = Expression(found.first, found.last, found.cut, "time.date.feast", calendar=calendar)
    made.month, made.days, made.feast = int(month), (int(day),), calendar == "hijri"
    relation = relation_at(scan, made.last)
    if relation is not None:
        made.relation, made.last = relation, made.last + 1
    elif year_behind(scan, made):
        era_behind(scan, made)
        made.feast = made.feast and made.year not in HIJRI_YEARS
    elif scan.isolated(found.first, found.last):
        made.relation = 1
    else:
        return None
    made.named = scan.norm(found.first - 1) in _DAYS_OF_FEAST
    return made if made.first >= reached else None


def feast_day(expression: Expression, reference: date | None) -> str | None:
    """Return the Gregorian day of a Hijri feast; None where the year is unknown or has two or none of it."""
    year = expression.year
    if year is None and expression.year_offset is not None and reference is not None:
        year = reference.year + expression.year_offset
    if year is not None:
        days = list(_in_year(expression, year))
        return days[0].isoformat() if len(days) == 1 else None
    if reference is None or expression.relation not in (-1, 1):
        return None
    days = [day for near in (-1, 0, 1) for day in _in_year(expression, reference.year + near)]
    if expression.relation == 1:
        return next((day.isoformat() for day in days if day > reference), None)
    return next((day.isoformat() for day in reversed(days) if day < reference), None)


def _in_year(expression: Expression, year: int) -> Iterator[date]:
    """Yield the days of a Gregorian year on which a Hijri day falls (Umm al-Qura), in order."""
    first = hijri_year(year)
    if first is None or expression.month is None:
        return
    for turn in range(first, first + 2):
        day = Hijri(turn, expression.month, expression.days[0]).to_gregorian()
        if day.year == year:
            yield date(day.year, day.month, day.day)
