"""Propose organizations: listed names, institution heads with what follows them, and platforms as companies.

The right boundary of a construct (Ryding 2005, ch. 8: idafa): indefinite nouns chain until the first definite noun
or name; adjectives that bear ال may follow it; a preposition, verb or punctuation mark ends it.
"""

from collections.abc import Iterator
from dataclasses import replace

from waqia.extract.actor.institutions import (
    FORMAL,
    FORMAL_ADJECTIVES,
    GOVERNMENT,
    HONOURING,
    INCOMPLETE,
    LOOSE,
    NEVER,
    OF_PLACE,
    PLURAL,
    PURPOSEFUL,
    PURPOSES,
    SERVICE,
    STATE,
    STRICT,
    VAGUE,
)
from waqia.extract.actor.names import read_name
from waqia.extract.actor.scene import Proposal, Scene
from waqia.extract.actor.words import FUNCTION, TEMPORAL, is_common, is_titular_adjective
from waqia.lexicon.match import Hit

_MAX_CHAIN = 4
_MAX_NAME = 4


def propose_organizations(scene: Scene) -> list[Proposal]:
    """Return listed organizations and outlets, constructs behind institution heads, and companies of platforms."""
    return [*_listed(scene), *_constructs(scene), *_companies(scene)]


def _listed(scene: Scene) -> Iterator[Proposal]:
    for category in ("outlet", "organization"):
        for hit in scene.hits[category].values():
            if hit.form.column == "ambiguous" and not _backed(scene, hit):
                continue
            if hit.last == hit.first + 1 and scene.tokens[hit.first].text.endswith(("\u064b", "\u064d")):
                continue
            values = hit.entry.values
            yield Proposal(
                hit.first, hit.last, hit.start, hit.end, "organization", hit.entry.rule, 6, hit.entry.rule, None,
                None, values["wikidata"] or None,
            )  # fmt: skip


