"""Fractions: نصف "half", ثلاثة أرباع "three quarters", with the scale they are of."""

from waqia.time.digits import tidy
from waqia.time.numeral_groups import NumeralGroups
from waqia.time.quantity import Quantity
from waqia.time.vocabulary import Item, Sense


class NumeralFractions(NumeralGroups):
    """Reads fractions of one, or of a scale."""

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

    def _divided(self, total: float, last: int) -> tuple[float, int]:
        """Read مئة وثلاثون خمسا "a hundred and thirty fifths"; only a fraction can stand behind 11 and more."""
        sense = self._senses[last] if last < len(self._tokens) else None
        if sense is None or sense.proclitics or sense.article:
            return total, last
        item = self._item(last)
        if item is not None and item.kind == "denominator":
            return total / item.value, last + 1
        part = _single_part(sense)
        closed = last + 1 >= len(self._tokens) or self._tokens[last + 1].kind == "punct"
        return (total * part, last + 1) if part is not None and closed else (total, last)

    def _less_a_part(self, total: float, last: int, scale: float) -> tuple[float, int]:
        """Read مليون إلا ربعا "a million less a quarter of it", مئة إلا ربعا."""
        if last + 1 >= len(self._tokens) or self._tokens[last].norm != "الا":
            return total, last
        whole = scale if scale > 1 else 100.0
        item = self._item(last + 1)
        if item is None or item.kind != "fraction" or total % whole or not self._plain(last + 1):
            return total, last
        return total - item.value * whole, last + 2

    def _part_of_unit(self, index: int, sense: Sense) -> Quantity | None:
        """Read خمس الساعة "a fifth of the hour": five hours would be خمس ساعات."""
        part = _single_part(sense)
        after = self._senses[index + 1] if index + 1 < len(self._tokens) else None
        unit = after.roles.get("unit") if after is not None else None
        if part is None or after is None or unit is None or unit.kind != "singular":
            return None
        if sense.article or not after.article or after.proclitics:
            return None
        return Quantity(index, index + 1, part, "fraction", sense.cut, False, sense.conjunction)


def _single_part(sense: Sense) -> float | None:
    """Return 1/5 for خمس, which is five or a fifth by its vowel, and so for the others."""
    item = sense.roles.get("vowelled")
    return item.value if item is not None and item.kind == "vowelled" else None
