"""Who says it: a named subject, a role or bare definite that points back, or the speaker before.

Where the words do not decide, the speaker is None. A verb's gender and number are checked against what earlier verbs
said of an actor, so وأضافت never falls to a man and وأضاف never to a ministry.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from waqia.extraction.analysis import ActorMention
from waqia.extraction.quote.anaphora import Anaphora, Spoken, key, skip_adverbs
from waqia.extraction.quote.context import Context, PlacedActor
from waqia.extraction.quote.cues import Cue, Gender
from waqia.extraction.quote.words import is_word
from waqia.text.normalise import fold

_QUOTES_OTHERS = frozenset(("نقل", "نسب", "اقتبس"))
_DESCRIBES = frozenset(("وصف",))
_MEMORY = 4
_NEAR = 6
_ANTECEDENT = 5
_SENTENCE = 150
_ARTICLE = 1200


@dataclass
class Speakers:
    """Resolves the speakers of one article's reports, which must be asked in text order."""

    context: Context
    spoken: list[Spoken] = field(default_factory=list)
    _genders: dict[str, Gender] = field(default_factory=dict)

    @cached_property
    def _anaphora(self) -> Anaphora:
        return Anaphora(self.context, self.spoken)

    def of_verb(self, cue: Cue, subject_end: int) -> ActorMention | None:
        """Return the speaker of a verb, participle or masdar whose subject ends before token ``subject_end``."""
        if cue.impersonal:
            return None
        actor = self._explicit(cue, subject_end)
        if actor is not None:
            return self._remember(cue, actor, learn=cue.shape == "finite" and cue.lemma not in _QUOTES_OTHERS)
        if cue.shape == "finite" and not self._elides(cue, subject_end):
            actor = self._anaphora.pointed_at(cue.last, subject_end, cue.first)
        else:
            actor = self._before(cue)
            if actor is None and cue.shape != "masdar" and self._continues(cue):
                actor = self._elided(cue)
        return self._remember(cue, actor, learn=False)

    def of_phrase(self, cue: Cue, region_end: int) -> ActorMention | None:
        """Return whom an attribution phrase names in tokens ``[cue.last, region_end)``."""
        named = [actor for actor in self.context.actors_between(cue.last, region_end) if actor.speaks]
        if named:
            return self._remember(cue, named[0], learn=False)
        if region_end == cue.last:
            return self._remember(cue, self._elided(cue), learn=False)
        pointed_at = self._anaphora.pointed_at(cue.last, region_end, cue.first)
        return self._remember(cue, pointed_at, learn=False)

    def _remember(self, cue: Cue, actor: PlacedActor | None, *, learn: bool) -> ActorMention | None:
        names_speech = cue.cls != "attribute" or cue.lemma.startswith(("جاء", "ورد"))
        if names_speech and not self.context.is_quoted(cue.first):
            self.spoken.append(Spoken(cue.first, actor, cue.gender))
        if actor is None:
            return None
        if learn and cue.gender:
            self._genders[key(actor)] = cue.gender
        return actor.mention

    def _explicit(self, cue: Cue, end: int) -> PlacedActor | None:
        """Return the named subject behind the cue."""
        if cue.shape == "participle":
            return None
        actors = self.context.actors_between(cue.last, end)
        if cue.lemma in _QUOTES_OTHERS:
            actors = _behind_source(self.context, actors) or actors
        if not actors:
            return None
        first = actors[0]
        at_once = first.first == skip_adverbs(self.context, cue.last) and not (first.glued or first.object)
        if at_once and not (cue.lemma in _DESCRIBES and first.mention.type == "place"):
            return _person_in_apposition(first, actors) if first.mention.type == "group" else first
        people = [actor for actor in actors if actor.mention.type == "person" and not actor.oblique]
        if people:
            return people[0]
        if self._elides(cue, end) or not first.speaks:
            return next((actor for actor in actors if actor.mention.type == "group" and not actor.oblique), None)
        if self._spokesman(cue.last, first.first) or (not first.oblique and self._generic(cue.last, first.first)):
            return first
        return None

    def _spokesman(self, begin: int, end: int) -> bool:
        """Say whether the words before an organization name one who speaks for it (متحدث باسم, مسؤول في)."""
        bare = self.context.tokens[begin].norm.removeprefix("ال") if begin < end else ""
        return is_word(bare, "document") or is_word(bare, "source")

    def _generic(self, begin: int, end: int) -> bool:
        """Say whether the words before an organization are its own generic head (موقع تويتر), not a title."""
        tokens = self.context.tokens
        return all(
            tokens[index].kind == "punct"
            or self.context.heads.get(index) == "org_head"
            or is_word("ال" + tokens[index].norm, "organization")
            for index in range(begin, end)
        )

    def _elides(self, cue: Cue, end: int) -> bool:
        """Say whether no subject follows the cue: nothing, or an adjunct at once."""
        index = skip_adverbs(self.context, cue.last)
        if index >= end:
            return True
        token = self.context.tokens[index]
        if token.kind == "punct" or cue.shape == "participle":
            return True
        return is_word(token.norm, "preposition") or self._glued_adjunct(index)

    def _glued_adjunct(self, index: int) -> bool:
        token = self.context.tokens[index]
        actor = self.context.actor_at(index)
        if actor is not None:
            return actor.oblique
        return token.norm in ("ل", "ب") or (token.norm[0] in "لب" and is_word(token.norm, "venue"))

    def _before(self, cue: Cue) -> PlacedActor | None:
        """Return the subject in front of the cue: X قال, X الذي قال, or the subject of the sentence so far."""
        start = max(self.context.sentence_bounds(cue.first)[0], cue.first - _SENTENCE)
        index, relative = cue.first - 1, False
        bound = index >= start and is_word(self.context.tokens[index].norm, "antecedent")
        while index >= start and index >= cue.first - _NEAR:
            token = self.context.tokens[index]
            actor = self.context.actor_at(index)
            if actor is not None and actor.first > start and self.context.tokens[actor.first - 1].clean == "(":
                index = actor.first - 1
                continue
            if actor is not None:
                usable = not actor.oblique or ((relative or cue.shape == "masdar") and actor.speaks)
                usable = usable and (actor.speaks or actor.first == start)
                return actor if usable and self._agrees(actor, cue.gender) else self._in_sentence(cue, start)
            relative = relative or is_word(token.norm, "antecedent")
            if bound and index < cue.first - _ANTECEDENT:
                return None
            near = token.kind == "punct" or is_word(token.norm, "auxiliary") or is_word(token.norm, "adverb")
            if not (near or relative):
                break
            index -= 1
        return None if bound else self._in_sentence(cue, start)

    def _continues(self, cue: Cue) -> bool:
        """Say whether a cue without a subject goes on with the speaker before: وأضاف, متابعا, كما قال."""
        if cue.shape == "participle" or cue.linked or cue.first == self.context.sentence_bounds(cue.first)[0]:
            return True
        before = self.context.tokens[cue.first - 1]
        return before.kind == "punct" or is_word(before.norm, "continuation")

    def _in_sentence(self, cue: Cue, start: int) -> PlacedActor | None:
        """Return the speaker or the first subject earlier in the same sentence."""
        if cue.shape == "masdar":
            return None
        if self.spoken and self.spoken[-1].index >= start:
            last = self.spoken[-1].actor
            return last if last is not None and self._agrees(last, cue.gender) else None
        for actor in self.context.actors_between(start, cue.first):
            if not actor.oblique and actor.speaks and self._agrees(actor, cue.gender):
                return actor
        return None

    def _elided(self, cue: Cue) -> PlacedActor | None:
        """Return the last speaker whom the cue's gender fits."""
        for spoken in reversed(self.spoken[-_MEMORY:]):
            if spoken.actor is None:
                return None
            if self._agrees(spoken.actor, cue.gender):
                return spoken.actor
        return None if self.spoken else self._introduced(cue)

    def _introduced(self, cue: Cue) -> PlacedActor | None:
        """Return the one actor that the sentence before the first report is about, if there is exactly one."""
        start, _ = self.context.sentence_bounds(cue.first)
        if start == 0:
            return None
        begin = max(self.context.sentence_bounds(start - 1)[0], start - _SENTENCE)
        about = [
            actor
            for actor in self.context.actors_between(begin, start)
            if actor.speaks and not actor.oblique and self._agrees(actor, cue.gender)
        ]
        return about[0] if len(about) == 1 else None

    def _agrees(self, actor: PlacedActor, gender: Gender) -> bool:
        """Say whether a verb of this gender can have the actor as its subject."""
        if gender is None:
            return True
        known = self._genders.get(key(actor))
        if known in ("m", "f") and gender in ("m", "f"):
            return known == gender
        head = fold(actor.mention.span.text).split(" ")[0]
        if actor.mention.type == "organization":
            if is_word(head, "feminine_head"):
                return gender == "f"
            return gender != "p" and not (is_word(head, "masculine_head") and gender == "f")
        if actor.mention.type == "person":
            return gender != "p" or self._joined(actor)
        return gender == "p" or not head.endswith(("ون", "ين"))

    def _joined(self, actor: PlacedActor) -> bool:
        """Say whether another name is joined to this one by و."""
        following = self.context.actor_at(actor.last)
        return following is not None and self.context.tokens[actor.last].norm.startswith("و")


def _behind_source(context: Context, actors: list[PlacedActor]) -> list[PlacedActor]:
    """Return the actors named behind عن (نقلت الوكالة عن مصدر "the agency quoted a source")."""
    behind: list[PlacedActor] = []
    for actor in actors:
        before = context.tokens[actor.first - 1].norm if actor.first else ""
        if before == "عن" or (behind and actor.first - behind[-1].last <= _NEAR):
            behind.append(PlacedActor(actor.mention, actor.first, actor.last, False, False))
    return behind


def _person_in_apposition(group: PlacedActor, actors: Sequence[PlacedActor]) -> PlacedActor:
    """Return the person named behind متحدث باسم ..., if one is; otherwise the group itself."""
    for actor in actors[1:]:
        if actor.mention.type == "person" and not actor.oblique and actor.first - group.last <= _NEAR:
            return actor
    return group
