"""Arabic numerals in digits and words: value and extent.

Word numerals follow the reference grammar (Ryding 2005, ch. 15): units before tens joined by و (خمسة وعشرون
"five and twenty" = 25), a unit before مئة or a scale multiplies it, larger scales come first, و adds.
"""

from waqia.time.digits import tidy
from waqia.time.numeral_fractions import NumeralFractions
from waqia.time.quantity import Quantity
from waqia.time.vocabulary import Item, Sense

_LONGEST = 24


class NumeralReader(NumeralFractions):
    """Reads numerals forward from a token; every read looks at most 24 tokens ahead."""

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
        if item.kind in ("unit", "ten") and (part := self._part_of_unit(index, sense)) is not None:
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
            if bound > 1 and follow is None and self._hundreds_in_digits(last):
                follow = last
            if bound <= 1 or follow is None:
                break
            at = follow
        if last == index:
            return None
        return self._with_fraction(index, last, total, scale, joined, digits)

    def _hundreds_in_digits(self, index: int) -> bool:
        """True at 3 مئة, which needs no و behind a thousand: 4 آلاف 3 مئة."""
        return index < len(self._tokens) and self._tokens[index].kind == "number" and self._bare_hundred(index + 1)

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
        if total >= 11 and total == int(total) and not digits:
            total, last = self._divided(total, last)
        total, last = self._less_a_part(total, last, scale)
        cut = sense.cut if sense else 0
        conjunction = sense.conjunction if sense else False
        article = sense.article if sense else False
        kind = "digits" if digits else "words"
        return Quantity(index, last, tidy(total), kind, cut, article, conjunction, scale, joined)

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
