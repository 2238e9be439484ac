"""Where the content of a reporting word begins: after أن, a preposition of its frame, a colon, a mark, or as object.

What stands between the reporting word and its content is its subject with titles and adjuncts. Every search is
bounded by the sentence and by a window, so reading an article stays linear.
"""

from dataclasses import dataclass
from typing import Literal

from waqia.extraction.quote.context import Context
from waqia.extraction.quote.cues import Cue
from waqia.extraction.quote.marks import Quotation
from waqia.extraction.quote.words import is_word

Link = Literal["clause", "preposition", "object", "colon", "marks", "none"]

WINDOW = 32
_COMMAS = 3
_STOPS = frozenset("؛;.!؟?…")
_LONG = 3
_TITLE = 6
_FRAME = 10
_DESCRIBES = frozenset(("وصف", "نعت"))
_PREPOSITIONS = frozenset(("الي", "من", "عن", "علي", "في"))
PLAIN = frozenset(("قال", "أضاف", "ذكر", "صرح", "نقل", "كتب"))  # homographs that are rarely anything but the verb


@dataclass(frozen=True, slots=True)
class Complement:
    """How and where the content begins.

    ``subject`` is the first token behind the region ``[cue.last, subject)`` that holds the subject; ``token`` and
    raw ``start`` are where the content begins; ``quotation`` is set when it stands in marks.
    """

    link: Link
    subject: int
    token: int
    start: int
    quotation: Quotation | None = None


def find_complement(context: Context, cue: Cue, stops: dict[int, Cue]) -> Complement | None:
    """Return the content that a verb, participle or masdar introduces to its right; None if it has none."""
    scan = _Scan(context, cue, stops)
    return scan.run()


