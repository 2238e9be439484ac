"""Named services in text: فيسبوك "Facebook", لعبة فورتنايت "the game Fortnite".

``platforms.tsv`` lists each service with forms that name nothing else, accepted wherever they stand, and
*ambiguous* forms that are also words, names or places (زوم "zoom", أمازون "the Amazon"). An ambiguous form
counts only with evidence, and the evidence goes into ``rules``:

- ``platforms.head``: a head noun that fits the service's kind precedes it (تطبيق زوم "the application Zoom"),
  or a noun or verb of posting and a preposition (منشور على إكس "a post on X");
- ``platforms.quoted``: it stands alone in quotation marks behind على or عبر, or beside an accepted service;
- ``platforms.gloss``: its other spelling follows or precedes in brackets (واير (Wire));
- ``platforms.coordinated``: و، أو or a comma joins it to an accepted one (فيسبوك وزوم "Facebook and Zoom");
- ``platforms.repeated``: the article names the same service elsewhere with better evidence.

A form that the list marks with ``=`` is an ordinary word (شاهد "watch", كريم "generous"): it needs its head
directly before it or in quotation marks, is coordinated only with a service of its own kind, and never counts
as repeated. Head nouns, and neighbours that rule a reading out (سبيس إكس "SpaceX"), are in
``platform_heads.tsv``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from waqia.extraction.analysis import Analysis, PlatformMention
from waqia.lexicon.match import Hit
from waqia.text.document import Text
from waqia.text.tokens import Token

_QUOTES = frozenset("\"'«»“”„‟‘’‹›")
_BRACKETS = frozenset("()[]")
_JOINTS = frozenset({"،", ",", "/", "و", "أو", "او", "أم"})
_PREPOSITIONS = frozenset({"علي", "عبر", "في", "من", "خلال", "بواسطه"})
_ADDRESS_KINDS = frozenset({"url", "email", "handle", "hashtag"})
_PRONOUNS = frozenset({"له", "لها", "لهم"})
_SUCH_AS = frozenset({"مثل", "منها", "ومنها", "بينها", "كمثل"})
_PLACES_TO_POST = frozenset({"social", "messaging", "video"})
_WINDOW = 6  # tokens searched for a head; «منصة التواصل الاجتماعي العربي الشهيرة» has four before its name
_RUN = 12  # tokens of one unspaced run looked at for an address
_COVERS = ("place", "organization", "outlet")


@dataclass(slots=True)
class _Candidate:
    """A platform hit with what speaks for it; ``rule`` None: nothing yet, "": it needs no evidence."""

    hit: Hit
    sentence: int
    kind: str
    ordinary: bool
    rule: str | None = None
    trapped: bool = False

    @property
    def id(self) -> str:
        return self.hit.entry.key


@dataclass(slots=True)
class _Scene:
    """What the candidates of one article are judged by.

    ``heads``: head nouns by the token they end before; ``covers``: longer names by every token in them.
    """

    text: Text
    heads: dict[int, Hit] = field(default_factory=dict)
    traps: set[int] = field(default_factory=set)
    covers: dict[int, list[Hit]] = field(default_factory=dict)


@dataclass(slots=True)
class _Way:
    """What lies between a name and its head noun: a preposition, مثل, quotation marks, words."""

    on: bool = False
    such_as: bool = False
    quoted: bool = False
    words: int = 0


def find_platforms(analysis: Analysis) -> list[PlatformMention]:
    """Return the mentions of named services in text order; spans are raw and without clitics.

    ``internet``, ``telephony`` and ``sms`` are not named services; the events decide about them.
    """
    text = analysis.text
    hits = [hit for hit in analysis.of("platform") if not _in_address(text, hit)]
    if not hits:
        return []
    scene = _scene(analysis)
    candidates = [_judge(hit, scene) for hit in hits]
    _accept_quoted(candidates, text)
    _spread(candidates, text)
    _accept_repeated(candidates)
    return [
        PlatformMention(
            text.span(candidate.hit.start, candidate.hit.end),
            candidate.id,
            (candidate.hit.entry.rule, candidate.rule) if candidate.rule else (candidate.hit.entry.rule,),
        )
        for candidate in candidates
        if candidate.rule is not None
    ]


def _scene(analysis: Analysis) -> _Scene:
    scene = _Scene(analysis.text)
    for head in analysis.of("platform_head"):
        if head.entry.values["class"] == "trap":
            scene.traps.update(range(head.first, head.last))
        else:
            scene.heads[head.last] = head
    for category in _COVERS:
        for cover in analysis.of(category):
            for index in range(cover.first, cover.last):
                scene.covers.setdefault(index, []).append(cover)
    return scene


def _judge(hit: Hit, scene: _Scene) -> _Candidate:
    candidate = _Candidate(hit, scene.text.sentence_of[hit.first], hit.entry.values["kind"], hit.form.exact)
    if hit.form.column == "forms":
        candidate.rule = ""
    elif _is_trapped(candidate, scene):
        candidate.trapped = True
    elif _has_head(candidate, scene):
        candidate.rule = "platforms.head"
    return candidate


def _is_trapped(candidate: _Candidate, scene: _Scene) -> bool:
    hit = candidate.hit
    if candidate.ordinary and hit.article:
        return True
    return hit.first - 1 in scene.traps or hit.last in scene.traps or _is_covered(hit, scene)


def _is_covered(hit: Hit, scene: _Scene) -> bool:
    """Say whether the form is part of a longer listed name (نون بوست "Noon Post") that isn't head + form."""
    for cover in scene.covers.get(hit.first, ()):
        longer = cover.last >= hit.last and cover.last - cover.first > hit.last - hit.first
        if longer and not (cover.first + 1 == hit.first and hit.first in scene.heads):
            return True
    return False


