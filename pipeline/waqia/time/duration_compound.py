"""Amounts joined into one: سنة وثلاثة أشهر, ساعة ونصف, ساعتين إلا ربعا."""

from dataclasses import replace

from waqia.time.amounts import Amount, added, counted
from waqia.time.duration_core import read_core
from waqia.time.scan import Scan

_COMMAS = frozenset({"،", ","})


def read_compound(scan: Scan, at: int) -> Amount | None:
    """Read an amount with what is added to it (سنة وثلاثة أشهر, ساعة ونصف, ساعتين إلا ربعا)."""
    unit = scan.role(at, "unit")
    if unit is None:
        return None
    amount = read_core(scan, at, unit)
    if amount is None or amount.vague:
        return amount
    for _ in range(6):
        full = _past_one(scan, amount)
        more = _fraction_added(scan, full) or _amount_added(scan, full) or _subtracted(scan, full)
        if more is None:
            more = _listed(scan, amount)
        if more is None:
            break
        amount = more
    return amount


def _fraction_added(scan: Scan, amount: Amount) -> Amount | None:
    """Read ونصف, ونصف الساعة, ونصف السنة behind an amount."""
    index = amount.last + (scan.norm(amount.last) == "و")
    quantity = scan.quantities.get(index)
    if quantity is None or quantity.kind != "fraction" or quantity.scale != 1:
        return None
    if index == amount.last and not quantity.conjunction:
        return None
    last = quantity.last
    unit = scan.role(last, "unit")
    length = amount.unit
    sense = scan.sense(last) if unit is not None else None
    if unit is not None and unit.kind == "singular" and sense is not None and not sense.proclitics:
        length, last = unit.value, last + 1
    seconds = amount.low + quantity.value * length
    if length > amount.unit and (len(amount.parts) < 2 or scan.norm(amount.first - 1).endswith("بين")):
        return None
    count, letter = amount.parts[-1]
    if length == amount.unit and count is not None:
        parts = (*amount.parts[:-1], (count + quantity.value, letter))
    else:
        parts = (*amount.parts, (quantity.value, unit.text if unit else letter))
    return replace(amount, last=last, low=seconds, high=seconds, parts=parts, rule="time.duration.fraction", bare=False)


def _amount_added(scan: Scan, amount: Amount) -> Amount | None:
    """Read و15 دقيقة behind ساعتين: a smaller unit joined by و."""
    index = amount.last
    alone = scan.norm(index) == "و"
    start = index + alone
    quantity = scan.quantities.get(start)
    if quantity is not None and quantity.ordinal:
        quantity = None
    at = quantity.last if quantity is not None else start
    unit = scan.role(at, "unit")
    sense = scan.sense(start)
    if unit is None or unit.value == amount.unit or (not alone and (sense is None or sense.proclitics != "و")):
        return None
    if unit.value > amount.unit and not _larger_follows(scan, amount, quantity is not None, at):
        return None
    if quantity is None and unit.kind == "plural":
        return None
    if quantity is None and unit.kind == "singular":
        if sense is None or sense.article:
            return None
        return added(amount, counted(unit, 1, first=at, last=at + 1, cut=0, rule=""))
    part = read_core(scan, at, unit)
    return added(amount, part) if part is not None and part.exact else None


def _larger_follows(scan: Scan, amount: Amount, numbered: bool, at: int) -> bool:
    """True where a larger unit is added with its number (يومان وشهر واحد), and no range is meant (بين ... و)."""
    one = scan.role(at + 1, "whole")
    if scan.isolated(amount.first, at + 1):
        return True
    if len(amount.parts) > 1 or scan.norm(amount.first - 1).endswith("بين"):
        return False
    return numbered or (one is not None and one.key == "one")


def _past_one(scan: Scan, amount: Amount) -> Amount:
    """Step over واحد before what is added: يوم واحد وثلاث ساعات."""
    item = scan.role(amount.last, "whole")
    if item is None or item.key != "one" or scan.norm(amount.last + 1)[:1] != "و":
        return amount
    return replace(amount, last=amount.last + 1)


def _subtracted(scan: Scan, amount: Amount) -> Amount | None:
    """Read إلا ربعا, إلا خمس دقائق behind an amount."""
    if scan.norm(amount.last) != "الا":
        return None
    quantity = scan.quantities.get(amount.last + 1)
    if quantity is None:
        return None
    if quantity.kind == "fraction":
        part = replace(amount, last=quantity.last, low=quantity.value * amount.unit, high=quantity.value * amount.unit)
        return added(amount, part, -1)
    unit = scan.role(quantity.last, "unit")
    if unit is None or unit.value >= amount.unit:
        return None
    part = counted(unit, quantity.value, first=amount.last, last=quantity.last + 1, cut=0, rule="")
    return added(amount, part, -1)


def _listed(scan: Scan, amount: Amount) -> Amount | None:
    """Read 3 سنوات، 5 أشهر، ويومين: at least three amounts, each of a smaller unit, the last joined by و."""
    made, comma, joined = amount, False, False
    for _ in range(5):
        at = made.last + (scan.norm(made.last) in _COMMAS)
        part = _smaller(scan, at, made.unit)
        if part is None or (part.first == made.last and not _conjoined(scan, part.first)):
            break
        comma, joined = comma or at > made.last, _conjoined(scan, part.first)
        made = added(made, part)
    return made if comma and joined and len(made.parts) - len(amount.parts) > 1 else None


def _conjoined(scan: Scan, index: int) -> bool:
    sense = scan.sense(index)
    return scan.norm(index - 1) == "و" or (sense is not None and sense.proclitics == "و")


def _smaller(scan: Scan, at: int, size: float) -> Amount | None:
    start = at + (scan.norm(at) == "و")
    quantity = scan.quantities.get(start)
    place = quantity.last if quantity is not None else start
    unit = scan.role(place, "unit")
    if unit is None or unit.value >= size or (quantity is None and unit.kind != "dual"):
        return None
    part = read_core(scan, place, unit)
    return part if part is not None and part.exact else None
