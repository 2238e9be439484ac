"""Propose places: the gazetteer, names behind place words (مدينة X "the city of X"), and facilities."""

from collections.abc import Iterator
from dataclasses import replace

from waqia.extraction.actor.place_lists import propose_lists
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, is_titular_adjective, without_proclitic, word_set
from waqia.lexicon.match import Hit

_TANWIN = ("\u064b", "\u064b\u0627", "\u0627\u064b")
_ORDINALS = ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس")
_PROCLITICS = ("", "وب", "ول", "ب", "ل", "و", "ف", "ك")


def propose_places(scene: Scene) -> list[Proposal]:
    """Return gazetteer places, places behind place words, and facilities."""
    known = {hit.entry.key for hit in scene.places.values() if hit.form.text.startswith("ال") and _is_place(scene, hit)}
    found = [_gazetteer(scene, first, known) for first in scene.places]
    return [item for item in found if item is not None] + [
        *_behind_heads(scene),
        *propose_lists(scene),
        *_kingdom(scene),
    ]


def _kingdom(scene: Scene) -> list[Proposal]:
    """Return المملكة "the Kingdom" as Saudi Arabia where the text speaks of it and no other kingdom."""
    spoken_of = {hit.entry.key for table in (scene.places, scene.nisbas) for hit in table.values()}
    if "SA" not in spoken_of or spoken_of & {"JO", "MA", "GB", "BH"}:
        return []
    found = []
    for index, token in enumerate(scene.tokens):
        cut = len(token.norm) - 7
        bare = token.norm.endswith("المملكه") and token.norm[:cut] in ("", "و", "ب", "ف", "وب")
        if bare and index not in scene.places and not is_titular_adjective(scene.norm(index + 1)):
            item = scene.propose(index, index + 1, "place", "actors.kingdom", start=scene.raw_at(index, cut))
            found.append(replace(item, key="places/SA", country="SA"))
    return found


def _gazetteer(scene: Scene, first: int, known: set[str]) -> Proposal | None:
    hit = scene.places[first]
    values = hit.entry.values
    again = hit.entry.key in known and hit.form.text.startswith("ال")
    if hit.last == first + 1 and not again and not _is_place(scene, hit):
        return None
    start, begin = hit.start, hit.first
    if (
        hit.last - hit.first > 1
        and values["kind"] != "district"
        and head_of(scene.norm(first)) in word_set("dropped_place_head")
    ):
        begin += 1
        start = scene.tokens[begin].start
    return Proposal(
        begin,
        hit.last,
        start,
        hit.end,
        "place",
        hit.entry.rule,
        rank=5,
        key=hit.entry.rule,
        country=(values["kind"] == "country" and values["country"]) or None,
        wikidata=values["wikidata"] or None,
    )


def _is_place(scene: Scene, hit: Hit) -> bool:
    """Tell whether a form of one word is the place, no common word or rest of another (كلاوس, دوما)."""
    norm = scene.norm(hit.first)
    if hit.proclitics.endswith("ك") and not norm[len(hit.proclitics) :].startswith("ال"):
        return False
    if norm[len(hit.proclitics) :] not in word_set("place_or_word"):
        return True
    before = scene.norm(hit.first - 1)
    return (
        before in ("في", "من", "الي", "وفي", "ومن")
        or head_of(before) in word_set("place_head")
        or before in word_set("plural_place_head")
        or hit.proclitics == "ب"
    )


def head_of(norm: str) -> str:
    """Return a folded word without proclitic where that makes it a place word or facility, else as it is."""
    return without_proclitic(norm, _PROCLITICS, "place_head", "facility")


def _behind_heads(scene: Scene) -> Iterator[Proposal]:
    for index, token in enumerate(scene.tokens):
        if token.kind != "word" or len(token.norm) < 2:
            continue
        head = head_of(token.norm)
        if head in word_set("facility"):
            proposal = _facility(scene, index, head)
        elif head in word_set("place_head"):
            proposal = _named(scene, index + 1, head)
        else:
            continue
        if proposal is not None:
            yield proposal


def _named(scene: Scene, index: int, head: str) -> Proposal | None:
    """Return the unknown name behind a place word; it may stand in quotation marks."""
    quoted = scene.opens_quote(index)
    index += quoted
    given = head in word_set("strong_place_head") and scene.hit("given_name", index) is not None
    if index in scene.places or not scene.joined(index) or not (scene.unknown(index) or given):
        return None
    norm = scene.norm(index)
    peopled = scene.norm(index - 2) in word_set("inhabitants")
    if head in word_set("weak_place_head") and not peopled and norm.startswith("ال") and not quoted and head != "حي":
        return None
    if scene.hit("given_name", index) is not None and head in word_set("weak_place_head"):
        return None
    if (
        norm.removeprefix("ال") in ("ملاهي", "العاب", "سكنيه", "جامعيه", "بحري", "جوي", "بري")
        or norm.startswith(("لل", "وال"))
        or (norm.endswith(("يه", "ين", "ات")) and not norm.startswith("ال"))
    ):
        return None
    if head.endswith("ه") and not norm.startswith("ال") and not quoted and _agrees(scene.clean(index)):
        return None
    last = index + 1
    while last < index + 3 and scene.joined(last) and _continues(scene, last):
        last += 1
    return scene.propose(index, last, "place", "actors.place_head", rank=2)


def _agrees(word: str) -> bool:
    """Tell whether an unknown word may be a feminine adjective or verb that goes with the place word."""
    return word.endswith("ة") or (word[0] in "أا" and word.endswith("ت") and len(word) > 4)


def _continues(scene: Scene, index: int) -> bool:
    norm = scene.norm(index)
    if norm in word_set("direction"):
        return True
    if scene.hit("given_name", index) is not None:
        return False
    return scene.unknown(index) and not norm.startswith(("و", "ف", "ب", "ل", "ي", "ت"))


def _facility(scene: Scene, index: int, head: str) -> Proposal | None:
    """Return a facility with its head in the span (مطار بغداد الدولي "Baghdad international airport")."""
    last = index + 1
    place = scene.places.get(last)
    if not scene.joined(last):
        return None
    if place is not None and not place.proclitics:
        last = place.last
    elif scene.norm(last) in (
        "الملك",
        "الامير",
        "الشهيد",
        "الشيخ",
        "الملكه",
        "ابو",
        "الامام",
    ) and scene.is_word(last + 1):
        last += 2
    elif scene.unknown(last) and not scene.norm(last).startswith(("لل", "و")):
        last += 1
    else:
        return None
    while scene.joined(last) and (_continues_facility(scene, last)):
        last += 1
    start = scene.raw_at(index, len(scene.norm(index)) - len(head))
    return scene.propose(index, last, "place", "actors.facility", start=start, rank=3)


def _continues_facility(scene: Scene, index: int) -> bool:
    norm = scene.norm(index)
    if norm in ("الدولي", "الدوليه", "المركزي", "العسكري", "العسكريه", "الجويه", "الجوي", "بن", "العالي", *_ORDINALS):
        return True
    if scene.norm(index - 1) == "بن":
        return norm not in word_set("function")
    if scene.tokens[index].text.endswith(_TANWIN) or norm.startswith("ست"):
        return False
    return scene.unknown(index) and not norm.startswith(("و", "ف", "ب", "ل", "ي", "ت")) and not is_common(norm)
