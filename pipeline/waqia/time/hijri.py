"""The years that Umm al-Qura covers, as hijridate has it."""

from hijridate import Gregorian

HIJRI_YEARS = range(1343, 1501)
_GREGORIAN_YEARS = range(1925, 2077)


def hijri_year(year: int, month: int = 1, day: int = 1) -> int | None:
    """Return the Hijri year of a Gregorian day, or None where it isn't covered."""
    if year not in _GREGORIAN_YEARS:
        return None
    found: int = Gregorian(year, month, day).to_hijri().year
    return found
