"""Dates in digits: 04/10/2021, 2021-10-04, and years without a noun before them."""

import re

from waqia.time.date_parts import era_behind, extend_left, gregorian_behind, year_at
from waqia.time.expressions import Expression
from waqia.time.scan import Scan

_NUMERIC = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_YEARS = re.compile(r"(\d{4})[-/](\d{4})")
_MONTH_OF = re.compile(r"(\d{1,2})/(\d{4})")
_MONTH_LICENCES = frozenset({"شهر", "في", "منذ", "حتي", "خلال", "بحلول"})
_PLAUSIBLE = range(1800, 2101)
_HIJRI_PLAUSIBLE = range(1300, 1501)
_LIST = frozenset({"و", "-", "–", "الي", "حتي", "،", ","})


def read_number(scan: Scan, at: int, reached: int, previous: Expression | None) -> list[Expression]:
    """Return the dates that the digits at a token make; ``previous`` is the expression before, for lists."""
    token = scan.tokens[at]
    written = token.clean
    numeric = _NUMERIC.fullmatch(written)
    if numeric is not None:
        made = _numeric(scan, at, numeric.group(1), numeric.group(3), numeric.group(4), numeric.group(2))
        if made is not None:
            extend_left(scan, made, reached, day=True)
            return [made]
        return []
    pair = _YEARS.fullmatch(written)
    if pair is not None:
        return _year_pair(scan, at, int(pair.group(1)), int(pair.group(2)))
    month = _MONTH_OF.fullmatch(written)
    if month is not None:
        made = _month_of_year(scan, at, reached, int(month.group(1)), int(month.group(2)))
        return [made] if made is not None else []
    hijri = _hijri_year(scan, at, reached) if written.isdecimal() and len(written) <= 4 else None
    if hijri is not None:
        return [hijri]
    if not written.isdecimal() or len(written) != 4:
        return []
    spaced = _spaced(scan, at, reached) or _english(scan, at, reached)
    if spaced is not None:
        return [spaced]
    made = _bare_year(scan, at, reached, previous)
    return [made] if made is not None else []


def _numeric(
    scan: Scan, at: int, first: str, second: str, third: str, mark: str, start: int | None = None
) -> Expression | None:
    """Read 04/10/2021 (day first), 2021-10-04, 14/09/09."""
    if len(first) == 4 and len(third) <= 2:
        year, month, day = int(first), int(second), int(third)
    elif len(first) <= 2 and len(third) in (2, 4) and (len(third) == 4 or mark == "/"):
        day, month, year = int(first), int(second), int(third)
        year += 2000 if len(third) == 2 else 0
    else:
        return None
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    made = Expression(start if start is not None else at, at + 1, 0, "time.date.numeric")
    made.year, made.month, made.days = year, month, (day,)
    era_behind(scan, made)
    if year in _HIJRI_PLAUSIBLE:
        made.calendar = "hijri"
    elif year not in _PLAUSIBLE and made.era is None:
        return None
    return made


def _spaced(scan: Scan, at: int, reached: int) -> Expression | None:
    """Read 4 / 10 / 2021."""
    first = at - 4
    mark = scan.norm(at - 1)
    if first < reached or mark not in ("/", "-") or scan.norm(at - 3) != mark:
        return None
    day, month = scan.norm(first), scan.norm(at - 2)
    if not (day.isdecimal() and month.isdecimal() and len(day) <= 2 and len(month) <= 2):
        return None
    return _numeric(scan, at, day, month, scan.norm(at), mark, first)


def _month_of_year(scan: Scan, at: int, reached: int, month: int, year: int) -> Expression | None:
    """Read في 2/2013, شهر 2/2013; القرار رقم 2/2013 "decision no. 2/2013" is no date."""
    if month not in range(1, 13) or year not in _PLAUSIBLE:
        return None
    if scan.norm(at - 1) not in _MONTH_LICENCES and not scan.isolated(at, at + 1):
        return None
    made = Expression(at, at + 1, 0, "time.date.numeric", year=year, month=month)
    extend_left(scan, made, reached, day=False)
    return made


