"""Resolve bare definites and roles (الوزارة "the ministry", أستاذ العلوم "the professor") to actors before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from waqia.extraction.quote.context import Context, PlacedActor
from waqia.extraction.quote.cues import Gender
from waqia.extraction.quote.words import is_word, stem, word_class
from waqia.text.normalise import fold

_MEMORY = 4  # reports looked back for a speaker
_NEAR = 6  # words of a role compared
_ARTICLE = 1200  # tokens looked back for an antecedent


@dataclass(frozen=True, slots=True)
class Spoken:
    """One report: where its cue stood, who spoke, and what the verb said of the speaker's gender.

    ``actor`` None: a subject was there that is no known actor, so nothing after it falls to the one before.
    """

    index: int
    actor: PlacedActor | None
    gender: Gender


@dataclass(frozen=True)
class Anaphora:
    """Looks back from a noun phrase; ``spoken`` is the growing list of reports read so far."""

    context: Context
    spoken: list[Spoken]

    def pointed_at(self, begin: int, end: int, before: int) -> PlacedActor | None:
        """Resolve a bare definite or role (الوزارة, أستاذ العلوم) among the actors before token ``before``."""
        index = skip_adverbs(self.context, begin)
        if index >= end:
            return None
        tokens = self.context.tokens
        words = [
            tokens[number].norm for number in range(index, min(end, index + _NEAR)) if tokens[number].kind == "word"
        ]
        if not words:
            return None
        earlier = self.context.actors_between(max(0, before - _ARTICLE), before)
        if is_word(words[0], "organization", conjunction=False):
            return self._organization(words[0], earlier)
        if is_word(words[0].removeprefix("ال"), "document"):
            if len(words) > 1 and is_word(words[1], "organization", conjunction=False):
                return self._organization(words[1], earlier)
            return self._last_of("organization") if words[0].startswith("ال") else None
        return self._by_role(words, earlier)

    def _organization(self, head: str, earlier: Sequence[PlacedActor]) -> PlacedActor | None:
        wanted = stem(head)
        lately = [spoken.actor for spoken in self.spoken[-_MEMORY:] if spoken.actor is not None]
        for actor in (*reversed(lately), *reversed(earlier)):
            if actor.mention.type == "organization" and wanted in self._heads_of(actor):
                return actor
        if wanted in {stem(word) for word in word_class("outlet_head")}:
            return None
        return self._last_of("organization", headless=True) or _only_organization(earlier)

    def _heads_of(self, actor: PlacedActor) -> tuple[str, ...]:
        """Return the first word of a name and the generic noun in front of it (صحيفة "الوطن")."""
        first = stem(fold(actor.mention.span.text).split(" ")[0])
        index = actor.first - 1
        while index >= 0 and self.context.tokens[index].clean in '"«“”(':
            index -= 1
        if index < 0 or index < actor.first - 2:
            return (first,)
        word = self.context.tokens[index].norm
        return first, stem(word), stem(word[1:])

    def _last_of(self, kind: str, *, headless: bool = False) -> PlacedActor | None:
        for spoken in reversed(self.spoken[-_MEMORY:]):
            if spoken.actor is not None and spoken.actor.mention.type == kind:
                first = fold(spoken.actor.mention.span.text).split(" ")[0]
                known = _generic(first)
                return None if headless and known else spoken.actor
        return None

    def _by_role(self, words: list[str], earlier: Sequence[PlacedActor]) -> PlacedActor | None:
        """Return the person whose role shares the head word, and most other words, with a role noun phrase."""
        wanted = [stem(word) for word in words]
        best: tuple[int, int] | None = None
        found: PlacedActor | None = None
        for actor in earlier:
            if actor.mention.type != "person" or actor.mention.role is None:
                continue
            role = [stem(word) for word in fold(actor.mention.role.text).split()]
            if wanted[0] not in role:
                continue
            score = (len(set(wanted) & set(role)), actor.first)
            if best is None or score >= best:
                best, found = score, actor
        if found is not None:
            return found
        if is_word(words[0], "person", conjunction=False):
            return self._last_of("person") or self._last_of("group")
        return None


def skip_adverbs(context: Context, index: int) -> int:
    """Skip opening marks and adverbs in front of a subject."""
    tokens = context.tokens
    while index < len(tokens) and (tokens[index].clean in '"«“”' or is_word(tokens[index].norm, "adverb")):
        if context.actor_at(index) is not None:
            break
        index += 1
    return index


def _generic(head: str) -> bool:
    return is_word(head, "feminine_head") or is_word(head, "masculine_head")


def _only_organization(earlier: Sequence[PlacedActor]) -> PlacedActor | None:
    """Return the one organization without a generic head among earlier actors, if there is exactly one."""
    found: PlacedActor | None = None
    for actor in earlier:
        head = fold(actor.mention.span.text).split(" ")[0]
        if actor.mention.type != "organization" or is_word(head, "feminine_head") or is_word(head, "masculine_head"):
            continue
        if (actor.mention.key or "").startswith("outlets/"):
            continue
        if found is not None and key(found) != key(actor):
            return None
        found = actor
    return found


def key(actor: PlacedActor) -> str:
    """Return what two mentions of one actor share: a person's surname, else the whole folded name."""
    return (
        fold(actor.mention.span.text).split(" ")[-1]
        if actor.mention.type == "person"
        else fold(actor.mention.span.text)
    )
