"""Durations: amounts of time with their compounds, ranges, adjectives and comparators."""

from dataclasses import replace

from waqia.time.amounts import Amount, counted, qualified, timex3
from waqia.time.duration_compound import read_compound
from waqia.time.duration_context import is_age, is_clock, is_rate, negated
from waqia.time.duration_range import hyphenated, range_before, range_behind
from waqia.time.mentions import Duration
from waqia.time.scan import Scan

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
    unit = scan.role(at, "unit")
    amount = (hyphenated(scan, at, unit) if unit is not None else None) or read_compound(scan, at)
    if amount is None:
        return None
    amount = range_behind(scan, amount) or range_before(scan, amount, reached)
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


def _adjectives(scan: Scan, amount: Amount) -> Amount:
    """Take in what says how long, which or how many: طويلة, الماضية, كاملة, من الزمن."""
    last = amount.last
    for _ in range(3):
        sense = scan.sense(last)
        if sense is None or sense.proclitics:
            break
        roles = sense.roles
        if "relation" in roles or "whole" in roles or (amount.vague and "vague_adjective" in roles):
            last += 1
            continue
        numbered = amount.rule.endswith(("number_behind", "dual"))
        if "relation_part" in roles and sense.article and numbered:
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
        if found.item.key == "up_to" and (amount.vague or (scan.norm(found.first) == "حتي" and amount.bare)):
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
    return replace(amount, low=0, high=amount.low, mod="EQUAL_OR_LESS", rule="time.duration.negated_comparator")
