"""Numbers written as sums: 1 4/5, 2^10, 1e10, واحد من ثلاثة "one in three", .77; for ``numbers`` alone.

Durations don't read these: 3 من 10 أيام "3 of 10 days" is no length of time. Ratios are read where they can be
nothing else: with من behind one and behind parts (واحد من ثلاثة, ثلاثة أجزاء من مليون), with من or في where no other
word stands in the text, with على where no counted noun follows (مئة على خمسة; not 300 على 20 عائلة "300 to 20
families").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from waqia.time.digits import tidy
from waqia.time.scan import Scan

_PARTS = re.compile(r"(\d{1,3})/(\d{1,3})")
_POWER_OF_TEN = re.compile(r"[eE](-?\d{1,3})")
_COUNT_ONE = frozenset({"واحد", "واحده", "1"})
_PART = frozenset({"جزء", "جزءا", "جزءٌ"})
_PARTS_OF = _PART | {"اجزاء"}
_OF, _OVER, _IN = "من", "علي", "في"
_SIGNS = frozenset({"-", "−"})
_LARGEST = 1e18


@dataclass(frozen=True, slots=True)
class Reading:
    """A number over tokens ``[first, last)`` at raw ``[start, end)``; ``sign`` is -1 where one stands before it."""

    first: int
    last: int
    start: int
    end: int
    value: float
    ordinal: bool
    digits: bool
    sign: int = 1


def merged(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """Return the readings with powers, ratios, mixed numbers and decimals put together; in text order."""
    made: list[Reading] = []
    index = 0
    readings = _with_slashes(scan, readings)
    while index < len(readings):
        here = readings[index]
        after = readings[index + 1] if index + 1 < len(readings) else None
        joined = _joined(scan, here, after) if after is not None else None
        made.append(joined or _alone(scan, here))
        index += 2 if joined is not None else 1
    return made


def _joined(scan: Scan, here: Reading, after: Reading) -> Reading | None:
    if here.ordinal or after.first - here.last > 2:
        return None
    if after.first - here.last == 2 and scan.norm(here.last) in _PARTS_OF:
        of = scan.norm(here.last + 1) == _OF and after.value > 1 and not after.ordinal
        return _spread(here, after, here.value / after.value) if of else None
    if here.digits and after.digits:
        made = _power(scan, here, after) or _comma_decimals(scan, here, after)
        if made is not None:
            return made
    return _ratio(scan, here, after)


def _alone(scan: Scan, here: Reading) -> Reading:
    if here.ordinal:
        return here
    return _part_of(scan, here) or _power_of_ten(scan, here) or _leading_point(scan, here) or here


def _spread(here: Reading, after: Reading, value: float) -> Reading | None:
    if not -_LARGEST < value < _LARGEST:
        return None
    return replace(here, last=after.last, end=after.end, value=value, digits=False)


def _touch(scan: Scan, first: int, last: int) -> bool:
    """True where no space stands between the tokens ``[first, last)``."""
    pairs = zip(scan.tokens[first : last - 1], scan.tokens[first + 1 : last], strict=True)
    return all(left.at + len(left.clean) == right.at for left, right in pairs)


def _raised(here: Reading, exponent: float) -> float | None:
    """Return the power with the sign outside: -2^2 is -4."""
    try:
        value = float(abs(here.value) ** exponent)
    except (OverflowError, ZeroDivisionError):
        return None
    return value * here.sign


def _power(scan: Scan, here: Reading, after: Reading) -> Reading | None:
    """Read 2^10 and 2^-3."""
    if scan.norm(here.last) != "^" or not _touch(scan, here.first, after.last):
        return None
    minus = scan.norm(here.last + 1) in _SIGNS
    if here.last + 1 + minus != after.first:
        return None
    value = _raised(here, -abs(after.value) if minus else after.value)
    return None if value is None else _spread(here, after, value)


def _power_of_ten(scan: Scan, here: Reading) -> Reading | None:
    """Read 1e10, 12e-1."""
    if not here.digits or here.last >= len(scan.tokens) or not _touch(scan, here.last - 1, here.last + 1):
        return None
    token = scan.tokens[here.last]
    found = _POWER_OF_TEN.fullmatch(token.clean) if token.kind == "latin" else None
    if found is None:
        return None
    value = here.value * 10.0 ** int(found.group(1)) if int(found.group(1)) < 19 else _LARGEST
    return _spread(here, replace(here, last=here.last + 1, end=token.end), value)


def _ratio(scan: Scan, here: Reading, after: Reading) -> Reading | None:
    """Read واحد من ثلاثة "one in three", واحد على عشرين, مئة على خمسة وثلاثين."""
    if after.first != here.last + 1 or after.ordinal or after.value <= 1 or after.value != int(after.value):
        return None
    link = scan.norm(here.last)
    if link in (_OF, _IN) and not scan.definite(after.first) and scan.isolated(here.first, after.last):
        return _spread(here, after, here.value / after.value)
    one = abs(here.value) == 1 and scan.norm(here.last - 1) in _COUNT_ONE
    if link not in (_OF, _OVER) or not (one or (link == _OVER and _closed(scan, after.last))):
        return None
    return _spread(here, after, here.value / after.value)


def _part_of(scan: Scan, here: Reading) -> Reading | None:
    """Read جزء من مئة "one part in a hundred"."""
    first = here.first - 2
    if scan.norm(here.first - 1) != _OF or first < 0 or scan.norm(first) not in _PART or here.value <= 1:
        return None
    if scan.tokens[here.first].start != here.start:
        return None
    return replace(here, first=first, start=scan.tokens[first].start, value=1 / here.value, digits=False)


def _closed(scan: Scan, index: int) -> bool:
    return index >= len(scan.tokens) or scan.tokens[index].kind == "punct"


def _leading_point(scan: Scan, here: Reading) -> Reading | None:
    """Read .77 where no word ends before the point."""
    point = here.first - 1
    written = scan.tokens[here.first].clean
    if not here.digits or here.last != here.first + 1 or scan.norm(point) != "." or not written.isdecimal():
        return None
    if not _touch(scan, point, here.last) or not (point == 0 or scan.tokens[point - 1].kind == "punct"):
        return None
    if here.sign < 0 or len(written) > 15:
        return None
    return replace(here, first=point, start=scan.tokens[point].start, value=float("." + written), digits=False)


def _comma_decimals(scan: Scan, here: Reading, after: Reading) -> Reading | None:
    """Read 12،220,13, whose thousands and decimals have different commas."""
    written = scan.tokens[here.last - 1].clean
    behind = scan.tokens[after.first].clean
    if "،" not in written or scan.norm(here.last) != "," or not behind.isdecimal() or len(behind) > 9:
        return None
    if after.first != here.last + 1 or not _touch(scan, here.last - 1, after.last):
        return None
    return _spread(here, after, here.sign * float(f"{abs(int(here.value))}.{behind}"))


def _with_slashes(scan: Scan, readings: list[Reading]) -> list[Reading]:
    """Read -4/5 and 1 4/5; 4/5 alone may be a day, a score or a fraction and is left."""
    slashed = [index for index, token in enumerate(scan.tokens) if token.kind == "number" and "/" in token.clean]
    if not slashed:
        return readings
    ending = {reading.last: reading for reading in readings}
    found = [made for index in slashed if (made := _slash(scan, index, ending.get(index))) is not None]
    taken = {made.first for made in found}
    return sorted(_untaken(readings, taken, found), key=lambda reading: reading.first)


def _untaken(readings: list[Reading], taken: set[int], found: list[Reading]) -> Iterable[Reading]:
    yield from found
    yield from (reading for reading in readings if reading.first not in taken)


def _slash(scan: Scan, index: int, whole: Reading | None) -> Reading | None:
    parts = _PARTS.fullmatch(scan.tokens[index].clean)
    if parts is None or not 0 < int(parts.group(1)) < int(parts.group(2)):
        return None
    value = int(parts.group(1)) / int(parts.group(2))
    token, sign = scan.tokens[index], index - 1
    if whole is not None and whole.digits and whole.value == int(whole.value):
        first, start, minus = whole.first, whole.start, whole.sign < 0
        if not minus and first == 1 and scan.norm(0) in _SIGNS:
            start, minus = scan.tokens[0].start, True
        return Reading(first, index + 1, start, token.end, _signed(abs(whole.value) + value, minus), False, False)
    free = sign == 0 or (
        sign > 0 and scan.tokens[sign].at > scan.tokens[sign - 1].at + len(scan.tokens[sign - 1].clean)
    )
    if scan.norm(sign) not in _SIGNS or not free or not _touch(scan, sign, index + 1):
        return None
    return Reading(sign, index + 1, scan.tokens[sign].start, token.end, -value, False, False, -1)


def _signed(value: float, minus: bool) -> float:
    return tidy(-value if minus else value)
