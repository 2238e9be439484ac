"""Arabic numerals in digits and words: value and extent.

Word numerals follow the reference grammar (Ryding 2005, ch. 15): units before tens joined by و (خمسة وعشرون
"five and twenty" = 25), a unit before مئة or a scale multiplies it, larger scales come first, و adds.
"""

import re
from collections.abc import Sequence

from waqia.text.tokens import Token
from waqia.time.digits import digits_value, tidy
from waqia.time.quantity import Quantity
from waqia.time.vocabulary import Item, Sense

_LONGEST = 24
_GROUP = re.compile(r"\d{3}(?:\.\d{1,9})?")


class NumeralReader:
    """Reads numerals forward from a token; every read looks at most 24 tokens ahead."""

    def __init__(self, tokens: Sequence[Token], senses: Sequence[Sense | None]) -> None:
        self._tokens = tokens
        self._senses = senses

    def read(self, index: int) -> Quantity | None:
        """Return the longest numeral that starts at ``index``, or None."""
        token = self._tokens[index]
        if token.kind == "number":
            return self._cardinal(index)
        sense = self._senses[index]
        if sense is None or "number" not in sense.roles:
            return self._behind_article(index) if token.norm == "ال" else None
        item = sense.roles["number"]
        if item.kind == "ordinal":
            return self._ordinal(index, sense, item)
        if item.kind in ("fraction", "denominator"):
            return self._fraction(index, sense, item)
        if item.kind == "vague_scale":
            return None
        if item.kind == "unit" and (part := self._parts(index, sense, item)) is not None:
            return part
        if item.kind == "bound_unit" and self._is_ordinal_head(index, sense):
            return self._ordinal(index, sense, item)
        if item.kind == "bound_unit" and item.value == 1 and sense.article and self._tens_behind(index + 1):
            return Quantity(index, index + 1, 1, "words", sense.cut, True, sense.conjunction)
        return self._cardinal(index)

    def _tens_behind(self, index: int) -> bool:
        """True behind الإحدى in الإحدى والعشرين "the twenty-first"."""
        sense, item = (self._senses[index], self._item(index)) if index < len(self._tokens) else (None, None)
        return sense is not None and item is not None and sense.conjunction and sense.article and item.kind == "tens"

    def _is_ordinal_head(self, index: int, sense: Sense) -> bool:
        if not self._tokens[index].norm.endswith(("حادي", "حاديه")):
            return False
        after = self._item(index + 1)
        return sense.article or (after is not None and after.kind == "ten")

    def _behind_article(self, index: int) -> Quantity | None:
        """Read الـ24, which is two tokens."""
        if index + 1 >= len(self._tokens) or self._tokens[index + 1].kind != "number":
            return None
        inner = self._cardinal(index + 1)
        if inner is None:
            return None
        return Quantity(index, inner.last, inner.value, inner.kind, 0, True, False, inner.scale)

    def _term(self, index: int) -> tuple[float, str] | None:
        """Return value and kind of one numeral word or digit group."""
        if index >= len(self._tokens):
            return None
        token = self._tokens[index]
        if token.kind == "number":
            value = digits_value(token.clean)
            return None if value is None else (value, "digits")
        sense = self._senses[index]
        item = sense.roles.get("number") if sense else None
        if item is None or item.kind in ("ordinal", "denominator", "vague_scale"):
            return None
        return item.value, item.kind

    def _item(self, index: int) -> Item | None:
        sense = self._senses[index] if index < len(self._tokens) else None
        return sense.roles.get("number") if sense else None

    def _joined(self, index: int) -> int | None:
        """Return where a numeral joined by و to what ends at ``index`` begins, or None."""
        if index >= len(self._tokens):
            return None
        if self._tokens[index].norm == "و":
            return index + 1
        sense = self._senses[index]
        return index if sense is not None and sense.proclitics == "و" and not sense.article else None

    def _plain(self, index: int) -> bool:
        sense = self._senses[index] if index < len(self._tokens) else None
        return sense is not None and not sense.proclitics

    def _cardinal(self, index: int) -> Quantity | None:
        total: float = 0
        bound = float("inf")
        at, last, scale, joined, digits = index, index, 1.0, False, False
        while at < index + _LONGEST:
            group = self._group(at)
            if group is None or group[2] >= bound:
                break
            value, last, bound, kind, joined = group
            total += value
            scale = bound
            digits = digits or kind == "digits"
            follow = self._joined(last)
            if bound <= 1 or follow is None:
                break
            at = follow
        if last == index:
            return None
        return self._with_fraction(index, last, total, scale, joined, digits)

    def _group(self, at: int) -> tuple[float, int, float, str, bool] | None:
        """Read up to one scale word: (value, end, scale, kind, unit-and-tens)."""
        below = self._hundreds(at)
        kind = "words"
        if below is None:
            term = self._term(at)
            if term is None or term[1] not in ("scale", "scale_dual", "digits"):
                return None
            value, kind = term
            if kind == "digits":
                below = (*self._spaced_groups(at, value), False)
            else:
                return self._multiplied(value * (2 if kind == "scale_dual" else 1), at + 1, value, kind, False)
        value, last, joined = below
        value, last = self._decimals(value, last)
        return self._multiplied(value, last, 1, kind, joined)

    def _spaced_groups(self, at: int, value: float) -> tuple[float, int]:
        """Read 100 000, thousands set off by single spaces."""
        last = at + 1
        if len(self._tokens[at].clean) > 3 or value < 1:
            return value, last
        while last < min(len(self._tokens), at + 5):
            token, before = self._tokens[last], self._tokens[last - 1]
            if token.kind != "number" or not _GROUP.fullmatch(token.clean):
                break
            if token.start - before.end != 1 or token.at - before.at - len(before.clean) != 1:
                break
            value, last = value * 1000 + float(token.clean), last + 1
            if len(token.clean) > 3:
                break
        return tidy(value), last

    def _decimals(self, value: float, last: int) -> tuple[float, int]:
        """Read فاصلة "point" and the digits behind it."""
        if last + 1 >= len(self._tokens) or self._tokens[last].norm not in ("فاصله", "فاصل"):
            return value, last
        behind = self._hundreds(last + 1)
        term = self._term(last + 1)
        if behind is None and term is not None and term[1] == "digits":
            behind = (term[0], last + 2, False)
        if behind is None or behind[0] != int(behind[0]) or value != int(value):
            return value, last
        return float(f"{int(value)}.{int(behind[0])}"), behind[1]

    def _multiplied(
        self, value: float, last: int, scale: float, kind: str, joined: bool
    ) -> tuple[float, int, float, str, bool]:
        for _ in range(2):
            term = self._term(last)
            if term is None or term[1] != "scale" or not self._plain(last):
                break
            value, scale, last = value * term[0], scale * term[0], last + 1
        return value, last, scale, kind, joined and scale == 1

    def _hundreds(self, at: int) -> tuple[float, int, bool] | None:
        """Read a numeral below 1000 in words: (value, end, unit-and-tens)."""
        term = self._term(at)
        if term is None:
            return None
        value, kind = term
        if kind in ("unit", "bound_unit", "ten") and self._plain(at + 1):
            after = self._term(at + 1)
            if after and after[1] == "hundred" and kind == "unit" and 3 <= value <= 9:
                return self._add_tens(value * 100, at + 2)
            many = self._item(at + 1)
            if many and many.kind == "vague_scale" and many.value >= 100 and kind == "unit" and 3 <= value <= 9:
                return self._add_tens(value * many.value, at + 2)
        if kind == "hundred" or kind == "hundreds":
            return self._add_tens(value, at + 1)
        return self._tens(at)

    def _add_tens(self, value: float, last: int) -> tuple[float, int, bool]:
        follow = self._joined(last)
        tens = self._tens(follow) if follow is not None else None
        if tens is None:
            return value, last, False
        return value + tens[0], tens[1], False

    def _tens(self, at: int) -> tuple[float, int, bool] | None:
        term = self._term(at)
        if term is None:
            return None
        value, kind = term
        if kind in ("teen", "ten", "tens"):
            return value, at + 1, False
        if kind not in ("unit", "bound_unit"):
            return None
        parts = self._item(at + 1)
        if parts and parts.kind == "denominator" and self._plain(at + 1):
            return None
        after = self._term(at + 1)
        if after and after[1] == "ten" and self._plain(at + 1) and 1 <= value <= 9:
            return value + 10, at + 2, False
        follow = self._joined(at + 1)
        joined = self._term(follow) if follow is not None else None
        if joined and follow is not None and joined[1] == "tens" and value >= 1:
            return value + joined[0], follow + 1, True
        return (value, at + 1, False) if kind == "unit" else None

    def _with_fraction(self, index: int, last: int, total: float, scale: float, joined: bool, digits: bool) -> Quantity:
        sense = self._senses[index]
        follow = self._joined(last)
        if follow is not None and total == int(total):
            part = self._fraction_term(follow)
            if part is not None and (scale > 1 or not self._unit_follows(part[1])):
                below = self._term(part[1])
                smaller = below is not None and below[1] in ("hundred", "scale") and below[0] < scale
                total += part[0] * (below[0] if below is not None and smaller else scale)
                last = part[1]
                last += smaller or self._same_scale(last, scale)
        cut = sense.cut if sense else 0
        conjunction = sense.conjunction if sense else False
        article = sense.article if sense else False
        kind = "digits" if digits else "words"
        return Quantity(index, last, tidy(total), kind, cut, article, conjunction, scale, joined)

    def _unit_follows(self, index: int) -> bool:
        """True where the fraction is of a unit: خمسة ونصف الساعة is left to durations."""
        sense = self._senses[index] if index < len(self._tokens) else None
        return sense is not None and "unit" in sense.roles and sense.article

    def _same_scale(self, last: int, scale: float) -> int:
        term = self._term(last)
        return 1 if term and term[1] == "scale" and term[0] == scale else 0

    def _fraction_term(self, index: int) -> tuple[float, int] | None:
        """Read نصف or ثلاثة أرباع: (value, end)."""
        sense = self._senses[index] if index < len(self._tokens) else None
        item = sense.roles.get("number") if sense else None
        if sense is None or item is None:
            return None
        if item.kind == "fraction" and not sense.article:
            return item.value, index + 1
        part = self._parts(index, sense, item) if item.kind == "unit" else None
        return (part.value, part.last) if part else None

    def _parts(self, index: int, sense: Sense, item: Item) -> Quantity | None:
        """Read ثلاثة أرباع "three quarters", with a scale behind it."""
        after = self._senses[index + 1] if index + 1 < len(self._tokens) else None
        below = after.roles.get("number") if after else None
        if after is None or below is None or below.kind != "denominator" or after.proclitics:
            return None
        return self._scaled_part(index, sense, item.value / below.value, index + 2)

    def _fraction(self, index: int, sense: Sense, item: Item) -> Quantity | None:
        if item.kind == "denominator" or sense.article:
            return None
        return self._scaled_part(index, sense, item.value, index + 1)

    def _scaled_part(self, index: int, sense: Sense, value: float, last: int) -> Quantity:
        term = self._term(last)
        scale = 1.0
        if term and term[1] in ("scale", "hundred") and self._plain(last):
            value, scale, last = value * term[0], term[0], last + 1
        return Quantity(index, last, tidy(value), "fraction", sense.cut, False, sense.conjunction, scale)

    def _ordinal(self, index: int, sense: Sense, item: Item) -> Quantity:
        value, last = item.value, index + 1
        after = self._term(last)
        if after and after[1] == "ten" and self._plain(last):
            value, last = value + 10, last + 1
        else:
            follow = self._joined_ordinal(last)
            term = self._term(follow) if follow is not None else None
            if term and follow is not None and term[1] == "tens":
                value, last = value + term[0], follow + 1
        return Quantity(index, last, int(value), "ordinal", sense.cut, sense.article, sense.conjunction)

    def _joined_ordinal(self, index: int) -> int | None:
        if index < len(self._tokens) and self._tokens[index].norm == "و":
            return index + 1
        sense = self._senses[index] if index < len(self._tokens) else None
        return index if sense is not None and sense.proclitics == "و" else None
