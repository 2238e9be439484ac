"""Propose the names that a trained tagger finds, with what rules know of titles, proclitics and quotation marks."""

from collections.abc import Iterator
from dataclasses import replace

from waqia.extraction.actor.resolve import nested, resolve
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common
from waqia.records import ActorType
from waqia.tagger.bio import mentions
from waqia.tagger.choices import NameTagger
from waqia.tagger.gazetteer import gazetteer
from waqia.text.clitics import split_proclitics

TYPES: dict[str, ActorType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_LONGEST_SENTENCE = 150
LEAST_SURE = 0.8
_BORNE = 2


def propose_learned(scene: Scene, tagger: NameTagger) -> list[Proposal]:
    """Return the tagger's names as proposals, in text order."""
    spans = list(_pieces(scene))
    sentences = [[scene.clean(index) for index in range(first, last)] for first, last in spans]
    found = []
    for (first, _), guess in zip(spans, tagger.tag_all(sentences), strict=True):
        for start, end, kind in mentions(guess.labels):
            if min(guess.sure[start:end]) < LEAST_SURE:
                continue
            made = _repaired(scene, first + start, first + end, TYPES[kind], tagger.name)
            if made is not None:
                found.append(made)
    return found


def settle(rules: list[Proposal], learned: list[Proposal]) -> list[Proposal]:
    """Return the proposals of both, one reading for each place in the text.

    Where both name the same words, the rule's proposal stands, which knows role, country and key; where they differ,
    a listed name of the same length or longer stands, and so does a place against a place or person; else the tagger's
    does, with the role that a rule read for it.
    """
    owner: dict[int, Proposal] = {}
    for item in resolve(rules):
        for index in range(item.first, item.last):
            owner.setdefault(index, item)
    lost: set[Proposal] = set()
    added: list[Proposal] = []
    for item in learned:
        over = list(dict.fromkeys(owner[index] for index in range(item.first, item.last) if index in owner))
        over = [rule for rule in over if not nested(rule, item)]
        if any(_stands(rule, item) for rule in over):
            continue
        lost.update(over)
        role = next((rule.role for rule in over if rule.type == item.type and rule.role is not None), None)
        country = next((rule.country for rule in over if rule.type == item.type), None)
        added.append(item.with_role(role, country))
    return [*(item for item in rules if item not in lost), *added]


def _stands(rule: Proposal, learned: Proposal) -> bool:
    same = (rule.first, rule.last, rule.type) == (learned.first, learned.last, learned.type)
    if rule.type == "place" and learned.type in ("place", "person"):
        return True  # the rules have read its head and its list
    return same or (rule.key is not None and rule.last - rule.first >= learned.last - learned.first)


def _pieces(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the sentences' tokens, long ones cut."""
    for sentence in scene.text.sentences:
        for first in range(sentence.first, sentence.last, _LONGEST_SENTENCE):
            yield first, min(first + _LONGEST_SENTENCE, sentence.last)


def _repaired(scene: Scene, first: int, last: int, kind: ActorType, model: str) -> Proposal | None:
    while first < last and (scene.is_quote(first) or scene.tokens[first].kind == "punct"):
        first += 1
    while last > first and (scene.is_quote(last - 1) or scene.tokens[last - 1].kind == "punct"):
        last -= 1
    if kind == "person":
        first = _behind_title(scene, first, last)
        if _described(scene, first, last):
            return None
    if last == first + 1 and _is_noun(scene, first, kind):
        return None
    if first >= last or any(scene.hit("platform", index) is not None for index in range(first, last)):
        return None
    cut = len("".join(split_proclitics(scene.clean(first)).proclitics)) if scene.is_word(first) else 0
    start = scene.raw_at(first, cut) if cut else None
    made = scene.propose(first, last, kind, "actors.model." + model, start=start, rank=-1)
    return replace(made, nests=kind == "organization")


def _is_noun(scene: Scene, index: int, kind: ActorType) -> bool:
    """True for a common word, which is no place, and a head without a name, which is no institution (بلدية)."""
    if kind == "organization":
        head = scene.hit("org_head", index)
        return head is not None and not head.article
    return kind == "place" and is_common(scene.norm(index))


def _described(scene: Scene, first: int, last: int) -> bool:
    """True for nouns with ال throughout that no one bears as a given name: الحامي الوطيس "the heated fight"."""
    if last - first < 2 or not all(scene.norm(index).startswith("ال") for index in range(first, last)):
        return False
    return gazetteer().given.get(scene.norm(first), 0) < _BORNE


def _behind_title(scene: Scene, first: int, last: int) -> int:
    """Return where the name begins behind a title that the tagger took in (الرئيس محمود عباس); سلطان can be a name."""
    hit = scene.hit("title", first)
    if hit is None or hit.last >= last or hit.enclitic or (not hit.article and scene.hit("given_name", first)):
        return first
    return hit.last
