"""Propose groups: unnamed collectives and individuals that speak, act or are affected.

Precision first: a head noun alone is no actor. It must be the subject of a reporting verb, the source behind
an attribution (بحسب مراقبين "according to observers"), or take part in an event of its sentence: beside a word that
says so, behind the event's own verb, told to do it, or once more under the same words.
"""

from collections.abc import Sequence
from functools import cached_property

from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, is_titular_adjective, without_proclitic, word_set
from waqia.extraction.analysis import EventMention
from waqia.lexicon.match import Hit
from waqia.text.normalise import fold

_ADJECTIVE_ENDINGS = ("ين", "ون", "يه", "ي", "ه", "ات")
_NEAR = 2
_CLOSE = 8
_COUNTS = ("عدد", "مجموعه")
_NO_EVENT = ("election",)


class Happenings:
    """Where the events of an article are told, by tokens."""

    def __init__(self, scene: Scene, events: Sequence[EventMention]) -> None:
        self._scene = scene
        starts = {event.trigger.start for event in events if event.type not in _NO_EVENT}
        self._triggers = {hit.first: hit for hit in scene.hits["trigger"].values() if hit.start in starts}
        self._sentences = {scene.text.sentence_of[index] for index in self._triggers}
        self._behind = {hit.last for hit in self._triggers.values()}

    def near(self, index: int, before: int = 0) -> bool:
        """Tell whether the sentence of a token, or one of those ``before`` it, tells an event."""
        sentence = self._scene.text.sentence_of[index]
        return any(sentence - back in self._sentences for back in range(before + 1))

    def behind(self, index: int) -> bool:
        """Tell whether an event's trigger ends right before a token."""
        return index in self._behind

    def within(self, first: int, last: int) -> bool:
        """Tell whether a trigger begins in tokens ``[first, last)``."""
        return any(index in self._triggers for index in range(first, last))


def propose_groups(scene: Scene, happenings: Happenings) -> list[Proposal]:
    """Return the groups that speak, and those that act in an event or are affected by it."""
    phrases = [_Phrase(scene, hit) for hit in scene.hits["group_head"].values()]
    phrases = [phrase for phrase in phrases if not _is_compound(phrase)]
    found = [phrase for phrase in phrases if not _points_back(scene, phrase.hit) and _takes_part(phrase, happenings)]
    wordings = {phrase.wording for phrase in found if phrase.definite}
    again = (phrase for phrase in phrases if happenings.near(phrase.first) and phrase.wording in wordings)
    return [phrase.proposal() for phrase in dict.fromkeys([*found, *again])]


class _Phrase:
    """A head noun with its quantifier, construct and adjectives."""

    def __init__(self, scene: Scene, hit: Hit) -> None:
        self.scene, self.hit = scene, hit
        self.kind = hit.entry.values["kind"]
        self.first = _quantified(scene, hit.first)
        self.quantified = self.first != hit.first

    @cached_property
    def last(self) -> int:
        """The token behind the phrase."""
        return _noun_phrase(self.scene, self.hit)

    @property
    def wording(self) -> str:
        """The folded words, without proclitics."""
        raw = self.scene.text.raw[self.hit.start : self.scene.tokens[self.last - 1].end]
        return fold(raw)

    @property
    def definite(self) -> bool:
        """Whether the head has its article, so that the same words name the same group."""
        return self.hit.article or self.last > self.hit.last

    def proposal(self) -> Proposal:
        """Return the phrase as an actor."""
        scene, start = self.scene, self.hit.start
        if self.quantified:
            start = scene.tokens[self.first].start
            if scene.norm(self.first).startswith("و"):
                start = scene.raw_at(self.first, 1)
        proposal = scene.propose(self.first, self.last, "group", "actors.group_head", start=start, rank=1)
        return proposal.with_role(None, scene.country_in(self.first, self.last))


def _quantified(scene: Scene, index: int) -> int:
    """Return where the quantifier before a head begins (عدد من, بعض), or the head itself."""
    before = index - 1
    if scene.norm(before) == "من":
        before -= 1
    norm = scene.norm(before).removeprefix("و") if scene.norm(before) != "وفق" else ""
    if norm in _COUNTS and before == index - 1:
        return index
    return before if norm in word_set("quantifier") and scene.is_word(before) else index


def _points_back(scene: Scene, hit: Hit) -> bool:
    """Tell whether a definite singular (المسؤول, المتحدث الأمني) refers to somebody introduced elsewhere."""
    one = hit.entry.values["kind"] in ("speaker", "official") and not scene.norm(hit.last - 1).endswith(
        ("ون", "ين", "اء", "ات")
    )
    if scene.norm(hit.first).endswith(("مصادر", "مصدر")) and scene.norm(hit.last).startswith("ال") and not hit.article:
        return True
    if hit.article and scene.norm(hit.first).endswith(("الفريق", "الطاقم", "المجهول")):
        return True
    if hit.article and hit.last == hit.first + 1 and hit.entry.values["kind"] not in ("speaker", "official"):
        return fold(hit.entry.key) in word_set("individual")
    sources = scene.norm(hit.first).endswith(("مصادر", "شهود", "وساءل", "السلطات", "الجهات"))
    return hit.article and one and not sources and hit.last == hit.first + 1 and scene.norm(hit.last) != "باسم"


