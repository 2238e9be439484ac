"""Propose place names that no gazetteer has where a list or the words around show them.

قرى X وY "the villages of X and Y"; words joined by و between listed places; the seat of an office (محافظ X "the
governor of X"); and what lies in a direction of a listed place (في X جنوب إيران "in X, south of Iran").
"""

from collections.abc import Iterator

from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, without_proclitic, word_set

_RULE = "actors.place_head"
_MAX_LIST = 20
_PROCLITICS = ("", "وب", "ول", "ب", "ل", "و")
_TO = frozenset(("في", "من", "الي", "وفي", "ومن", "والي"))


def propose_lists(scene: Scene) -> Iterator[Proposal]:
    """Yield the names of lists behind plural place words, between listed places, and before directions."""
    plural = word_set("plural_place_head")
    for index, token in enumerate(scene.tokens):
        if _head(token.norm) in plural:
            yield from _behind_plural(scene, index + 1)
        elif token.norm in _TO:
            located = _located(scene, index + 1)
            if located is not None:
                yield located
    yield from _between_places(scene)


def _head(norm: str) -> str:
    return without_proclitic(norm, _PROCLITICS, "plural_place_head")


def _behind_plural(scene: Scene, index: int) -> Iterator[Proposal]:
    """Yield the unknown names of a list behind a plural place word; the list ends at the first other word."""
    if not _plain(scene, index):
        return
    for number in range(_MAX_LIST):
        end = _item(scene, index, first=number == 0)
        if end is None:
            return
        if index not in scene.places:
            cut = 0 if number == 0 else _cut(scene, index)
            yield scene.propose(index, end, "place", _RULE, start=scene.raw_at(index, cut), rank=2)
        if scene.clean(end) in ("،", ",") and scene.joined(end):
            end += 1
        index = end


def _plain(scene: Scene, index: int) -> bool:
    """Tell whether a plural place word has a name behind it, no adjective (محافظات جنوبية, قرى نائية)."""
    norm = scene.norm(index)
    if index in scene.places:
        return True
    return not norm.endswith(("يه", "ين", "ات", "ي")) and not (norm.endswith("ه") and not norm.startswith("ال"))


def _cut(scene: Scene, index: int) -> int:
    return int(scene.norm(index).startswith("و") and len(scene.norm(index)) > 3)


def _item(scene: Scene, index: int, *, first: bool) -> int | None:
    """Return where the list's name at a token ends: a listed place, or an unknown word joined by و or a comma."""
    if not scene.joined(index) or not scene.is_word(index):
        return None
    listed = scene.places.get(index)
    if listed is not None and (listed.proclitics in ("", "و") or first):
        return listed.last
    norm = scene.norm(index)
    if first:
        plain = index not in scene.nisbas and not scene.names_thing(index)
        dual = plain and _head(scene.norm(index - 1)).endswith("ي")
        fits = _may_name(scene, index, norm, listed=True) or (dual and _goes_on(scene, index + 1))
        return index + 1 if fits else None
    if norm.startswith("و") and norm[1:] in word_set("compound_place") and scene.is_word(index + 1):
        return index + 2
    if norm.startswith("و") and len(norm) > 3:
        fits = _may_name(scene, index, norm[1:], listed=True) or (norm.startswith("وال") and _goes_on(scene, index + 1))
        return index + 1 if fits else None
    comma = scene.clean(index - 1) in ("،", ",") and _goes_on(scene, index + 1)
    return index + 1 if comma and _may_name(scene, index, norm) else None


def _may_name(scene: Scene, index: int, norm: str, *, listed: bool = False) -> bool:
    """Tell whether a word can be a place's name; ``listed``: in a list of places also a given name, or ي before."""
    given = scene.hit("given_name", index) is not None
    if scene.names_thing(index) or index in scene.nisbas or (given and not listed):
        return False
    if norm.startswith("ي") and not listed:
        return False
    return len(norm) > 2 and not is_common(norm) and not is_common(scene.norm(index)) and not norm.startswith("لل")


def _goes_on(scene: Scene, index: int) -> bool:
    """Tell whether another name joined by و follows."""
    norm = scene.norm(index)
    place = scene.places.get(index)
    joined = place is not None and place.proclitics == "و"
    return joined or (norm.startswith("و") and scene.is_word(index) and _may_name(scene, index, norm[1:]))


def _between_places(scene: Scene) -> Iterator[Proposal]:
    """Yield unknown words that stand, joined by و, in a row with at least two listed places."""
    end = 0
    for index in scene.places:
        if index < end:
            continue
        end, listed, unknown = _row(scene, index)
        if listed > 1:
            for position in unknown:
                yield scene.propose(position, position + 1, "place", _RULE, start=scene.raw_at(position, 1), rank=2)


def _row(scene: Scene, index: int) -> tuple[int, int, list[int]]:
    """Return the end of a row of names joined by و, how many are listed places, and the unknown ones."""
    listed, unknown = 0, []
    begin = index
    while index < min(begin + _MAX_LIST, len(scene.tokens)) and (index == begin or scene.joined(index)):
        place = scene.places.get(index)
        norm = scene.norm(index)
        if place is not None and (index == begin or place.proclitics == "و"):
            listed += 1
            index = place.last
        elif index > begin and norm.startswith("و") and _may_name(scene, index, norm[1:]):
            unknown.append(index)
            index += 1
        else:
            break
    while unknown and unknown[-1] == index - 1 and scene.is_word(index) and scene.unknown(index):
        unknown.pop()
        index -= 1
    return index, listed, unknown


def _located(scene: Scene, index: int) -> Proposal | None:
    """Return an unknown word before a direction of a listed place or before التابعة لمحافظة."""
    if not scene.unknown(index) or not scene.joined(index) or not _may_name(scene, index, scene.norm(index)):
        return None
    behind = index + 1 + (scene.clean(index + 1) in ("،", ","))
    norm = scene.norm(behind)
    lies = norm in word_set("bearing") and (
        behind + 1 in scene.places or scene.norm(behind + 1) in ("البلاد", "العاصمه")
    )
    belongs = norm in ("التابعه", "التابع") and scene.norm(behind + 1).removeprefix("ل") in word_set("place_head")
    if not (lies or belongs):
        return None
    return scene.propose(index, index + 1, "place", _RULE, rank=2)
