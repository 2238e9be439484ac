"""One pass over a text: what each token can be, its numerals, and the phrases that end before a token."""

from dataclasses import dataclass, field, replace

from waqia.text.document import Text
from waqia.text.tokens import Token
from waqia.time.numerals import NumeralReader
from waqia.time.quantity import Quantity
from waqia.time.vocabulary import Item, Sense, vocabulary

_DAMMA = "\u064f"


@dataclass(frozen=True, slots=True)
class Match:
    """A listed form over tokens ``[first, last)``; ``cut`` characters of the first are proclitics."""

    first: int
    last: int
    item: Item
    cut: int
    article: bool
    proclitics: str


@dataclass(slots=True)
class Scan:
    """A text with everything the grammars look up; all indices are token indices.

    ``quantities`` start where their key says; ``ending`` lists the numerals that end before a token;
    ``phrases`` and ``phrases_ending`` do the same for forms of several words. ``units``, ``anchors`` are the
    tokens where a duration and a date can stand.
    """

    text: Text
    tokens: list[Token]
    senses: list[Sense | None]
    quantities: dict[int, Quantity] = field(default_factory=dict)
    ending: dict[int, Quantity] = field(default_factory=dict)
    phrases: dict[int, list[Match]] = field(default_factory=dict)
    phrases_ending: dict[int, list[Match]] = field(default_factory=dict)
    units: list[int] = field(default_factory=list)
    anchors: list[int] = field(default_factory=list)

    def sense(self, index: int) -> Sense | None:
        """Return what a token can be; out of range is None."""
        return self.senses[index] if 0 <= index < len(self.senses) else None

    def definite(self, index: int) -> bool:
        """Return whether a known word at a token has ال."""
        sense = self.sense(index)
        return sense is not None and sense.article

    def role(self, index: int, role: str) -> Item | None:
        """Return the item of a role at a token (phrases included), or None; out of range is None."""
        if not 0 <= index < len(self.senses):
            return None
        sense = self.senses[index]
        if sense is None:
            return None
        return sense.roles.get(role)

    def match(self, index: int, role: str) -> Match | None:
        """Return the longest form of a role that starts at a token, phrases first."""
        if not 0 <= index < len(self.senses):
            return None
        for found in self.phrases.get(index, ()):
            if found.item.role == role:
                return found
        sense = self.senses[index]
        item = sense.roles.get(role) if sense else None
        if sense is None or item is None:
            return None
        return Match(index, index + 1, item, sense.cut, sense.article, sense.proclitics)

    def match_ending(self, last: int, role: str) -> Match | None:
        """Return the longest form of a role that ends before token ``last``."""
        for found in self.phrases_ending.get(last, ()):
            if found.item.role == role:
                return found
        sense = self.senses[last - 1] if 0 < last <= len(self.senses) else None
        item = sense.roles.get(role) if sense else None
        if sense is None or item is None:
            return None
        return Match(last - 1, last, item, sense.cut, sense.article, sense.proclitics)

    def isolated(self, first: int, last: int) -> bool:
        """Return whether tokens ``[first, last)`` are all the text there is, marks aside (a table's cell, a query)."""
        if any(token.kind not in ("punct", "symbol") for token in self.tokens[max(first - 3, 0) : first]):
            return False
        if any(token.kind not in ("punct", "symbol") for token in self.tokens[last : last + 3]):
            return False
        return first <= 3 and len(self.tokens) - last <= 3

    def norm(self, index: int) -> str:
        """Return the folded token at an index, or the empty string outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def raw(self, first: int, last: int, cut: int) -> tuple[int, int]:
        """Return the raw span of tokens ``[first, last)`` without ``cut`` proclitic letters."""
        start = self.tokens[first].start
        if cut:
            start, _ = self.text.view.raw_span(self.tokens[first].at + cut, self.tokens[first].at + cut + 1)
        return start, self.tokens[last - 1].end


def scan(text: Text) -> Scan:
    """Look every token up once and read the numerals; linear in the length of the text."""
    tokens = text.tokens
    sense_of = vocabulary().sense
    senses = [sense_of(token) for token in tokens]
    if _DAMMA in text.raw:
        _vowelled(text, senses)
    found = Scan(text, tokens, senses)
    reader = NumeralReader(tokens, senses)
    until = 0
    for index, token in enumerate(tokens):
        sense = senses[index]
        if sense is None:
            if token.kind == "number":
                if len(token.clean) > 3 or (index + 1 < len(tokens) and tokens[index + 1].norm == "ه"):
                    found.anchors.append(index)
            elif token.norm != "ال":
                continue
        else:
            if sense.phrases:
                _phrases(found, index, sense)
            if "unit" in sense.roles:
                found.units.append(index)
            if sense.anchor:
                found.anchors.append(index)
        if index >= until and (sense is None or "number" in sense.roles):
            quantity = reader.read(index)
            if quantity is not None:
                found.quantities[index] = quantity
                found.ending[quantity.last] = quantity
                until = quantity.last
    return found


def _vowelled(text: Text, senses: list[Sense | None]) -> None:
    """Make fractions of what its vowel tells from a number: خُمس "a fifth", not خَمس "five"."""
    for index, sense in enumerate(senses):
        item = sense.roles.get("vowelled") if sense is not None else None
        if sense is None or item is None:
            continue
        at = text.tokens[index].at + sense.cut
        first, _ = text.view.raw_span(at, at + 1)
        if text.raw[first + 1 : first + 2] == _DAMMA:
            fraction = replace(item, role="number", kind="fraction")
            senses[index] = replace(sense, roles={**sense.roles, "number": fraction})


def _phrases(found: Scan, index: int, sense: Sense) -> None:
    tokens = found.tokens
    for phrase in sense.phrases:
        last = index + 1 + len(phrase.rest)
        if last > len(tokens):
            continue
        if all(tokens[index + 1 + offset].norm in (word, "ال" + word) for offset, word in enumerate(phrase.rest)):
            made = Match(index, last, phrase.item, sense.cut, sense.article, sense.proclitics)
            found.phrases.setdefault(index, []).append(made)
            found.phrases_ending.setdefault(last, []).append(made)
