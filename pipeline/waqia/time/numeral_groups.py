"""Groups of a numeral: what stands before and with one scale word (thousand, million)."""

import re

from waqia.time.digits import tidy
from waqia.time.numeral_words import NumeralWords

_GROUP = re.compile(r"\d{3}(?:\.\d{1,9})?")


class NumeralGroups(NumeralWords):
    """Reads numerals up to one scale word, and those below 1000."""

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
                below = self._digit_hundreds(at, value) or (*self._spaced_groups(at, value), False)
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
        of = self._part_of_ten(behind[1])
        if of is not None:
            return value + behind[0] / of, behind[1] + 2
        return float(f"{int(value)}.{int(behind[0])}"), behind[1]

    def _part_of_ten(self, index: int) -> float | None:
        """Return 100 for من مئة in فاصلة ثلاثة من مئة "point three of a hundred"."""
        of = self._term(index + 1)
        if index >= len(self._tokens) or self._tokens[index].norm != "من" or of is None or of[1] == "digits":
            return None
        return of[0] if of[0] in (10, 100, 1000) and self._plain(index + 1) else None

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
        tens = self._tens(at)
        if tens is not None and tens[0] > 10 and self._bare_hundred(tens[1]):
            return self._add_tens(tens[0] * 100, tens[1] + 1)
        return tens

    def _bare_hundred(self, index: int) -> bool:
        """True at مئة without ال and proclitics, which multiplies what stands before it."""
        item, sense = (self._item(index), self._senses[index]) if index < len(self._tokens) else (None, None)
        return item is not None and item.kind == "hundred" and sense is not None and not (sense.cut or sense.article)

    def _digit_hundreds(self, at: int, value: float) -> tuple[float, int, bool] | None:
        """Read 3 مئة و21 "3 hundred and 21"."""
        if not 0 < value < 100 or not self._bare_hundred(at + 1):
            return None
        total, last, _ = self._add_tens(tidy(value * 100), at + 2)
        follow = self._joined(last) if last == at + 2 else None
        term = self._term(follow) if follow is not None else None
        if follow is not None and term is not None and term[1] == "digits" and term[0] in range(1, 100):
            more = self._term(follow + 1)
            if more is None or more[1] not in ("hundred", "scale"):
                return total + term[0], follow + 1, False
        return total, last, False

    def _add_tens(self, value: float, last: int) -> tuple[float, int, bool]:
        follow = self._joined(last)
        tens = self._tens(follow if follow is not None else last)
        if tens is None or (follow is None and not (tens[2] and self._plain(last))):
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