def _english(scan: Scan, at: int, reached: int) -> Expression | None:
    """Read April 13, 2024 and 13 April 2024, as embedded posts have them."""
    last = at - (scan.norm(at - 1) == ",")
    first = scan.role(last - 2, "english_month")
    month = first or scan.role(last - 1, "english_month")
    if month is None or last - 2 < reached:
        return None
    day = scan.norm(last - 1 if first is not None else last - 2)
    if not day.isdecimal() or len(day) > 2 or int(day) not in range(1, 32):
        return None
    made = Expression(last - 2, at + 1, 0, "time.date.numeric", year=int(scan.norm(at)), month=int(month.value))
    made.days = (int(day),)
    return made


def _hijri_year(scan: Scan, at: int, reached: int) -> Expression | None:
    """Read 1442هـ, and 114هـ/733م, whose value is the Gregorian year."""
    made = Expression(at, at + 1, 0, "time.date.year", year=int(scan.norm(at)), calendar="hijri")
    era_behind(scan, made)
    if made.era != "AH" or made.year not in range(1, 1600):
        return None
    gregorian_behind(scan, made)
    extend_left(scan, made, reached, day=False)
    return made


def _year_pair(scan: Scan, at: int, low: int, high: int) -> list[Expression]:
    """Read 2006-2007 as two years; the raw spans are the halves of the token."""
    licence = scan.role(at - 1, "year_licence") or scan.role(at - 1, "years") or scan.role(at - 1, "period")
    if licence is None and not (scan.norm(at - 1) == "(" and scan.norm(at + 1) == ")"):
        return []
    if low not in _PLAUSIBLE or high not in _PLAUSIBLE or not 0 < high - low < 100:
        return []
    return [
        Expression(at, at + 1, 0, "time.date.year", year=low, piece=(0, 4)),
        Expression(at, at + 1, 0, "time.date.year", year=high, piece=(5, 9)),
    ]


def _bare_year(scan: Scan, at: int, reached: int, previous: Expression | None) -> Expression | None:
    """Read في 2012, منذ 2011, (2005), بين 2015 و2020, and the years that continue a list of years."""
    year = year_at(scan, at)
    if year is None or year[0] not in _PLAUSIBLE:
        return None
    made = Expression(at, at + 1, 0, "time.date.year", year=year[0])
    if not (_licensed_year(scan, at) or _continues(scan, at, previous) or _opens_range(scan, at)):
        return None
    if _counts(scan, at + 1):
        return None
    era_behind(scan, made)
    extend_left(scan, made, reached, day=False)
    return made


def _licensed_year(scan: Scan, at: int) -> bool:
    before = scan.role(at - 1, "year_licence")
    if before is not None and before.text == "strong":
        return True
    if scan.role(at - 1, "edge") is not None:
        return True
    if scan.norm(at - 1) == "(" and scan.norm(at + 1) == ")":
        return True
    return bool(scan.norm(at - 1) == "من" and scan.ending.get(at - 1) and scan.ending[at - 1].ordinal)


def _continues(scan: Scan, at: int, previous: Expression | None) -> bool:
    if previous is None or previous.year is None or previous.rule != "time.date.year":
        return False
    return previous.last == at - 1 and scan.norm(at - 1) in _LIST


def _opens_range(scan: Scan, at: int) -> bool:
    """True for the first year of بين 2015 و2020, من 2015 إلى 2020."""
    before = scan.role(at - 1, "year_licence")
    if before is None or before.text != "list":
        return False
    other = year_at(scan, at + 2)
    return (
        scan.norm(at + 1) in ("و", "الي", "حتي", "-", "–")
        and other is not None
        and other[0] in _PLAUSIBLE
        and not _counts(scan, other[1])
    )


def _counts(scan: Scan, index: int) -> bool:
    """True where a counted noun follows, so that the digits are an amount."""
    if scan.role(index, "counted") or scan.role(index, "unit"):
        sense = scan.sense(index)
        return sense is not None and not sense.proclitics and not sense.article
    token = scan.tokens[index] if index < len(scan.tokens) else None
    if token is None or token.kind != "word":
        return token is not None and token.clean in ("%", "$", "€")
    return (
        token.clean.endswith("ا")
        and len(token.clean) > 3
        and scan.sense(index) is None
        and not (
            token.clean.startswith(("ال", "و", "ف", "ب", "ك", "ل")) or token.clean.endswith(("وا", "ها", "نا", "ما"))
        )
    )
