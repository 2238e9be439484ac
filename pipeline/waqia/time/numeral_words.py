"""What stands at each token, as a numeral sees it."""

from collections.abc import Sequence

from waqia.text.tokens import Token
from waqia.time.digits import digits_value
from waqia.time.vocabulary import Item, Sense


class NumeralWords:
    """Looks up numeral words and digits by token."""

    def __init__(self, tokens: Sequence[Token], senses: Sequence[Sense | None]) -> None:
        self._tokens = tokens
        self._senses = senses

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
