"""Publication dates as data sets write them, to ISO 8601, where that can be done without guessing."""

import re
from datetime import date, datetime

_DIGITS = {base + digit: str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}:\d{2}.*))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ]+(\d{1,2}:\d{2}.*))?")
_DAY_MONTH = re.compile(r"(?:[a-z]{3,9},? +)?(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})(?:[T ,]+(\d{1,2}:\d{2}.*))?")
_MONTH_DAY = re.compile(r"(?:[a-z]{3,9},? +)?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[T ,]+(\d{1,2}:\d{2}.*))?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_LONGEST = 64


def normalise_published(value: object) -> str | None:
    """Return a publication date as ISO 8601, or None if it isn't one or could be two.

    ISO dates, date-times, years and months stay as they are. 2021/10/07, 25/10/2021, ``Thu, 07 Oct 2021``
    and ``Oct 7, 2021`` are rewritten, with their time of day if they have a readable one; 07/10/2021 may be
    July or October and is None.

    >>> normalise_published("Thu, 07 Oct 2021 10:30:00 GMT")
    '2021-10-07T10:30:00+00:00'
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2100:
        return str(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    written = value.strip().translate(_DIGITS)
    if _PARTIAL.fullmatch(written):
        return written
    return _iso(written) or _numeric(written) or _named(written.lower())


def _iso(written: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?:$|[T ])", written):
        return None
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    return written[:10] + "T" + written[11:].lstrip() if len(written) > 10 else written


def _numeric(written: str) -> str | None:
    if match := _YEAR_FIRST.fullmatch(written):
        return _compose(int(match[1]), int(match[3]), int(match[4]), match[5])
    if match := _YEAR_LAST.fullmatch(written):
        first, second = int(match[1]), int(match[3])
        if first > 12 or first == second:
            return _compose(int(match[4]), second, first, match[5])
        if second > 12:
            return _compose(int(match[4]), first, second, match[5])
    return None


def _named(written: str) -> str | None:
    if match := _DAY_MONTH.fullmatch(written):
        day, month, year, clock = match.groups()
    elif match := _MONTH_DAY.fullmatch(written):
        month, day, year, clock = match.groups()
    else:
        return None
    number = _MONTHS.get(month[:3])
    return _compose(int(year), number, int(day), clock) if number else None


def _compose(year: int, month: int, day: int, clock: str | None) -> str | None:
    try:
        day_iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    match = _CLOCK.fullmatch(clock.strip()) if clock else None
    if match is None:
        return day_iso
    zone = (match[4] or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    written = f"{day_iso}T{int(match[1]):02}:{match[2]}:{match[3] or '00'}{zone}"
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return day_iso
    return written
