"""One article laid out for reading reported speech: tokens, quotations, and which actor stands at each token."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from waqia.extraction.analysis import ActorMention, Analysis
from waqia.extraction.quote.marks import Quotation, find_quotations
from waqia.extraction.quote.words import is_word
from waqia.text.normalise import fold
from waqia.text.tokens import Token

_GLUED_PREPOSITIONS = frozenset("لبك")
_NAME = 4  # words of a name
_MARKS = frozenset("\"«“”»('")


@dataclass(frozen=True, slots=True)
class PlacedActor:
    """An actor mention at tokens ``[first, last)``.

    ``oblique``: a preposition governs it, so it is no subject; ``glued``: that preposition is a proclitic.
    ``object``: its ending says that it is no subject (طالب الصحفيين "he asked the journalists", not الصحفيون).
    """

    mention: ActorMention
    first: int
    last: int
    oblique: bool
    glued: bool
    object: bool = False

    @property
    def speaks(self) -> bool:
        """Say whether it can speak by itself; places speak only as a metonym right behind the verb."""
        return self.mention.type != "place"


class Context:
    """Token-level access to an analysis; built once an article."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.tokens: list[Token] = analysis.text.tokens
        self.sentence_of = analysis.text.sentence_of
        self.quotations: list[Quotation] = [
            pair for pair in find_quotations(analysis.text) if not self._is_glossed_name(pair)
        ]
        self.actors = self._place(analysis.actors)
        self._actor_at = [-1] * len(self.tokens)
        for number, actor in enumerate(self.actors):
            self._actor_at[actor.first : actor.last] = [number] * (actor.last - actor.first)

    def _is_glossed_name(self, pair: Quotation) -> bool:
        """Say whether marks hold a foreign name, whose Latin spelling stands behind: "دو نوت باي" (DoNotPay)."""
        behind = self.tokens[pair.after : pair.after + 2]
        if not pair.closed or len(behind) < 2 or behind[0].clean != "(":
            return False
        return self.words_in(pair.first, pair.last) <= _NAME and behind[1].clean[:1].isascii()

    @cached_property
    def quotation_at(self) -> dict[int, Quotation]:
        """The quotation that opens at each token index, the outermost one."""
        table: dict[int, Quotation] = {}
        for quotation in self.quotations:
            table.setdefault(quotation.before, quotation)
        return table

    @cached_property
    def quotation_ends(self) -> dict[int, Quotation]:
        """The quotation of three words or more whose closing mark is the token at each index."""
        long = (pair for pair in self.quotations if pair.closed and self.words_in(pair.first, pair.last) >= 3)
        return {pair.after - 1: pair for pair in long}

    @cached_property
    def closing_marks(self) -> frozenset[int]:
        """The token indices of closing marks that have an opening one."""
        return frozenset(pair.after - 1 for pair in self.quotations if pair.closed)

    def is_quoted(self, index: int) -> bool:
        """Tell whether a token stands inside closed quotation marks: a report there is no turn of the text's."""
        at = bisect_right(self._openings, index) - 1
        return at >= 0 and self.quotations[at].closed and self.quotations[at].first <= index < self.quotations[at].last

    @cached_property
    def _openings(self) -> list[int]:
        return [pair.first for pair in self.quotations]

    def linked(self, index: int) -> bool:
        """Say whether the lexicon knows the word at a token behind a conjunction و or ف."""
        return index in self._linked

    @cached_property
    def _linked(self) -> frozenset[int]:
        return frozenset(hit.first for hit in self.analysis.hits if hit.proclitics[:1] in ("و", "ف"))

    @cached_property
    def heads(self) -> dict[int, str]:
        """Token index -> category, where a title, a group head or an organization head begins."""
        table: dict[int, str] = {}
        for category in ("title", "group_head", "org_head", "given_name", "outlet", "organization"):
            for hit in self.analysis.of(category):
                table.setdefault(hit.first, category)
        return table

    def token_at(self, offset: int) -> int:
        """Return the index of the last token that starts at or before a raw offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def actor_at(self, index: int) -> PlacedActor | None:
        """Return the actor mention that covers a token."""
        number = self._actor_at[index] if 0 <= index < len(self.tokens) else -1
        return self.actors[number] if number >= 0 else None

    def actors_between(self, first: int, last: int) -> list[PlacedActor]:
        """Return the actor mentions that begin in tokens ``[first, last)``, in order."""
        begin = bisect_right(self._actor_firsts, first - 1)
        end = bisect_right(self._actor_firsts, last - 1)
        return self.actors[begin:end]

    @cached_property
    def _actor_firsts(self) -> list[int]:
        return [actor.first for actor in self.actors]

    def sentence_bounds(self, index: int) -> tuple[int, int]:
        """Return the token interval of the sentence that holds a token."""
        sentence = self.text.sentences[self.sentence_of[index]]
        return sentence.first, sentence.last

    def paragraph(self, index: int) -> int:
        """Return the number of the paragraph that holds a token."""
        return self.text.sentences[self.sentence_of[index]].paragraph

    def words_in(self, first: int, last: int) -> int:
        """Count the words, not the punctuation, of tokens ``[first, last)``, up to ten."""
        count = 0
        for index in range(first, last):
            count += self.tokens[index].kind not in ("punct", "symbol")
            if count == 10:
                break
        return count

    def _place(self, mentions: list[ActorMention]) -> list[PlacedActor]:
        placed: list[PlacedActor] = []
        for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
            first = self.token_at(mention.span.start)
            last = self.token_at(mention.span.end - 1) + 1
            if self.tokens and (not placed or first >= placed[-1].last):
                glued = self._glued(mention, first)
                governed = glued or self._governed(mention, first)
                accusative = not governed and _is_accusative(mention)
                placed.append(PlacedActor(mention, first, last, governed or accusative, glued, accusative))
        return placed

    def _glued(self, mention: ActorMention, first: int) -> bool:
        """Say whether a proclitic preposition stands before the mention or before the title that introduces it."""
        start, first = self._with_role(mention, first)
        token = self.tokens[first]
        return start > token.start and token.norm.lstrip("وف")[:1] in _GLUED_PREPOSITIONS

    def _governed(self, mention: ActorMention, first: int) -> bool:
        """Say whether the word before the mention and its title is a preposition; كل من "each of" is none."""
        _, index = self._with_role(mention, first)
        index -= 1
        while index >= 0 and self.tokens[index].clean in _MARKS:
            index -= 1
        if index < 0:
            return False
        before = self.tokens[index]
        if before.norm == "من" and index and self.tokens[index - 1].norm.endswith(("كل", "كلا")):
            return False
        if before.clean == "علي":
            return False
        return before.norm in ("ل", "ب", "ك") or is_word(before.norm, "preposition")

    def _with_role(self, mention: ActorMention, first: int) -> tuple[int, int]:
        start = mention.span.start
        if mention.role is not None and mention.role.end <= start:
            start = mention.role.start
            first = self.token_at(start)
        return start, first


def _is_accusative(mention: ActorMention) -> bool:
    """Say whether an unnamed group is written as an object: a sound masculine plural or a dual in ين."""
    head = mention.span.text.split()[0]
    return mention.type == "group" and head.endswith("ين") and not is_word(fold(head), "plural_in_in")
