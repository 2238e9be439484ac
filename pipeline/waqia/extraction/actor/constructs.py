"""Propose institutions that a head noun names: وزارة الداخلية العراقية "the Iraqi ministry of the interior".

The right boundary of a construct (Ryding 2005, ch. 8, on idafa): indefinite nouns chain until the first
definite noun or name; adjectives that bear ال may follow it; a preposition, verb or punctuation mark ends it.
"""

from collections.abc import Iterator
from dataclasses import replace

from waqia.extraction.actor.boundaries import adjectives_end, coordinated, purpose_end
from waqia.extraction.actor.names import read_name
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import is_common, is_titular_adjective, word_set
from waqia.lexicon.match import Hit
from waqia.lexicon.words import common_words
from waqia.text.normalise import fold

_MAX_CHAIN = 4
_MAX_NAME = 4


def suits(hit: Hit, head: Hit) -> bool:
    """Tell whether an ambiguous form goes with a head: outlets behind media and agencies only."""
    business = hit.category == "organization" and hit.entry.values["kind"] in ("company", "bank", "club")
    if business and head.entry.values["kind"] in ("party", "security", "ministry", "court"):
        return False
    if hit.form.column == "ambiguous" and head.form.text in ("وكالات", "صحف", "جرائد"):
        return False
    if business and _is_device(head):
        return False
    media = head.entry.values["kind"] in ("media", "agency")
    return hit.form.column != "ambiguous" or (hit.category == "outlet") == media


def _is_device(head: Hit) -> bool:
    return fold(head.form.text) in word_set("device")


def propose_constructs(scene: Scene) -> Iterator[Proposal]:
    """Yield what institution heads begin: definite ones with adjectives, and constructs."""
    for hit in scene.hits["org_head"].values():
        head = _stem(scene, hit)
        listed = scene.hit("organization", hit.first) or scene.hit("outlet", hit.first)
        if head in word_set("never") or (
            listed is not None and listed.last > hit.last and listed.form.column == "forms"
        ):
            continue
        if hit.last - hit.first > 1:
            found = _ready(scene, hit, head)
        elif hit.article:
            found = _definite(scene, hit, head)
        else:
            found = _construct(scene, hit, head)
        if found is not None:
            yield found


def _stem(scene: Scene, hit: Hit) -> str:
    norm = scene.norm(hit.first)[len(hit.proclitics) :]
    return norm.removeprefix("ال")


def _ready(scene: Scene, hit: Hit, head: str) -> Proposal | None:
    """Read on from a listed head of several words (مجلس النواب, النيابة العامة, الهيئة العامة)."""
    end = adjectives_end(scene, hit.last)
    end = purpose_end(scene, end) if head in word_set("purposeful") else end
    place = scene.places.get(end)
    nests = False
    inner = scene.hit("org_head", end)
    if (
        end == hit.last
        and inner is not None
        and inner.proclitics == "ل"
        and scene.norm(hit.first) in word_set("incomplete")
    ):
        whole = _construct(scene, inner, _stem(scene, inner))
        end = whole.last if whole is not None else end
    if end == hit.last and place is not None and not place.proclitics and not scene.norm(end - 1).startswith("ال"):
        end, nests = place.last, True
    if end == hit.last and (
        scene.norm(hit.first) in word_set("incomplete") or not scene.norm(end - 1).startswith("ال")
    ):
        return None
    return _finish(scene, hit, end, "actors.org_head", nests=nests)


