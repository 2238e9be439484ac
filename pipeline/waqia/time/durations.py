"""Durations: amounts of time with their compounds, ranges, adjectives and comparators."""

from dataclasses import replace

from waqia.time.amounts import Amount, added, counted, qualified, ranged, timex3
from waqia.time.duration_context import is_age, is_clock, is_rate, negated
from waqia.time.duration_core import read_core
from waqia.time.mentions import Duration
from waqia.time.scan import Scan

_BETWEEN = frozenset({"بين", "مابين"})
_TO = frozenset({"الي", "حتي", "-", "–", "—"})
_OR = frozenset({"او"})
_COMMAS = frozenset({"،", ","})
_HALF_DAY, _DAY = 43200.0, 86400.0


def find_amounts(scan: Scan) -> list[Amount]:
    """Return every amount of time in the text, in order, none overlapping."""
    found: list[Amount] = []
    reached = 0
    for at in scan.units:
        if at < reached:
            continue
        amount = _read(scan, at, reached)
        if amount is not None:
            found.append(amount)
            reached = amount.last
    return found


def to_duration(scan: Scan, amount: Amount) -> Duration:
    """Return the amount as a mention at raw offsets; seconds are rounded to whole ones."""
    start, end = scan.raw(amount.first, amount.last, amount.cut)
    high = None if amount.high is None else round(amount.high)
    return Duration(
        start,
        end,
        scan.text.raw[start:end],
        round(amount.low),
        high,
        amount.approximate,
        amount.vague,
        timex3(amount),
        amount.rule,
    )


def _read(scan: Scan, at: int, reached: int) -> Amount | None:
    most = _most_of_day(scan, at)
    if most is not None:
        return most
    amount = _simple(scan, at)
    if amount is None:
        return None
    amount = _range_behind(scan, amount) or _range_before(scan, amount, reached)
    amount = _adjectives(scan, amount)
    amount = _comparator_behind(scan, amount)
    amount = _comparators_before(scan, amount, reached)
    amount = _lead(scan, amount, reached)
    if amount.first < reached or is_age(scan, amount) or is_clock(scan, amount) or is_rate(scan, amount):
        return None
    return _in_negation(scan, amount)


def _most_of_day(scan: Scan, at: int) -> Amount | None:
    """Read أغلب ساعات اليوم "most hours of the day": 12 to 24 hours (annotation.md v1.2)."""
    unit = scan.role(at, "unit")
    head = scan.match_ending(at, "most")
    if unit is None or head is None or unit.key != "hour" or scan.norm(at + 1) not in ("اليوم", "النهار"):
        return None
    made = counted(unit, 12, first=head.first, last=at + 2, cut=head.cut, rule="time.duration.most_of_day")
    return replace(made, low=_HALF_DAY, high=_DAY, vague=True, parts=((None, "H"),))


def _simple(scan: Scan, at: int) -> Amount | None:
    """Read an amount with what is added to it (سنة وثلاثة أشهر, ساعة ونصف, ساعتين إلا ربعا)."""
    unit = scan.role(at, "unit")
    amount = read_core(scan, at, unit) if unit is not None else None
    if amount is None or amount.vague:
        return amount
    for _ in range(4):
        more = _fraction_added(scan, amount) or _amount_added(scan, amount) or _subtracted(scan, amount)
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
    sense = scan.senses[last] if unit is not None else None
    if unit is not None and unit.kind == "singular" and sense is not None and not sense.proclitics:
        length, last = unit.value, last + 1
    seconds = amount.low + quantity.value * length
    if length > amount.unit:
        return None
    count, letter = amount.parts[-1]
    if length == amount.unit and count is not None:
        parts = (*amount.parts[:-1], (count + quantity.value, letter))
    else:
        parts = (*amount.parts, (quantity.value, unit.text if unit else letter))
    return replace(
        amount, last=last, low=seconds, high=seconds, parts=parts, rule="time.duration.fraction", bare=False
    )


def _amount_added(scan: Scan, amount: Amount) -> Amount | None:
    """Read و15 دقيقة behind ساعتين: a smaller unit joined by و."""
    index = amount.last
    alone = scan.norm(index) == "و"
    start = index + alone
    quantity = scan.quantities.get(start)
    at = quantity.last if quantity is not None and not quantity.ordinal else start
    unit = scan.role(at, "unit")
    sense = scan.senses[start] if start < len(scan.senses) else None
    if unit is None or unit.value >= amount.unit or (not alone and (sense is None or sense.proclitics != "و")):
        return None
    if quantity is None and unit.kind == "plural":
        return None
    if quantity is None and unit.kind == "singular":
        if sense is None or sense.article:
            return None
        return added(amount, counted(unit, 1, first=at, last=at + 1, cut=0, rule=""))
    part = read_core(scan, at, unit)
    return added(amount, part) if part is not None and part.exact else None


