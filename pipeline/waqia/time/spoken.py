"""Numbers as a reader counts them: ordinals of larger numbers and signs, put together from numerals."""

from waqia.time.mentions import Number
from waqia.time.numerals import Quantity
from waqia.time.scan import Scan

_MINUS = frozenset({"ناقص", "سالب"})
_OUT_OF = frozenset({"بعد"})
_TENS_AND_HUNDREDS = range(20, 1000)


def as_numbers(scan: Scan) -> list[Number]:
    """Return the numbers of a text in order, with larger ordinals (المئة والخامس "the 105th") and signs."""
    quantities = list(scan.quantities.values())
    made: list[Number] = []
    index = 0
    while index < len(quantities):
        here = quantities[index]
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        joined = _joined_ordinal(scan, here, after) if after is not None else None
        if joined is not None and after is not None:
            made.append(_number(scan, here, after.last, joined, True))
            index += 2
            continue
        made.append(_number(scan, here, here.last, here.value, here.ordinal or _definite_ordinal(scan, here)))
        index += 1
    return made


def _joined_ordinal(scan: Scan, here: Quantity, after: Quantity) -> int | None:
    """Read المئة والخامس عشر "the 115th" and الثاني بعد المئة "the second after the hundredth"."""
    if here.last == after.first and after.ordinal and after.conjunction and after.article:
        if here.kind == "words" and here.article and here.value >= 100 and here.value % 100 == 0:
            return int(here.value + after.value)
        return None
    between = here.last + 1 == after.first and scan.norm(here.last) in _OUT_OF
    if between and here.article and after.article and after.kind == "words" and after.value >= 100:
        return int(here.value + after.value) if here.ordinal or here.value >= 10 else None
    return None


def _definite_ordinal(scan: Scan, here: Quantity) -> bool:
    """العشرون "the twentieth", الواحد والعشرون, الأحد عشر: a definite numeral without a counted noun."""
    if here.kind != "words" or not here.article or scan.norm(here.first) == "ال":
        return False
    if scan.role(here.last, "unit") or scan.role(here.first - 1, "unit"):
        return False
    return (here.value in _TENS_AND_HUNDREDS and (here.value % 10 in (0, 1))) or here.value in (11, 12)


def _number(scan: Scan, here: Quantity, last: int, value: float, ordinal: bool) -> Number:
    start, end = scan.raw(here.first, last, here.cut)
    signed = here.first - 1
    if scan.norm(signed) in _MINUS:
        start, _ = scan.raw(signed, signed + 1, scan.sense(signed).cut if scan.sense(signed) else 0)  # type: ignore[union-attr]
        value = -value
    elif here.kind == "digits" and _minus_sign(scan, here.first):
        start, value = scan.tokens[signed].start, -value
    return Number(start, end, scan.text.raw[start:end], int(value) if value == int(value) else value, ordinal)


def _minus_sign(scan: Scan, first: int) -> bool:
    """A hyphen that touches the digits and stands behind a space or nothing."""
    if scan.norm(first - 1) not in ("-", "−"):
        return False
    sign = scan.tokens[first - 1]
    raw = scan.text.raw
    alone = sign.start == 0 or raw[sign.start - 1].isspace()
    return alone and sign.end == scan.tokens[first].start and scan.tokens[first].kind == "number"