def _has_head(candidate: _Candidate, scene: _Scene) -> bool:
    hit, tokens = candidate.hit, scene.text.tokens
    start = scene.text.sentences[candidate.sentence].first
    way = _Way(on=hit.proclitics.endswith("ب"))
    for index in range(hit.first - 1, max(start, hit.first - _WINDOW) - 1, -1):
        head = scene.heads.get(index + 1)
        if head is not None and _fits(head, candidate):
            return _licenses(head, candidate, way)
        if not _step(tokens[index], way):
            return False
    return False


def _step(token: Token, way: _Way) -> bool:
    """Go one token back towards the head; False where no head of this name can stand further back."""
    if token.clean in _QUOTES:
        way.quoted = True
    elif token.norm in _PREPOSITIONS:
        way.on = True
    elif token.norm in _SUCH_AS:
        way.such_as = True
    elif token.kind == "word" and (way.such_as or _is_definite(token.norm) or token.norm in _PRONOUNS):
        way.words += 1
    else:
        return token.clean in _BRACKETS
    return True


def _is_definite(norm: str) -> bool:
    return norm.startswith("ال") and len(norm) > 3


def _licenses(head: Hit, candidate: _Candidate, way: _Way) -> bool:
    """Say whether a fitting head, reached by ``way``, makes the ambiguous form a service."""
    if head.entry.values["class"] == "post":
        return way.on and not candidate.ordinary
    if candidate.hit.proclitics or way.on:
        return False
    definite = head.article or bool(head.enclitic)
    if candidate.ordinary:
        return not way.such_as and (way.quoted or (not way.words and not definite))
    return way.quoted or way.words > 0 or way.such_as or not definite


def _fits(head: Hit, candidate: _Candidate) -> bool:
    values = candidate.hit.entry.values
    kinds = head.entry.values["kinds"]
    if head.entry.values["class"] == "company" and values["company"] not in ("", values["name"]):
        return False
    return kinds == "*" or candidate.kind in kinds.split("|")


