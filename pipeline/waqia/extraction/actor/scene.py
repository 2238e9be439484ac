"""The text as the rules for actors see it: tokens with the lexicon hits that begin at each, and proposals."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from waqia.extraction.actor.words import is_common, word_set
from waqia.extraction.analysis import Analysis
from waqia.lexicon.match import Hit
from waqia.records import ActorType, Span
from waqia.text.normalise import fold
from waqia.text.tokens import Token

QUOTES = frozenset("\"«»“”„‟'’‘")
_OPEN = frozenset("\"«“„'‘(")
_CATEGORIES = (
    "outlet", "organization", "org_head", "title", "group_head", "given_name", "report", "attribution",
    "platform", "trigger",
)  # fmt: skip
_NAMES_A_THING = ("outlet", "organization", "org_head", "title", "group_head", "report", "platform")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A span that may be an actor: tokens ``[first, last)``, raw ``[start, end)``.

    The higher ``rank`` wins ties; ``nests`` lets a listed place inside stand as its own mention.
    """

    first: int
    last: int
    start: int
    end: int
    type: ActorType
    rule: str
    rank: int = 0
    key: str | None = None
    role: Span | None = None
    country: str | None = None
    wikidata: str | None = None
    nests: bool = False

    def with_role(self, role: Span | None, country: str | None) -> "Proposal":
        """Return the proposal with what the words around it say of the actor, where it has nothing yet."""
        return replace(self, role=self.role or role, country=self.country or country)


class Scene:
    """One article's tokens with the hits that begin at each token (the longest of each category)."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.tokens: list[Token] = analysis.text.tokens
        self.hits: dict[str, dict[int, Hit]] = {}
        for category in _CATEGORIES:
            self.hits[category] = {hit.first: hit for hit in analysis.of(category)}
        self.places = {hit.first: hit for hit in analysis.of("place") if hit.form.column == "forms"}
        self.place_words: frozenset[str] = frozenset()
        self.nisbas = {hit.first: hit for hit in analysis.of("place") if hit.form.column == "nisba"}

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded token stands in the text."""
        return Counter(token.norm for token in self.tokens)

    @cached_property
    def dotless(self) -> bool:
        """Whether the text writes ى as ي (Egyptian press), so that علي may be the preposition على."""
        found = Counter(token.clean for token in self.tokens if token.norm == "علي")
        return not found["على"] and found["علي"] > 2

    def verb(self, index: int) -> Hit | None:
        """Return the finite reporting verb that begins at a token, unless it is a preposition as well."""
        hit = self.hits["report"].get(index)
        if hit is None or hit.form.column not in ("past", "present") or hit.enclitic:
            return None
        return None if self.tokens[index].norm in word_set("function") else hit

    def hit(self, category: str, index: int) -> Hit | None:
        """Return the hit of a category that begins at a token."""
        return self.hits[category].get(index)

    def norm(self, index: int) -> str:
        """Return the folded token, or nothing outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def clean(self, index: int) -> str:
        """Return the token as spelled, without marks, or nothing outside the text."""
        return self.tokens[index].clean if 0 <= index < len(self.tokens) else ""

    def is_word(self, index: int) -> bool:
        """Tell whether the token is an Arabic word."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "word"

    def is_latin(self, index: int) -> bool:
        """Tell whether the token is a word in Latin letters."""
        return 0 <= index < len(self.tokens) and self.tokens[index].kind == "latin"

    def joined(self, index: int) -> bool:
        """Tell whether a token stands in the same sentence and line as the token before it."""
        if not 0 < index < len(self.tokens):
            return False
        before, token = self.tokens[index - 1], self.tokens[index]
        return "\n" not in self.text.raw[before.end : token.start]

    def opens_quote(self, index: int) -> bool:
        """Tell whether the token is an opening quotation mark."""
        return self.clean(index) in _OPEN and self.clean(index) != "("

    def is_quote(self, index: int) -> bool:
        """Tell whether the token is a quotation mark of any kind."""
        return self.clean(index) in QUOTES

    def ends_name(self, index: int) -> bool:
        """Tell whether a nisba or a listed place, institution or platform ends right before the token."""
        return index in self._name_ends

    @cached_property
    def _name_ends(self) -> frozenset[int]:
        tables = (
            self.places,
            self.nisbas,
            *(self.hits[name] for name in ("outlet", "organization", "platform")),
        )
        return frozenset(hit.last for table in tables for hit in table.values())

    def establish(self, places: Iterable[Proposal]) -> None:
        """Note the one-word names that were found to be places, so that they are read as no person's."""
        found = (item for item in places if item.rule == "actors.place_head" and item.last == item.first + 1)
        spans = (self.text.raw[item.start : item.end] for item in found)
        self.place_words = frozenset(fold(span) for span in spans)

    def established(self, index: int) -> bool:
        """Tell whether a token is a place's name that the text established elsewhere, also with a proclitic."""
        norm = self.norm(index)
        return any(norm.startswith(cut) and norm[len(cut) :] in self.place_words for cut in ("", "و", "ب", "ل", "ول"))

    def quoted(self, first: int, last: int) -> bool:
        """Tell whether quotation marks stand on both sides of tokens ``[first, last)``."""
        return self.is_quote(first - 1) and self.is_quote(last)

    def names_thing(self, index: int) -> bool:
        """Tell whether a lexicon form that is no person's name begins at the token."""
        return any(index in self.hits[category] for category in _NAMES_A_THING) or index in self.places

    def unknown(self, index: int) -> bool:
        """Tell whether a token is an Arabic word that no list knows, so probably a name."""
        if not self.is_word(index) or self.names_thing(index) or index in self.nisbas:
            return False
        norm = self.tokens[index].norm
        return len(norm) > 2 and norm not in word_set("function") and not is_common(norm)

    def propose(
        self, first: int, last: int, kind: ActorType, rule: str, *, start: int | None = None, rank: int = 0
    ) -> Proposal:
        """Return a proposal over whole tokens, beginning at raw ``start`` if given."""
        begin = self.tokens[first].start if start is None else start
        return Proposal(first, last, begin, self.tokens[last - 1].end, kind, rule, rank)

    def raw_at(self, index: int, cut: int) -> int:
        """Return the raw offset where a token begins once ``cut`` letters are taken off."""
        return self.text.view.raw_span(self.tokens[index].at + cut, self.tokens[index].at + cut + 1)[0]

    def country_in(self, first: int, last: int) -> str | None:
        """Return the only country that nisbas and names show in tokens ``[first, last)``."""
        found = {
            hit.entry.values["country"]
            for index in range(first, last)
            for hit in (self.nisbas.get(index), self.places.get(index))
            if hit is not None and hit.entry.values["kind"] == "country"
        }
        found.discard("")
        return found.pop() if len(found) == 1 else None