def _definite(scene: Scene, hit: Hit, head: str) -> Proposal | None:
    """Read الحكومة العراقية, الشركة السعودية للكهرباء, المحكمة العليا; bare only the state's own."""
    end = adjectives_end(scene, hit.last)
    if end == hit.last:
        bare = head in word_set("state") and not (head == "قضاء" and scene.norm(end) == "علي")
        if scene.opens_quote(end) and head not in word_set("government") and scene.unknown(end + 1):
            return _quoted_name(scene, hit, end + 1)
        return _finish(scene, hit, end, "actors.state") if bare else None
    if head in word_set("government"):
        loose = scene.norm(hit.last)[2:] in word_set("loose")
        return (
            _finish(scene, hit, hit.last if loose else end, "actors.state" if loose else "actors.org_head")
            if head in word_set("state") or not loose
            else None
        )
    purpose = purpose_end(scene, end) if head in word_set("purposeful") else end
    adjective = scene.norm(hit.last)
    if head in word_set("plural") or (
        adjective[2:] in word_set("vague") and (purpose == end or head in word_set("strict"))
    ):
        return None
    formal = head in word_set("formal") and (
        adjective in word_set("formal_adjectives") or hit.last in scene.nisbas or head == "حزب"
    )
    if purpose > end or formal or (end - hit.last > 1 and (head not in word_set("strict"))):
        return _finish(scene, hit, purpose, "actors.org_head")
    return None


def _construct(scene: Scene, hit: Hit, head: str) -> Proposal | None:
    """Read a head with its construct: وزارة الداخلية العراقية, شركة فيسبوك, حكومة الهند, منظمة نت بلوكس."""
    index = hit.last
    if not scene.joined(index) or (head == "مركز" and scene.norm(hit.first - 1) in word_set("inhabitants")):
        return None
    if scene.opens_quote(index):
        return _quoted_name(scene, hit, index + 1)
    for depth in range(_MAX_CHAIN):
        named = _name_end(scene, hit, index, head, depth)
        if named is not None:
            return _finish(scene, hit, named, "actors.org_head", nests=index in scene.places)
        if head in word_set("strict") or head in word_set("plural"):
            return _of_institution(scene, hit, index)
        norm = scene.norm(index)
        if (
            not scene.is_word(index)
            or not scene.joined(index)
            or norm in word_set("function")
            or norm in word_set("temporal")
        ):
            return None
        if norm.startswith("ال") and len(norm) > 4:
            return _definite_tail(scene, hit, index, head)
        if (
            not is_common(norm)
            or (norm.startswith(("ب", "ل", "ك")) and norm not in common_words())
            or norm.startswith(("لل", "وال", "بال"))
            or norm.endswith(("يه", "ي", "ا"))
            or depth == _MAX_CHAIN - 1
        ):
            return None
        if scene.hit("report", index) is not None or (scene.hit("title", index) is not None and depth == 0):
            return None
        index += 1
    return None


def _of_institution(scene: Scene, hit: Hit, index: int) -> Proposal | None:
    """Read جهاز المخابرات, قيادة الجيش: a strict head with another institution of the state behind it."""
    inner = scene.hit("org_head", index)
    if (
        inner is None
        or not inner.article
        or _stem(scene, hit) in word_set("plural")
        or _stem(scene, inner) not in word_set("government")
    ):
        return None
    return _finish(scene, hit, adjectives_end(scene, inner.last), "actors.org_head")


def _definite_tail(scene: Scene, hit: Hit, index: int, head: str) -> Proposal | None:
    """Read on from the first definite noun: coordinated nouns, adjectives, a purpose."""
    if scene.hit("title", index) is not None:
        if head not in word_set("honouring"):
            return None
        name = read_name(scene, index + 1)
        if name is not None:
            end = adjectives_end(scene, name.last)
            return _finish(scene, hit, end, "actors.org_head")
    if scene.hit("group_head", index) is not None and head in word_set("government"):
        return None
    end = index + 1
    while coordinated(scene, end):
        end += 1
    nouns, end = end, adjectives_end(scene, end)
    second = scene.norm(end)
    if end > nouns and second.startswith("وال") and is_titular_adjective(second[1:]) and coordinated(scene, end):
        end += 1
    while coordinated(scene, end) and head == "وزاره":
        end = adjectives_end(scene, end + 1)
    if head in word_set("purposeful"):
        end = purpose_end(scene, end)
    return _finish(scene, hit, end, "actors.org_head")


