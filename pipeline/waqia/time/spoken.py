"""Numbers as a reader counts them: ordinals of larger numbers and signs, put together from numerals."""

from dataclasses import replace

from waqia.time.mentions import Number
from waqia.time.notation import Reading, merged
from waqia.time.quantity import Quantity
from waqia.time.scan import Scan

_MINUS = frozenset({"ناقص", "سالب"})
_DETERMINERS = frozenset({"اي", "كل", "ايه"})
_OUT_OF = frozenset({"بعد"})
_TENS_AND_HUNDREDS = range(20, 1000)
_TENS = range(20, 100, 10)
_LARGE = frozenset({10**3, 10**6, 10**9, 10**12, 10**15})


def as_numbers(scan: Scan) -> list[Number]:
    """Return the numbers of a text in order, with larger ordinals (المئة والخامس "the 105th") and signs."""
    quantities = list(scan.quantities.values())
    made: list[Reading] = []
    index = 0
    while index < len(quantities):
        here = quantities[index]
        if _is_pronoun(scan, here):
            index += 1
            continue
        after = quantities[index + 1] if index + 1 < len(quantities) else None
        joined = _joined_ordinal(scan, here, after) if after is not None else None
        if joined is not None and after is not None:
            index += 1
            quantities[index] = replace(
                after, first=here.first, cut=here.cut, value=joined, kind="ordinal", article=True
            )
            continue
        made.append(_number(scan, here, here.last, here.value, here.ordinal or _definite_ordinal(scan, here)))
        index += 1
    return [_mention(scan, reading) for reading in merged(scan, made)]


def _is_pronoun(scan: Scan, here: Quantity) -> bool:
    """True for كل واحد "each one", أي واحدة "any one"."""
    if here.value != 1 or here.kind != "words" or here.article or here.last - here.first > 1:
        return False
    return scan.norm(here.first - 1).lstrip("وبلفك") in _DETERMINERS or scan.norm(here.first - 1) in _DETERMINERS


def _joined_ordinal(scan: Scan, here: Quantity, after: Quantity) -> int | None:
    """Read المئة والخامس عشر "the 115th" and الثاني بعد المئة "the second after the hundredth"."""
    definite = after.conjunction and after.article and after.kind == "words"
    if here.last == after.first and here.article and definite and not scan.role(after.last, "unit"):
        return _joined_cardinals(scan, here, after)
    if here.last == after.first and after.ordinal and after.conjunction and after.article:
        if here.kind == "words" and here.article and here.value >= 100 and here.value % 100 == 0:
            return int(here.value + after.value)
        return None
    between = here.last + 1 == after.first and scan.norm(here.last) in _OUT_OF
    if between and here.article and after.article and after.kind == "words" and after.value >= 100:
        return int(here.value + after.value) if here.ordinal or here.value >= 10 else None
    return None


def _joined_cardinals(scan: Scan, here: Quantity, after: Quantity) -> int | None:
    """Read الواحد والعشرون "the twenty-first", الخمسمئة والعشرون; not behind a plural unit (الأيام الواحد والعشرين)."""
    before = scan.role(here.first - 1, "unit")
    tens = after.value in _TENS and (here.value == 1 or here.value % 100 == 0)
    if here.kind == "digits" or here.value <= 0 or not tens or (before is not None and before.kind == "plural"):
        return None
    return int(here.value + after.value)


def _agrees(scan: Scan, here: Quantity) -> bool:
    """True for الزائر المليون "the millionth visitor", and where the numeral is all the text there is."""
    if here.last - here.first > 1 or here.cut or here.kind != "words" or here.value not in _LARGE:
        return False
    others = [token for token in scan.tokens[here.first - 1 : here.first] if token.kind != "punct"]
    if not others:
        words = sum(token.kind not in ("punct", "symbol") for token in scan.tokens)
        return words == 1
    return others[0].clean.startswith("ال") and len(others[0].clean) > 4 and scan.sense(here.first - 1) is None


def _definite_ordinal(scan: Scan, here: Quantity) -> bool:
    """العشرون "the twentieth", الواحد والعشرون, الأحد عشر: a definite numeral without a counted noun."""
    if here.kind != "words" or not here.article or scan.norm(here.first) == "ال":
        return False
    if here.value == 100 and (here.cut or scan.norm(here.first - 1) == "في"):
        return False
    if _agrees(scan, here):
        return True
    if scan.role(here.last, "unit") or scan.role(here.first - 1, "unit"):
        return False
    return (here.value in _TENS_AND_HUNDREDS and (here.value % 10 in (0, 1))) or here.value in (11, 12)


def _number(scan: Scan, here: Quantity, last: int, value: float, ordinal: bool) -> Reading:
    start, end = scan.raw(here.first, last, here.cut)
    sign = 1
    signed = here.first - 1
    if scan.norm(signed) in _MINUS:
        start, _ = scan.raw(signed, signed + 1, scan.sense(signed).cut if scan.sense(signed) else 0)  # type: ignore[union-attr]
        sign = -1
    elif here.kind == "digits" and _minus_sign(scan, here.first):
        start, sign = scan.tokens[signed].start, -1
    return Reading(here.first, last, start, end, sign * value, ordinal, here.kind == "digits", sign)


def _mention(scan: Scan, made: Reading) -> Number:
    value = int(made.value) if made.value == int(made.value) else made.value
    return Number(made.start, made.end, scan.text.raw[made.start : made.end], value, made.ordinal)


def _minus_sign(scan: Scan, first: int) -> bool:
    """A hyphen that touches the digits and stands behind a space or nothing."""
    if scan.norm(first - 1) not in ("-", "−"):
        return False
    sign = scan.tokens[first - 1]
    raw = scan.text.raw
    alone = sign.start == 0 or raw[sign.start - 1].isspace()
    return alone and sign.end == scan.tokens[first].start and scan.tokens[first].kind == "number"
