"""Ranges of amounts: بين 6 و7 ساعات, من 3 إلى 4 أيام, 3-4 ساعات, أسبوعا أو أسبوعين."""

import re
from dataclasses import replace

from waqia.time.amounts import Amount, counted, ranged
from waqia.time.duration_compound import read_compound
from waqia.time.scan import Scan
from waqia.time.vocabulary import Item

_BETWEEN = frozenset({"بين", "مابين"})
_TO = frozenset({"الي", "حتي", "-", "–", "—"})
_OR = frozenset({"او"})
_HYPHENATED = re.compile(r"(\d{1,4})[-–/](\d{1,4})")


def range_before(scan: Scan, amount: Amount, reached: int) -> Amount:
    """Read the lower bound: 3-4 ساعات, من 3 إلى 4, بين 6 و7, ثلاثة أو أربعة."""
    quantity = scan.quantities.get(amount.first)
    if not amount.exact or quantity is None:
        return amount
    before = amount.first - 1
    if scan.norm(before) == "و" or quantity.conjunction:
        low_last = before if scan.norm(before) == "و" else amount.first
        return _between(scan, amount, low_last, reached) or _split_between(scan, amount)
    link = scan.norm(before)
    low = scan.ending.get(before)
    if low is None or low.ordinal or low.first < reached or not (link in _TO or link in _OR):
        return _split_between(scan, amount)
    if link in _TO and not (low.value < quantity.value or link == "الي"):
        return amount
    made = _with_low(scan, amount, low.value, low.first, low.cut)
    if link not in _OR and scan.norm(made.first - 1) == "من":
        made = replace(made, first=made.first - 1, cut=0)
    elif scan.norm(made.first - 1) in _BETWEEN:
        made = _with_between(scan, made)
    return made


def _with_low(scan: Scan, amount: Amount, value: float, first: int, cut: int) -> Amount:
    scale = scan.quantities[amount.first].scale if amount.first in scan.quantities else 1
    factor = scale if value < 1000 <= scale else 1
    low = value * factor * _first_unit(amount)
    lower = replace(amount, low=low, high=low, parts=((value * factor, amount.parts[0][1]),))
    made = ranged(lower, amount)
    return replace(made, first=first, cut=cut)


def _first_unit(amount: Amount) -> float:
    count = amount.parts[0][0]
    return amount.low / count if len(amount.parts) == 1 and count else amount.unit


def _between(scan: Scan, amount: Amount, low_last: int, reached: int) -> Amount | None:
    """Read بين 6 و7 ساعات and ما بين 6 و 7 ساعات."""
    low = scan.ending.get(low_last)
    if low is not None and not low.ordinal and low.first >= reached and scan.norm(low.first - 1) in _BETWEEN:
        return _with_between(scan, _with_low(scan, amount, low.value, low.first, low.cut))
    return None


def _with_between(scan: Scan, amount: Amount) -> Amount:
    first = amount.first - 1
    if scan.norm(first - 1) == "ما":
        first -= 1
    return replace(amount, first=first, cut=0)


def _split_between(scan: Scan, amount: Amount) -> Amount:
    """Read بين خمسة وعشرة, and بين خمسة وعشرين يوما as 5 to 20."""
    quantity = scan.quantities.get(amount.first)
    if quantity is None or not quantity.joined or scan.norm(amount.first - 1) not in _BETWEEN:
        return amount
    unit = _first_unit(amount)
    units = quantity.value % 10
    high = (quantity.value - units) * unit
    lower = replace(amount, low=units * unit, high=units * unit, parts=((units, amount.parts[0][1]),))
    upper = replace(amount, low=high, high=high, parts=((high / unit, amount.parts[0][1]),))
    return _with_between(scan, ranged(lower, upper))


def hyphenated(scan: Scan, at: int, unit: Item) -> Amount | None:
    """Read 3-4 ساعات, whose digits are one token."""
    found = _HYPHENATED.fullmatch(scan.tokens[at - 1].clean) if at else None
    if found is None:
        return None
    low, high = int(found.group(1)), int(found.group(2))
    if not 0 < low < high:
        return None
    bounds = [counted(unit, count, first=at - 1, last=at + 1, cut=0, rule="") for count in (low, high)]
    return ranged(*bounds)


def range_behind(scan: Scan, amount: Amount) -> Amount | None:
    """Read the upper bound with its own unit: ساعة إلى ساعتين, بين شهر وثلاثة أشهر, أسبوعا أو أسبوعين."""
    link = scan.norm(amount.last)
    before = scan.norm(amount.first - 1)
    between = before in _BETWEEN
    start = amount.last + (link in _TO or link in _OR or (between and link == "و"))
    if not amount.exact or amount.low <= 0 or start >= len(scan.tokens):
        return None
    sense = scan.sense(start)
    if start == amount.last and not (between and sense is not None and sense.proclitics == "و"):
        return None
    quantity = scan.quantities.get(start)
    at = quantity.last if quantity is not None and not quantity.ordinal else start
    unit = scan.role(at, "unit")
    if unit is None or (quantity is None and unit.kind == "plural"):
        return None
    upper = _upper(scan, at)
    if upper is None or not upper.exact or (link in _TO and upper.low <= amount.low):
        return None
    made = ranged(amount, upper)
    if between:
        return _with_between(scan, made)
    return replace(made, first=made.first - 1, cut=0) if before == "من" and link in _TO else made


def _upper(scan: Scan, at: int) -> Amount | None:
    unit = scan.role(at, "unit")
    sense = scan.sense(at)
    if unit is None or sense is None or sense.article:
        return None
    found = read_compound(scan, at)
    if found is None and unit.kind == "singular" and unit.flag != "contract" and at not in scan.ending:
        return counted(unit, 1, first=at, last=at + 1, cut=sense.cut, rule="")
    return found