def _name_end(scene: Scene, hit: Hit, index: int, head: str, depth: int) -> int | None:
    """Return where the proper name at a token ends: listed, Latin or unknown words, honoured persons."""
    listed = _listed_end(scene, index, head, hit)
    if listed is not None:
        return listed
    if head in word_set("plural") or (depth and head not in word_set("honouring")):
        return None
    if scene.is_latin(index):
        end = index
        while scene.is_latin(end) and scene.joined(end) and end < index + _MAX_NAME:
            end += 1
        return end
    given = scene.hit("given_name", index)
    if given is not None or scene.hit("title", index) is not None:
        return _honoured(scene, index, head)
    if scene.unknown(index) and not scene.norm(index).startswith(("ال", "لل", "وال", "بال")):
        return _unknown_run(scene, index, head)
    return None


def _listed_end(scene: Scene, index: int, head: str, source: Hit) -> int | None:
    for hit in (scene.hit("organization", index), scene.hit("outlet", index), scene.places.get(index)):
        if hit is not None and not hit.proclitics and hit.category != "place" and suits(hit, source):
            return hit.last
        if (
            hit is not None
            and not hit.proclitics
            and head not in word_set("plural")
            and (head not in word_set("strict") or head in word_set("of_place"))
        ):
            return adjectives_end(scene, hit.last)
    platform = scene.hit("platform", index)
    if (
        platform is not None
        and not platform.proclitics
        and head not in word_set("service") | word_set("plural") | word_set("device")
    ):
        return platform.last
    return None


def _honoured(scene: Scene, index: int, head: str) -> int | None:
    if head not in word_set("honouring"):
        return None
    begin = index + 1 if scene.hit("title", index) is not None else index
    name = read_name(scene, begin)
    return adjectives_end(scene, name.last) if name is not None else None


def _unknown_run(scene: Scene, index: int, head: str) -> int | None:
    norm = scene.norm(index)
    adjective = norm.endswith(("يه", "ي", "ا")) and len(norm) > 4 and not scene.unknown(index + 1)
    if adjective or head in word_set("government") or head == "وزاره" or norm.endswith("ات"):
        return None
    if _is_idafa(scene, index + 1) and head not in word_set("strict"):
        return adjectives_end(scene, index + 2)
    end = index + 1
    while end < index + _MAX_NAME and scene.joined(end) and scene.unknown(end):
        if scene.norm(end).startswith(("و", "ي", "ت", "لل", "بال", "ل", "ب")) and scene.norm(end - 1) != "":
            break
        end += 1
    return end


def _is_idafa(scene: Scene, index: int) -> bool:
    """Tell whether a definite noun behind an unknown word completes a construct (مركز رصد الزلازل)."""
    norm = scene.norm(index)
    noun = scene.is_word(index) and norm.startswith("ال") and scene.joined(index) and is_common(norm)
    plain = norm not in word_set("temporal") and norm not in word_set("function") and index not in scene.nisbas
    return noun and plain and not is_titular_adjective(norm)


def _quoted_name(scene: Scene, hit: Hit, index: int) -> Proposal | None:
    """Return the inner name where the proper name stands in quotation marks."""
    end = index
    while end < len(scene.tokens) and end < index + 6 and not scene.is_quote(end):
        if scene.tokens[end].kind == "punct" and scene.clean(end) not in "-.&":
            return None
        end += 1
    head = _stem(scene, hit)
    if end == index or not scene.is_quote(end):
        return None
    if scene.hit("platform", index) is not None and head in word_set("service") | word_set("device"):
        return None
    return scene.propose(index, end, "organization", "actors.org_quoted", rank=5)


def _finish(scene: Scene, hit: Hit, end: int, rule: str, *, nests: bool = False) -> Proposal | None:
    if end - hit.first > 1 and scene.norm(end - 1) in word_set("generic_tail"):
        return None
    country = scene.country_in(hit.first, end)
    start = (
        scene.raw_at(hit.first, len(hit.proclitics)) if hit.article and not hit.proclitics.endswith("لل") else hit.start
    )
    proposal = scene.propose(hit.first, end, "organization", rule, start=start, rank=3)
    return replace(proposal, country=country, nests=nests)