def _is_compound(phrase: _Phrase) -> bool:
    """Tell whether the head is an adjective (مؤتمر صحفي), or what an institution or a view consists of."""
    scene, hit = phrase.scene, phrase.hit
    if scene.norm(hit.first) == "وجهات" and scene.norm(hit.last).startswith("النظر"):
        return True
    before = scene.norm(hit.first - 1)
    first = without_proclitic(before, ("", "و", "ب", "ل", "ال"), "compound_first")
    return fold(hit.entry.key) in word_set("compound_head") and first in word_set("compound_first")


def _takes_part(phrase: _Phrase, happenings: Happenings) -> bool:
    if _speaks(phrase):
        return True
    if happenings.near(phrase.first, before=1) and _beside(phrase, "affected"):
        return True
    if not happenings.near(phrase.first):
        return False
    return (
        _beside(phrase, "acting")
        or happenings.behind(phrase.first)
        or _is_told(phrase, happenings)
        or _is_reached(phrase, happenings)
    )


def _speaks(phrase: _Phrase) -> bool:
    """Tell whether a reporting verb or an attribution stands before the phrase, or its own verb behind it."""
    scene, begin = phrase.scene, phrase.first
    if phrase.hit.proclitics.endswith(("ب", "ك")) and not phrase.quantified:
        return False
    for index in range(max(0, begin - _NEAR), begin):
        report = scene.verb(index)
        if report is not None:
            return report.last == begin or scene.norm(begin - 1) in ("عن", "ان", "بعض", "به")
        if scene.hit("attribution", index) is not None and scene.hits["attribution"][index].last >= begin - 1:
            return True
    return scene.norm(begin - 1) in word_set("source_word") or _speaks_behind(scene, phrase.hit.last)


def _beside(phrase: _Phrase, words: str) -> bool:
    """Tell whether a word of a class stands at most two words before the phrase, or behind it as its verb."""
    scene, begin = phrase.scene, phrase.first
    if phrase.hit.proclitics.endswith(("ب", "ك")) and not phrase.quantified:
        return False
    before = (scene.norm(index) for index in range(max(0, begin - _NEAR), begin))
    if any(without_proclitic(norm, ("", "و", "ف"), words) in word_set(words) for norm in before):
        return True
    return any(scene.norm(index) in word_set(words) for index in range(phrase.last, phrase.last + 2))


def _is_told(phrase: _Phrase, happenings: Happenings) -> bool:
    """Tell whether the phrase is what somebody orders to cut or to block (أمر مزود الخدمة بقطع الإنترنت)."""
    scene, last = phrase.scene, phrase.last
    if phrase.kind not in ("companies", "official") or phrase.quantified:
        return False
    behind = (scene.norm(index) for index in range(last, last + _NEAR + 2))
    order = any(norm in ("الي", "علي") or norm.startswith("ب") for norm in behind)
    return order and happenings.within(last, last + _CLOSE)


def _is_reached(phrase: _Phrase, happenings: Happenings) -> bool:
    """Tell whether users, firms or people stand where an event of the sentence reaches them."""
    scene, begin = phrase.scene, phrase.first
    before = scene.norm(begin - 1)
    if phrase.kind == "political":
        return before.removeprefix("و") in word_set("outlet_word")
    if phrase.kind not in ("users", "companies", "people"):
        return False
    if phrase.quantified:
        return True
    if before == "علي" and scene.norm(begin - 2) in ("يجب", "ينبغي"):
        return False
    return before in ("عن", "علي", "امام", "لدي") or (
        phrase.kind != "people" and (phrase.hit.proclitics in ("ل", "ول") or before in ("من", "بين"))
    )


def _speaks_behind(scene: Scene, index: int) -> bool:
    """Tell whether the head's own verb follows (السكان قالوا, مستخدمون يواجهون)."""
    for position in range(index, min(index + 3, len(scene.tokens))):
        token = scene.tokens[position]
        if token.kind != "word" or token.norm in word_set("function"):
            return False
        if scene.hit("report", position) is not None:
            report = scene.verb(position)
            return report is not None and not report.proclitics
    return False


def _noun_phrase(scene: Scene, hit: Hit) -> int:
    """Return the end of head + adjectives, or head + construct + adjectives."""
    index, definite = hit.last, hit.article
    second = scene.hit("group_head", index)
    if second is not None and second.proclitics == "و" and scene.joined(index):
        index, definite = second.last, definite or second.article
    if not definite and scene.norm(index).startswith("ال") and _noun(scene, index):
        index += 1
        definite = True
    while scene.is_word(index) and scene.joined(index) and _adjective(scene, index, definite):
        index += 1
    return index


def _noun(scene: Scene, index: int) -> bool:
    norm = scene.norm(index)
    return (
        scene.is_word(index)
        and scene.joined(index)
        and norm not in word_set("function")
        and norm not in word_set("temporal")
    )


def _adjective(scene: Scene, index: int, definite: bool) -> bool:
    norm = scene.norm(index)
    if (
        norm in word_set("function")
        or norm in word_set("temporal")
        or scene.hit("report", index) is not None
        or index in scene.places
    ):
        return False
    if definite:
        return is_titular_adjective(norm) or (
            norm.startswith("ال") and norm.endswith(_ADJECTIVE_ENDINGS) and is_common(norm)
        )
    nisba = scene.nisbas.get(index)
    if nisba is not None:
        return not nisba.article and not nisba.proclitics
    return (not norm.startswith(("ال", "لل", "ب", "ل", "و")) and norm in word_set("group_adjective")) or norm.endswith(
        ("يين", "يون")
    )