class _Scan:
    """One walk to the right of a cue."""

    def __init__(self, context: Context, cue: Cue, stops: dict[int, Cue]) -> None:
        self.context = context
        self.cue = cue
        self.stops = stops
        self.edge = cue.last
        self.commas = 0
        self.headed = False
        self.saturated = False
        self.fallback: Complement | None = None
        self.end = context.sentence_bounds(cue.first)[1]
        self.limit = min(self.end, cue.last + WINDOW)

    def run(self) -> Complement | None:
        index = self.cue.last
        while index < self.limit:
            found, index = self._step(index)
            if found is not None:
                return found
            if index < 0:
                return self.fallback
        return self._across_newline(index) or self.fallback

    def _step(self, index: int) -> tuple[Complement | None, int]:
        """Look at one token; return a complement, or the next index, or -1 to stop."""
        context, token = self.context, self.context.tokens[index]
        quotation = context.quotation_at.get(index)
        if quotation is not None:
            return self._marks(index, quotation)
        actor = context.actor_at(index)
        if actor is not None:
            if actor.first == index and index - self.edge <= _TITLE and not self.commas:
                self.edge = actor.last
            return None, actor.last
        if token.kind == "punct":
            return self._punctuation(index)
        if index in self.stops and index > self.cue.first:
            return None, -1
        if self._introduces(index):
            return self._content("clause", index, index + 1), index + 1
        found = self._framed(index)
        return found, index + 1

    def _marks(self, index: int, quotation: Quotation) -> tuple[Complement | None, int]:
        named = self.context.actor_at(quotation.first)
        words = self.context.words_in(quotation.first, quotation.last)
        if words >= _LONG and not (named and named.last >= quotation.last):
            if self._is_title(index):
                return None, quotation.after
            found = Complement("marks", index, quotation.first, quotation.start, quotation)
            return found, index
        if self._at_edge(index):
            self.edge = quotation.after
        return None, quotation.after

    def _is_title(self, index: int) -> bool:
        before = self.context.tokens[index - 1]
        if self.cue.lemma in _DESCRIBES and before.norm != "ب":
            return index > self.cue.last and not is_word(before.norm, "complementizer", conjunction=False)
        return index > self.cue.last and is_word(before.norm, "work")

    def _punctuation(self, index: int) -> tuple[Complement | None, int]:
        token = self.context.tokens[index]
        if token.clean in _STOPS:
            return None, -1
        if token.clean == ":":
            return self._colon(index)
        if token.clean in "،,":
            self.commas += 1
            if self.commas > _COMMAS:
                return None, -1
        return None, index + 1

    def _colon(self, index: int) -> tuple[Complement | None, int]:
        following = index + 1
        if following >= self.limit:
            return None, following
        quotation = self.context.quotation_at.get(following)
        token = self.context.tokens[following]
        if quotation is not None:
            return Complement("marks", index, quotation.first, quotation.start, quotation), index
        if is_word(token.norm, "complementizer", conjunction=False):
            return None, following
        if self.cue.homograph and not self._plain_colon(index):
            return None, -1
        return self._content("colon", index, following), following

    def _plain_colon(self, index: int) -> bool:
        """Say whether a colon behind a homograph follows its subject, so that it introduces speech."""
        return index == self.cue.last or self.cue.lemma in PLAIN or self._named(self.cue.last, index)

    def _across_newline(self, index: int) -> Complement | None:
        """Accept a quotation that opens the next paragraph when the cue's sentence ends with a colon."""
        tokens = self.context.tokens
        if index >= len(tokens) or tokens[index - 1].clean != ":":
            return None
        quotation = self.context.quotation_at.get(index)
        if quotation is None:
            return None
        return Complement("marks", index - 1, quotation.first, quotation.start, quotation)

    def _framed(self, index: int) -> Complement | None:
        """Look for a preposition of the verb's frame, and keep an object in mind."""
        token, takes = self.context.tokens[index], self.cue.takes
        if token.norm in takes and token.norm != "object" and not self.saturated and not self._object_found():
            reach = 0 if "object" in takes else _FRAME
            return self._after_preposition(index) if index - self.edge <= reach else None
        if token.norm[:-1] in takes or token.norm[:-2] in takes:
            self.saturated = self.saturated or token.norm.endswith(("ه", "ها", "هم"))
        at_edge = self._at_edge(index)
        if at_edge and token.kind == "word":
            glued = self._glued(index)
            if glued is not None and token.norm.startswith("ل"):
                self.fallback = self.fallback or glued
            elif glued is not None:
                return glued
            if "object" in takes and self.fallback is None and not self.cue.homograph:
                self.fallback = self._object(index)
        if at_edge and (self._transparent(index) or self._heads(index)):
            self.headed = self.headed or not self._transparent(index)
            self.edge = index + 1
        return None

    def _introduces(self, index: int) -> bool:
        """Say whether a token is أن that introduces content, not one of بعد أن "after" or يجب أن "must"."""
        token = self.context.tokens[index]
        if not is_word(token.norm, "complementizer", conjunction=False) or token.clean.startswith("آ"):
            return False
        before = self.context.tokens[index - 1]
        if self.context.actor_at(index - 1) is not None:
            return True
        if index > self.cue.last and is_word(before.norm, "unreported"):
            return False
        return before.norm not in _PREPOSITIONS or before.norm in self.cue.takes

    def _object_found(self) -> bool:
        return self.fallback is not None and self.fallback.link == "object"

    def _after_preposition(self, index: int) -> Complement | None:
        following = index + 1
        if following >= self.limit:
            return None
        token = self.context.tokens[following]
        if is_word(token.norm, "complementizer", conjunction=False):
            return self._content("clause", index, following + 1)
        if token.kind == "punct" or is_word(token.norm, "venue"):
            return None
        if self.cue.homograph and not (self._at_edge(index) or self._named(self.cue.last, index)):
            return None
        return self._content("preposition", index, following)

    def _glued(self, index: int) -> Complement | None:
        """Return the content behind a proclitic ب or ل of the frame (طالب بحجب "demanded the blocking of")."""
        token = self.context.tokens[index]
        letter = token.norm[:1]
        if letter not in self.cue.takes or len(token.norm) < 4 or is_word(token.norm, "venue"):
            return None
        if is_word(token.norm, "adverb") or is_word(token.norm, "preposition"):
            return None
        cut = 2 if token.norm.startswith("لل") else 1
        start, _ = self.context.text.view.raw_span(token.at + cut, token.at + len(token.norm))
        return Complement("preposition", index, index, start)

    def _object(self, index: int) -> Complement | None:
        """Return the object of a verb (نفت الشركة مسؤوليتها "denied its responsibility") if this token begins it."""
        token, cue = self.context.tokens[index], self.cue
        if self._transparent(index) or token.norm.startswith("وال"):
            return None
        if is_word(token.norm, "antecedent") or is_word(token.norm, "preposition"):
            return None
        if token.norm.startswith("ال") and self.context.actor_at(index - 1) and not self._named_before():
            return None  # an adjective or apposition of the subject
        named = (self.edge > cue.last and self._named(cue.last, index)) or self._named_before()
        plain = not token.norm.startswith("ال") and index not in self.context.heads and not self.headed
        guess = plain and not cue.present and not (cue.pronoun and not cue.linked)
        if named or (guess and (cue.shape == "participle" or cue.gender is not None)):
            return self._content("object", index, index)
        return None

    def _named_before(self) -> bool:
        """Say whether the subject stands right in front of the verb."""
        index = self.cue.first - 1
        if index >= 0 and self.context.tokens[index].clean in "،,":
            index -= 1
        actor = self.context.actor_at(index)
        return actor is not None and actor.speaks and not actor.oblique

    def _named(self, first: int, last: int) -> bool:
        return any(actor.speaks and not actor.oblique for actor in self.context.actors_between(first, last))

    def _at_edge(self, index: int) -> bool:
        """Say whether only the subject and transparent words stand between the cue and this token."""
        return index <= self.edge

    def _heads(self, index: int) -> bool:
        """Say whether a token can be the unnamed subject itself (الخبير, الشركة)."""
        norm = self.context.tokens[index].norm
        return index in self.context.heads or is_word(norm, "person") or is_word(norm, "organization")

    def _transparent(self, index: int) -> bool:
        norm = self.context.tokens[index].norm
        return is_word(norm, "adverb") or norm in ("فيه", "فيها", "عنه", "عنها", "به", "بها")

    def _content(self, link: Link, subject: int, token: int) -> Complement | None:
        """Make a complement that begins at a token; what opens with a quotation mark is a quotation."""
        if token >= self.end:
            return None
        quotation = self.context.quotation_at.get(token)
        if quotation is not None and self.context.words_in(quotation.first, quotation.last) >= _LONG:
            return Complement("marks", subject, quotation.first, quotation.start, quotation)
        if quotation is not None:
            return Complement(link, subject, quotation.first, quotation.start)
        return Complement(link, subject, token, self.context.tokens[token].start)