def _subtracted(scan: Scan, amount: Amount) -> Amount | None:
    """Read إلا ربعا, إلا خمس دقائق behind an amount."""
    if scan.norm(amount.last) != "الا":
        return None
    quantity = scan.quantities.get(amount.last + 1)
    if quantity is None:
        return None
    if quantity.kind == "fraction":
        part = replace(
            amount, last=quantity.last, low=quantity.value * amount.unit, high=quantity.value * amount.unit
        )
        return added(amount, part, -1)
    unit = scan.role(quantity.last, "unit")
    if unit is None or unit.value >= amount.unit:
        return None
    part = counted(unit, quantity.value, first=amount.last, last=quantity.last + 1, cut=0, rule="")
    return added(amount, part, -1)


def _range_before(scan: Scan, amount: Amount, reached: int) -> Amount:
    """Read the lower bound: 3-4 ساعات, من 3 إلى 4, بين 6 و7, ثلاثة أو أربعة."""
    quantity = scan.quantities.get(amount.first)
    if not amount.exact or quantity is None:
        return _hyphenated(scan, amount)
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
    count = amount.parts[0][0]
    rest = amount.low - (count or 0) * _first_unit(amount)
    low = value * factor * _first_unit(amount)
    lower = replace(amount, low=low, high=low, parts=((value * factor, amount.parts[0][1]),))
    made = ranged(lower, amount) if rest == 0 else ranged(lower, amount)
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


def _hyphenated(scan: Scan, amount: Amount) -> Amount:
    """Read 3-4 ساعات, which is one token."""
    if not amount.bare and amount.rule != "time.duration.bare_plural":
        return amount
    return amount


def _range_behind(scan: Scan, amount: Amount) -> Amount | None:
    """Read the upper bound with its own unit: ساعة إلى ساعتين, بين شهر وثلاثة أشهر, أسبوعا أو أسبوعين."""
    link = scan.norm(amount.last)
    before = scan.norm(amount.first - 1)
    between = before in _BETWEEN
    start = amount.last + (link in _TO or link in _OR or (between and link == "و"))
    if not amount.exact or amount.low <= 0 or start >= len(scan.tokens):
        return None
    sense = scan.senses[start]
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
    sense = scan.senses[at]
    if unit is None or sense is None or sense.article:
        return None
    found = _simple(scan, at)
    if found is None and unit.kind == "singular" and unit.flag != "contract" and at not in scan.ending:
        return counted(unit, 1, first=at, last=at + 1, cut=sense.cut, rule="")
    return found


def _adjectives(scan: Scan, amount: Amount) -> Amount:
    """Take in what says how long, which or how many: طويلة, الماضية, كاملة, من الزمن."""
    last = amount.last
    for _ in range(3):
        sense = scan.senses[last] if last < len(scan.senses) else None
        if sense is None or sense.proclitics:
            break
        roles = sense.roles
        if "relation" in roles or "whole" in roles or (amount.vague and "vague_adjective" in roles):
            last += 1
            continue
        if "relation_part" in roles and sense.article and amount.rule.endswith("number_behind"):
            last += 1
            continue
        break
    if scan.norm(last) == "من" and scan.role(last + 1, "of_time"):
        last += 2
    return replace(amount, last=last) if last != amount.last else amount


def _comparator_behind(scan: Scan, amount: Amount) -> Amount:
    """Read على الأقل, تقريبا, أو أكثر behind the amount, with or without a comma."""
    index = amount.last + (scan.norm(amount.last) in _COMMAS)
    found = scan.match(index, "comparator_after")
    if found is None and scan.norm(index) == "تقريبا":
        found = scan.match(index, "comparator_before")
    if found is None or found.article:
        return amount
    return replace(qualified(amount, found.item.text), last=found.last)


def _comparators_before(scan: Scan, amount: Amount, reached: int) -> Amount:
    for _ in range(2):
        found = scan.match_ending(amount.first, "comparator_before")
        if found is None or found.first < reached or amount.cut or found.article:
            break
        if found.item.key == "up_to" and (amount.vague or scan.norm(found.first) == "حتي" and amount.bare):
            break
        if found.item.key == "less" and found.last - found.first == 1 and amount.unit > 86400 * 300:
            break
        amount = qualified(amount, found.item.text)
        if found.item.flag == "yes":
            amount = replace(amount, first=found.first, cut=found.cut)
        else:
            break
    return amount


def _lead(scan: Scan, amount: Amount, reached: int) -> Amount:
    """Take in كل "every" and آخر "the last" before the amount."""
    if amount.cut or amount.first - 1 < reached:
        return amount
    for role in ("every", "lead"):
        found = scan.match_ending(amount.first, role)
        if found is not None and not found.article and not amount.vague:
            return replace(amount, first=found.first, cut=found.cut)
    return amount


def _in_negation(scan: Scan, amount: Amount) -> Amount:
    if amount.mod != "MORE_THAN" or amount.vague or not negated(scan, amount):
        return amount
    return replace(
        amount, low=0, high=amount.low, mod="EQUAL_OR_LESS", rule="time.duration.negated_comparator"
    )
