"""Propose groups: unnamed collectives and individuals that speak, act or are affected.

Precision first: a head noun alone is no actor. It must be the subject of a reporting verb, the source behind
an attribution (بحسب مراقبين "according to observers"), or stand beside a word that says it was affected.
"""

from collections.abc import Iterator

from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, is_titular_adjective, word_set
from waqia.lexicon.match import Hit

_ADJECTIVE_ENDINGS = ("ين", "ون", "يه", "ي", "ه", "ات")
_NEAR = 2


def propose_groups(scene: Scene) -> list[Proposal]:
    """Return the groups that speak or are affected."""
    return list(_groups(scene))


def _groups(scene: Scene) -> Iterator[Proposal]:
    for hit in scene.hits["group_head"].values():
        begin = _quantified(scene, hit.first)
        if _points_back(scene, hit) or not (_takes_part(scene, hit, begin) or _is_hit(scene, hit, begin)):
            continue
        end = _noun_phrase(scene, hit)
        start = hit.start if begin == hit.first else scene.tokens[begin].start
        if begin != hit.first and scene.norm(begin).startswith("و"):
            start = scene.raw_at(begin, 1)
        proposal = scene.propose(begin, end, "group", "actors.group_head", start=start, rank=1)
        yield proposal.with_role(None, scene.country_in(begin, end))


def _quantified(scene: Scene, index: int) -> int:
    """Return where the quantifier before a head begins (عدد من, بعض), or the head itself."""
    before = index - 1
    if scene.norm(before) == "من":
        before -= 1
    norm = scene.norm(before).removeprefix("و") if scene.norm(before) != "وفق" else ""
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
    sources = scene.norm(hit.first).endswith(("مصادر", "شهود", "وساءل", "السلطات", "الجهات"))
    return hit.article and one and not sources and hit.last == hit.first + 1 and scene.norm(hit.last) != "باسم"


def _is_hit(scene: Scene, hit: Hit, begin: int) -> bool:
    """Tell whether users, companies or people stand where an event of the sentence reaches them."""
    kind = hit.entry.values["kind"]
    if kind not in ("users", "companies", "people") or not _has_event(scene, begin):
        return False
    if begin != hit.first:
        return True
    before = scene.norm(begin - 1)
    return before in ("عن", "علي", "ان", "امام") or (
        kind != "people" and (hit.proclitics in ("ل", "ول") or before in ("من", "بين"))
    )


def _has_event(scene: Scene, index: int) -> bool:
    sentence = scene.text.sentences[scene.text.sentence_of[index]]
    first, last = max(sentence.first, index - 25), min(sentence.last, index + 25)
    return any(position in scene.hits["trigger"] for position in range(first, last))


def _takes_part(scene: Scene, hit: Hit, begin: int) -> bool:
    if hit.proclitics.endswith(("ب", "ك")) and begin == hit.first:
        return False
    for index in range(max(0, begin - _NEAR), begin):
        report = scene.verb(index)
        if report is not None:
            return report.last == begin or scene.norm(begin - 1) in ("عن", "ان", "بعض", "به")
        if scene.hit("attribution", index) is not None and scene.hits["attribution"][index].last >= begin - 1:
            return True
        norm = scene.norm(index).removeprefix("و").removeprefix("ف")
        if norm in word_set("affected"):
            return True
    if scene.norm(begin - 1) in word_set("source_word"):
        return True
    return _speaks_behind(scene, hit.last)


def _speaks_behind(scene: Scene, index: int) -> bool:
    """Tell whether the head's own verb follows (السكان قالوا, مستخدمون يواجهون)."""
    for position in range(index, min(index + 3, len(scene.tokens))):
        token = scene.tokens[position]
        if token.kind != "word" or token.norm in word_set("function"):
            return False
        if scene.hit("report", position) is not None:
            report = scene.verb(position)
            return report is not None and not report.proclitics
        if token.norm in word_set("affected"):
            return True
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
