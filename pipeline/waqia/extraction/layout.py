"""Where things stand: token positions of raw offsets, and what covers each token.

Rules about triggers, cues and arguments count tokens; mentions carry raw offsets. This module links the two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from waqia.extraction.analysis import ActorMention, Analysis, DateMention, DurationMention, PlatformMention
from waqia.extraction.body import body_start
from waqia.lexicon.match import Hit
from waqia.records import Span
from waqia.text.tokens import Token

HARD_STOPS = frozenset("؛.؟!?:;…")
SOFT_STOPS = frozenset("،,")


_Item = TypeVar("_Item")
_Mention = TypeVar("_Mention", ActorMention, DateMention, DurationMention)
Placed = tuple[tuple[int, int], _Mention]
"""A mention with the tokens ``[first, last)`` that it covers."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object that something can happen to: a platform mention or an object of the lexicon.

    Tokens ``[first, last)``; ``kind`` is ``platform`` or the object's class; ``span`` is raw.
    """

    first: int
    last: int
    kind: str
    span: Span
    platform: PlatformMention | None
    enclitic: bool = False


@dataclass
class Layout:
    """Token positions of an analysis; built once for events and claims."""

    analysis: Analysis
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    things: dict[int, Thing] = field(init=False)
    thing_ends: dict[int, Thing] = field(init=False)
    skippable: list[bool] = field(init=False)
    affecting: list[bool] = field(init=False)
    _hits: dict[str, dict[int, list[Hit]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        tokens = self.analysis.text.tokens
        self.starts = [token.start for token in tokens]
        self.ends = [token.end for token in tokens]
        found = list(self._things())
        self.things = {thing.first: thing for thing in found}
        self.thing_ends = {thing.last: thing for thing in found}
        self.skippable = self._skippable()
        self.affecting = self._covered(
            hit for hit in self.analysis.of("transparent") if hit.entry.values["kind"] == "affect"
        )

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the text."""
        return self.analysis.text.tokens

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return the tokens ``[first, last)`` that a raw span touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def sentence_at(self, token: int) -> int:
        """Return the sentence index of a token."""
        return self.analysis.text.sentence_of[token]

    def sentence_bounds(self, token: int) -> tuple[int, int]:
        """Return the token range of the sentence that holds a token."""
        sentence = self.analysis.text.sentences[self.sentence_at(token)]
        if sentence.first <= self._body <= token:
            return self._body, sentence.last
        return sentence.first, sentence.last

    @cached_property
    def _body(self) -> int:
        """The first token behind the dateline, which is no part of any clause."""
        return bisect_left(self.starts, body_start(self.analysis))

    @cached_property
    def occupied(self) -> frozenset[int]:
        """The tokens that belong to some thing."""
        return frozenset(at for thing in self.things.values() for at in range(thing.first, thing.last))

    def hits(self, category: str, token: int) -> Sequence[Hit]:
        """Return the lexicon hits of a category that begin in the sentence of a token, in text order."""
        if category not in self._hits:
            self._hits[category] = self._by_sentence((hit.first, hit) for hit in self.analysis.of(category))
        return self._hits[category].get(self.sentence_at(token), ())

    def actors(self, token: int) -> Sequence[Placed[ActorMention]]:
        """Return the actor mentions that begin in the sentence of a token, with their token ranges."""
        return self._actors.get(self.sentence_at(token), ())

    def dates(self, token: int) -> Sequence[Placed[DateMention]]:
        """Return the dates that begin in the sentence of a token, with their token ranges."""
        return self._dates.get(self.sentence_at(token), ())

    def durations(self, token: int) -> Sequence[Placed[DurationMention]]:
        """Return the durations that begin in the sentence of a token, with their token ranges."""
        return self._durations.get(self.sentence_at(token), ())

    @cached_property
    def hit_starts(self) -> dict[int, list[int]]:
        """For each token where lexicon hits begin, their raw starts."""
        table: dict[int, list[int]] = {}
        for hit in self.analysis.hits:
            table.setdefault(hit.first, []).append(hit.start)
        return table

    @cached_property
    def _actors(self) -> dict[int, list[Placed[ActorMention]]]:
        return self._placed(self.analysis.actors)

    @cached_property
    def _dates(self) -> dict[int, list[Placed[DateMention]]]:
        return self._placed(self.analysis.dates)

    @cached_property
    def _durations(self) -> dict[int, list[Placed[DurationMention]]]:
        return self._placed(self.analysis.durations)

    def _placed(self, mentions: Sequence[_Mention]) -> dict[int, list[Placed[_Mention]]]:
        placed = [(self.range_of(mention.span), mention) for mention in mentions]
        return self._by_sentence((where[0], (where, mention)) for where, mention in placed)

    def _by_sentence(self, items: Iterable[tuple[int, _Item]]) -> dict[int, list[_Item]]:
        table: dict[int, list[_Item]] = {}
        for token, item in items:
            table.setdefault(self.sentence_at(token), []).append(item)
        return table

    def _things(self) -> Iterable[Thing]:
        platforms = self.analysis.platforms
        taken: set[int] = set()
        for mention in platforms:
            first, last = self.range_of(mention.span)
            taken.update(range(first, last))
            yield Thing(first, last, "platform", mention.span, mention)
        for first, last, span in self._outlets():
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                yield Thing(first, last, "outlet", span, None)
        for hit in self.analysis.of("object"):
            if taken.isdisjoint(range(hit.first, hit.last)):
                span = self.analysis.text.span(hit.start, hit.end)
                kind = self._kind(hit)
                taken.update(range(hit.first, hit.last))
                yield Thing(hit.first, hit.last, kind, span, None, bool(hit.enclitic))

    def _outlets(self) -> Iterable[tuple[int, int, Span]]:
        """Yield the organizations that are news outlets by the lexicon: those whose names end as an outlet's does.

        الاتحاد is a newspaper, الاتحاد الأوروبي is none.
        """
        named = [(hit.start, hit.end) for hit in self.analysis.of("outlet")]
        for actor in self.analysis.actors:
            if any(start < actor.span.end <= end for start, end in named):
                first, last = self.range_of(actor.span)
                yield first, last, actor.span

    def _kind(self, hit: Hit) -> str:
        """Return the class of an object; a bare موقع ("site, location") is a web site only beside digital words."""
        kind = hit.entry.values["class"]
        if kind == "current":
            return "unclear" if self._is_political(hit.last) else "power"
        if not kind.startswith("bare_"):
            return kind
        if kind == "bare_network":
            return "network" if self._names_internet else "unclear"
        return kind.removeprefix("bare_") if self.digital else "unclear"

    @cached_property
    def _names_internet(self) -> bool:
        """Whether the article names the internet: then الشبكة "the network" may be it."""
        return any(hit.entry.values["class"] == "internet" for hit in self.analysis.of("object"))

    @cached_property
    def _transparent(self) -> frozenset[int]:
        return frozenset(hit.first for hit in self.analysis.of("transparent"))

    def _is_political(self, index: int) -> bool:
        """Say whether an adjective that is no common one follows التيار (التيار الإصلاحي "the reform movement")."""
        if index >= len(self.tokens) or not self.tokens[index].norm.startswith("ال"):
            return False
        return index not in self._transparent

    @cached_property
    def digital(self) -> bool:
        """Whether the article names a service, the internet or web sites as such."""
        if self.analysis.platforms:
            return True
        objects = self.analysis.of("object")
        if any(hit.entry.values["class"] in _DIGITAL for hit in objects):
            return True
        owners = {self.range_of(actor.span)[0] for actor in self.analysis.actors if actor.type == "organization"}
        return any(hit.last in owners for hit in objects if hit.entry.values["class"] == "bare_site")

    def _covered(self, hits: Iterable[Hit]) -> list[bool]:
        table = [False] * len(self.tokens)
        for hit in hits:
            for index in range(hit.first, hit.last):
                table[index] = True
        return table

    def _skippable(self) -> list[bool]:
        table = self._covered(self.analysis.of("transparent"))
        analysis = self.analysis
        groups: Sequence[Sequence[Span]] = (
            [mention.span for mention in analysis.actors],
            [mention.span for mention in analysis.dates],
            [mention.span for mention in analysis.durations],
            [mention.role for mention in analysis.actors if mention.role is not None],
        )
        for group in groups:
            for span in group:
                for index in range(*self.range_of(span)):
                    table[index] = True
        for index, token in enumerate(self.tokens):
            if token.kind in ("number", "symbol") or token.clean in _QUIET:
                table[index] = True
        return table


_DIGITAL = frozenset({"internet", "site", "app", "account", "system"})
_QUIET = frozenset("\"«»“”„‟'’‘()[]-–—/ـ•*") | {"و", "أو", "او"}