def _accept_quoted(candidates: Sequence[_Candidate], text: Text) -> None:
    accepted: dict[int, set[str]] = {}
    for candidate in candidates:
        if candidate.rule is not None:
            accepted.setdefault(candidate.sentence, set()).add(candidate.kind)
    for candidate in candidates:
        if candidate.rule is not None or candidate.trapped or not _stands_in_quotes(candidate.hit, text):
            continue
        kinds = accepted.get(candidate.sentence, set())
        if candidate.ordinary:
            supported = candidate.kind in kinds
        else:
            supported = bool(kinds) or (candidate.kind in _PLACES_TO_POST and _is_posted_on(candidate.hit, text))
        if supported:
            candidate.rule = "platforms.quoted"


def _stands_in_quotes(hit: Hit, text: Text) -> bool:
    tokens = text.tokens
    if hit.proclitics or hit.first == 0 or hit.last == len(tokens):
        return False
    return tokens[hit.first - 1].clean in _QUOTES and tokens[hit.last].clean in _QUOTES


def _is_posted_on(hit: Hit, text: Text) -> bool:
    return hit.first > 1 and text.tokens[hit.first - 2].norm in ("علي", "عبر")


def _spread(candidates: Sequence[_Candidate], text: Text) -> None:
    """Pass acceptance along chains of coordinated or glossed candidates, in both directions."""
    chain = [(left, right, _link(left, right, text)) for left, right in pairwise(candidates)]
    for left, right, link in chain:
        if link == "platforms.gloss" and _gloss_each_other(left, right):
            left.rule = right.rule = link
    for left, right, link in chain:
        _pass_on(left, right, link)
    for left, right, link in reversed(chain):
        _pass_on(right, left, link)


def _pass_on(giver: _Candidate, taker: _Candidate, link: str | None) -> None:
    if link is not None and giver.rule is not None and taker.rule is None and not taker.trapped:
        taker.rule = link


def _gloss_each_other(left: _Candidate, right: _Candidate) -> bool:
    if left.rule is not None or right.rule is not None or left.ordinary or right.ordinary:
        return False
    return left.hit.form.text.isascii() != right.hit.form.text.isascii()


def _link(left: _Candidate, right: _Candidate, text: Text) -> str | None:
    """Return which rule joins two neighbours, or None."""
    if left.sentence != right.sentence or left.trapped or right.trapped:
        return None
    gap = [token.clean for token in text.tokens[left.hit.last : right.hit.first]]
    if len(gap) > 5 or any(mark not in _JOINTS and mark not in _QUOTES and mark not in _BRACKETS for mark in gap):
        return None
    opened = any(mark in "([" for mark in gap)
    if opened:
        return "platforms.gloss" if left.id == right.id else None
    conjoined = right.hit.proclitics.startswith("و") or not {"و", "أو", "او", "أم"}.isdisjoint(gap)
    if left.ordinary or right.ordinary:
        return "platforms.coordinated" if conjoined and left.kind == right.kind else None
    listed = not _JOINTS.isdisjoint(gap) and not right.hit.proclitics
    return "platforms.coordinated" if conjoined or listed else None


def _accept_repeated(candidates: Sequence[_Candidate]) -> None:
    known = {candidate.id for candidate in candidates if candidate.rule not in (None, "platforms.coordinated")}
    for candidate in candidates:
        if candidate.rule is None and not candidate.trapped and not candidate.ordinary and candidate.id in known:
            candidate.rule = "platforms.repeated"


def _in_address(text: Text, hit: Hit) -> bool:
    """Say whether the form is part of an address written without spaces (example.com/facebook, @facebook)."""
    tokens = text.tokens
    if tokens[hit.first].kind != "latin":
        return False
    index = hit.first
    while index > 0 and hit.first - index < _RUN and tokens[index - 1].end == tokens[index].start:
        index -= 1
        token = tokens[index]
        if token.kind in _ADDRESS_KINDS or token.clean in ("@", "#", "_"):
            return True
        if token.kind == "latin" and "." in token.clean:
            return True
    return False
