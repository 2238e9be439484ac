"""Amounts of time: seconds, vagueness and TIMEX3, before they become durations."""

from dataclasses import dataclass, replace

from waqia.records import Timex3
from waqia.time.vocabulary import Item

SEVERAL = 3
FEW = (3, 9)
_YEARS = {"E": 10, "C": 100}
_MODS = {
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
    "approx": "APPROX",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of time over tokens ``[first, last)``.

    ``low`` and ``high`` are seconds, high None for unbounded. ``parts`` are (count, TIMEX3 letter) in
    order of size, count None where no number is given; ``unit`` is the smallest unit's length in seconds.
    """

    first: int
    last: int
    cut: int
    low: float
    high: float | None
    vague: bool
    parts: tuple[tuple[float | None, str], ...]
    unit: float
    rule: str
    approximate: bool = False
    mod: str | None = None
    upper: tuple[tuple[float | None, str], ...] = ()
    bare: bool = False

    @property
    def exact(self) -> bool:
        """True where one number is given and nothing qualifies it."""
        return not self.vague and self.high == self.low and self.mod is None


def counted(unit: Item, count: float, *, first: int, last: int, cut: int, rule: str, bare: bool = False) -> Amount:
    """Return exactly ``count`` units."""
    seconds = count * unit.value
    return Amount(first, last, cut, seconds, seconds, False, ((count, unit.text),), unit.value, rule, bare=bare)


def vague(unit: Item, low: float, high: float | None, *, first: int, last: int, cut: int, rule: str) -> Amount:
    """Return an amount without a number: ``low`` to ``high`` units."""
    top = None if high is None else high * unit.value
    parts = ((None, unit.text),)
    return Amount(first, last, cut, low * unit.value, top, True, parts, unit.value, rule)


def added(left: Amount, right: Amount, sign: int = 1) -> Amount:
    """Return the compound سنة وثلاثة أشهر "a year and three months", or a difference (إلا ربعا)."""
    seconds = left.low + sign * right.low
    both = right.parts + left.parts if right.unit > left.unit else left.parts + right.parts
    parts = both if sign > 0 else ((seconds / left.unit, left.parts[-1][1]),)
    return replace(
        left,
        last=right.last,
        low=seconds,
        high=seconds,
        parts=parts,
        unit=min(left.unit, right.unit),
        rule="time.duration.compound",
        bare=False,
    )


def ranged(left: Amount, right: Amount) -> Amount:
    """Return the range from one exact amount to another."""
    low, high = (left, right) if left.low <= (right.high or 0) else (right, left)
    return replace(
        left,
        last=right.last,
        low=low.low,
        high=high.high,
        parts=low.parts,
        upper=high.parts,
        rule="time.duration.range",
        bare=False,
    )


def qualified(amount: Amount, effect: str) -> Amount:
    """Apply a comparator: more, less, at_least, at_most or approx."""
    if effect == "approx":
        return replace(amount, approximate=True, mod=amount.mod or "APPROX", bare=False)
    if amount.vague:
        return replace(amount, mod=_MODS[effect], bare=False)
    if effect in ("more", "at_least"):
        return replace(amount, high=None, mod=_MODS[effect], bare=False)
    return replace(amount, low=0, mod=_MODS[effect], bare=False)


def timex3(amount: Amount) -> Timex3:
    """Return the TIMEX3 value and mod: PT1H30M, P3D, PXD for days without a number; a range is low/high."""
    value = _duration_value(amount.parts)
    if amount.upper:
        value = f"{value}/{_duration_value(amount.upper)}"
    return Timex3(value, amount.mod)


def _duration_value(parts: tuple[tuple[float | None, str], ...]) -> str:
    day, clock = "", ""
    for count, letter in parts:
        if letter == "S" or letter == "H" or letter == "m":
            clock += _count(count) + letter.upper()
        else:
            scale = _YEARS.get(letter, 1)
            day += _count(None if count is None else count * scale) + ("Y" if letter in _YEARS else letter)
    return "P" + day + ("T" + clock if clock else "")


def _count(count: float | None) -> str:
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:.4g}"