def _backed(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words around an ambiguous form show that it names an institution here."""
    if scene.quoted(hit.first, hit.last):
        return True
    if scene.clean(hit.first - 1) == "(" and scene.clean(hit.last) == ")":
        return True
    head = scene.hit("org_head", hit.first - 1)
    return head is not None and not hit.proclitics and not head.article and _suits(hit, head)


def _suits(hit: Hit, head: Hit) -> bool:
    """Tell whether an ambiguous form goes with a head: outlets behind media and agencies only."""
    if hit.category == "organization" and hit.entry.values["kind"] in ("company", "bank", "club"):
        if head.entry.values["kind"] in ("party", "security", "ministry", "court"):
            return False
    media = head.entry.values["kind"] in ("media", "agency")
    return hit.form.column != "ambiguous" or (hit.category == "outlet") == media


def _constructs(scene: Scene) -> Iterator[Proposal]:
    for hit in scene.hits["org_head"].values():
        head = _stem(scene, hit)
        listed = scene.hit("organization", hit.first) or scene.hit("outlet", hit.first)
        if head in NEVER or (listed is not None and listed.last > hit.last and listed.form.column == "forms"):
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
    end = _adjectives(scene, hit.last)
    end = _purpose(scene, end) if head in PURPOSEFUL else end
    place = scene.places.get(end)
    nests = False
    if end == hit.last and place is not None and not place.proclitics and not scene.norm(end - 1).startswith("ال"):
        end, nests = place.last, True
    if end == hit.last and (scene.norm(hit.first) in INCOMPLETE or not scene.norm(end - 1).startswith("ال")):
        return None
    return _finish(scene, hit, end, "actors.org_head", nests=nests)


def _definite(scene: Scene, hit: Hit, head: str) -> Proposal | None:
    """Read الحكومة العراقية, الشركة السعودية للكهرباء, المحكمة العليا; a bare definite only for the state's own."""
    end = _adjectives(scene, hit.last)
    if end == hit.last:
        bare = head in STATE and not (head == "قضاء" and scene.norm(end) == "علي")
        return _finish(scene, hit, end, "actors.state") if bare else None
    if head in GOVERNMENT:
        loose = scene.norm(hit.last)[2:] in LOOSE
        return _finish(scene, hit, hit.last if loose else end, "actors.state" if loose else "actors.org_head") if head in STATE or not loose else None
    purpose = _purpose(scene, end) if head in PURPOSEFUL else end
    adjective = scene.norm(hit.last)
    if head in PLURAL or adjective[2:] in VAGUE and purpose == end:
        return None
    formal = head in FORMAL and (adjective in FORMAL_ADJECTIVES or hit.last in scene.nisbas or head == "حزب")
    if purpose > end or formal or end - hit.last > 1 and (head not in STRICT):
        return _finish(scene, hit, purpose, "actors.org_head")
    return None


def _construct(scene: Scene, hit: Hit, head: str) -> Proposal | None:
    """Read a head with its construct: وزارة الداخلية العراقية, شركة فيسبوك, حكومة الهند, منظمة نت بلوكس."""
    index = hit.last
    if not scene.joined(index):
        return None
    if scene.opens_quote(index):
        return _quoted_name(scene, hit, index + 1)
    for depth in range(_MAX_CHAIN):
        named = _name_end(scene, hit, index, head, depth)
        if named is not None:
            return _finish(scene, hit, named, "actors.org_head", nests=index in scene.places)
        if head in STRICT or head in PLURAL:
            return _of_institution(scene, hit, index)
        norm = scene.norm(index)
        if not scene.is_word(index) or not scene.joined(index) or norm in FUNCTION or norm in TEMPORAL:
            return None
        if norm.startswith("ال") and len(norm) > 4:
            return _definite_tail(scene, hit, index, head)
        if not is_common(norm) or norm.startswith(("لل", "وال", "بال")) or norm.endswith(("يه", "ي", "ا")) or depth == _MAX_CHAIN - 1:
            return None
        if scene.hit("report", index) is not None or scene.hit("title", index) is not None and depth == 0:
            return None
        index += 1
    return None


def _of_institution(scene: Scene, hit: Hit, index: int) -> Proposal | None:
    """Read جهاز المخابرات, قيادة الجيش: a strict head with another institution of the state behind it."""
    inner = scene.hit("org_head", index)
    if inner is None or not inner.article or _stem(scene, hit) in PLURAL or _stem(scene, inner) not in GOVERNMENT:
        return None
    return _finish(scene, hit, _adjectives(scene, inner.last), "actors.org_head")


def _definite_tail(scene: Scene, hit: Hit, index: int, head: str) -> Proposal | None:
    """Read on from the first definite noun: coordinated nouns, adjectives, a purpose."""
    if scene.hit("title", index) is not None:
        if head not in HONOURING:
            return None
        name = read_name(scene, index + 1)
        if name is not None:
            end = _adjectives(scene, name.last)
            return _finish(scene, hit, end, "actors.org_head")
    if scene.hit("group_head", index) is not None and head in GOVERNMENT:
        return None
    end = index + 1
    while _coordinated(scene, end):
        end += 1
    end = _adjectives(scene, end)
    while _coordinated(scene, end) and head == "وزاره":
        end = _adjectives(scene, end + 1)
    if head in PURPOSEFUL:
        end = _purpose(scene, end)
    return _finish(scene, hit, end, "actors.org_head")


def _coordinated(scene: Scene, index: int) -> bool:
    """Tell whether و + noun continues a name (وزارة التربية والتعليم), not a second institution or actor."""
    norm = scene.norm(index)
    if not scene.is_word(index) or not scene.joined(index):
        return False
    if not norm.startswith("وال") or len(norm) < 6 or norm[1:] in TEMPORAL or norm[1:] in FUNCTION:
        return False
    return not scene.names_thing(index) and index not in scene.nisbas and scene.hit("group_head", index) is None


def _adjectives(scene: Scene, index: int) -> int:
    while scene.is_word(index) and scene.joined(index) and is_titular_adjective(scene.norm(index)):
        place = scene.places.get(index)
        national = place is None or (place.last == index + 1 and scene.norm(index).endswith("يه"))
        if not national or scene.hit("group_head", index) is not None:
            break
        if scene.hit("title", index) is not None and index not in scene.nisbas and scene.norm(index)[2:] not in FORMAL:
            break
        index += 1
    if scene.norm(index) == "غير" and is_titular_adjective(scene.norm(index + 1)):
        index += 2
    return index


def _purpose(scene: Scene, index: int) -> int:
    """Step over للطيران المدني, لحقوق الإنسان, لكرة القدم behind an institution."""
    norm = scene.norm(index)
    if not scene.is_word(index) or not scene.joined(index) or len(norm) < 4 or scene.names_thing(index):
        return index
    if scene.hit("group_head", index) is not None or index in scene.nisbas or norm[1:] in FUNCTION:
        return index
    if norm.startswith("لل"):
        end = index + 1
    elif norm in PURPOSES and scene.is_word(index + 1):
        end = index + 2
    else:
        return index
    if scene.hit("title", end - 1) is not None:
        name = read_name(scene, end)
        end = name.last if name is not None else end
    while _coordinated(scene, end):
        end += 1
    return _adjectives(scene, end)


def _name_end(scene: Scene, hit: Hit, index: int, head: str, depth: int) -> int | None:
    """Return where the proper name at a token ends: listed names, Latin words, unknown words, honoured persons."""
    listed = _listed_end(scene, index, head, hit)
    if listed is not None:
        return listed
    if head in PLURAL or depth and head not in HONOURING:
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
        if hit is not None and not hit.proclitics and hit.category != "place" and _suits(hit, source):
            return hit.last
        if hit is not None and not hit.proclitics and head not in PLURAL and (head not in STRICT or head in OF_PLACE):
            return _adjectives(scene, hit.last)
    platform = scene.hit("platform", index)
    if platform is not None and not platform.proclitics and head not in SERVICE | PLURAL:
        return platform.last
    return None


def _honoured(scene: Scene, index: int, head: str) -> int | None:
    if head not in HONOURING:
        return None
    begin = index + 1 if scene.hit("title", index) is not None else index
    name = read_name(scene, begin)
    return _adjectives(scene, name.last) if name is not None else None


def _unknown_run(scene: Scene, index: int, head: str) -> int | None:
    norm = scene.norm(index)
    adjective = norm.endswith(("يه", "ي", "ا")) and len(norm) > 4 and not scene.unknown(index + 1)
    if adjective or head in GOVERNMENT or head == "وزاره":
        return None
    if _is_idafa(scene, index + 1) and head not in STRICT:
        return _adjectives(scene, index + 2)
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
    plain = norm not in TEMPORAL and norm not in FUNCTION and index not in scene.nisbas
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
    if scene.hit("platform", index) is not None and head in SERVICE:
        return None
    return scene.propose(index, end, "organization", "actors.org_quoted", rank=3)


def _finish(scene: Scene, hit: Hit, end: int, rule: str, *, nests: bool = False) -> Proposal:
    country = scene.country_in(hit.first, end)
    start = scene.raw_at(hit.first, len(hit.proclitics)) if hit.article and not hit.proclitics.endswith("لل") else hit.start
    proposal = scene.propose(hit.first, end, "organization", rule, start=start, rank=3)
    return replace(proposal, country=country, nests=nests)


def _companies(scene: Scene) -> Iterator[Proposal]:
    """Yield platforms that speak or decide: behind a reporting verb, or directly before one."""
    for hit in scene.hits["platform"].values():
        before = _verb_before(scene, hit.first)
        if not before and not _verb_behind(scene, hit.last):
            continue
        if hit.proclitics or hit.entry.values["kind"] in ("network",):
            continue
        if scene.norm(hit.first - 1).removeprefix("ال") in SERVICE:
            continue
        rule = f"actors.company/{hit.entry.key}"
        yield Proposal(
            hit.first, hit.last, hit.start, hit.end, "organization", rule, 2, f"companies/{hit.entry.key}"
        )  # fmt: skip


def _verb_before(scene: Scene, index: int) -> bool:
    index -= scene.is_quote(index - 1)
    report = scene.verb(index - 1)
    return report is not None and report.last == index


def _verb_behind(scene: Scene, index: int) -> bool:
    index += scene.is_quote(index)
    report = scene.verb(index)
    feminine = report is not None and report.form.column == "past" and scene.norm(index).endswith("ت")
    return feminine and not report.proclitics and scene.joined(index) if report is not None else False
