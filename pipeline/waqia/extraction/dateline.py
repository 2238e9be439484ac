"""Read the line that says who files a report and from where.

At the opening of a text or of one of its first paragraphs: إيلاف من بغداد: "Elaph from Baghdad:", رويترز-
كراتشي:, القاهرة (رويترز) -, صنعاء: «الخليج»، وكالات; at the end an agency in brackets (د ب أ). Agencies'
style books put place, agency and reporter there in any order, parted by marks. The place of filing is no
place of an event.
"""

from dataclasses import dataclass, replace

from waqia.extraction.actor.names import read_name
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.actor.words import word_set
from waqia.lexicon.match import Hit

RULE = "actors.dateline"
_MARKS = frozenset('-–—ـ:/|()«»"“”،,.•*')
_CLOSING = frozenset("-–—ـ:/|)»")
_WINDOW = 16
_PARAGRAPHS = 3
_TAIL = 10


@dataclass(frozen=True, slots=True)
class Dateline:
    """Who files, from where: proposals with rule ``actors.dateline``; None for what the line lacks."""

    outlet: Proposal | None = None
    place: Proposal | None = None
    reporter: Proposal | None = None

    @property
    def parts(self) -> list[Proposal]:
        """Return what the line names, in text order."""
        found = [item for item in (self.outlet, self.place, self.reporter) if item is not None]
        return sorted(found, key=lambda item: item.start)


@dataclass(frozen=True, slots=True)
class _Read:
    line: Dateline
    marks: int
    closed: bool
    fillers: int


def read_dateline(scene: Scene) -> Dateline:
    """Return the dateline of an article; all fields None if it has none."""
    paragraph = -1
    for sentence in scene.text.sentences[:12]:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        if paragraph >= _PARAGRAPHS:
            break
        line = _opening(scene, sentence.first)
        if line is not None:
            return line
    return Dateline(outlet=_closing_outlet(scene))


def propose_dateline(scene: Scene) -> list[Proposal]:
    """Return the outlet, place and reporter of the dateline as proposals."""
    return read_dateline(scene).parts


def _opening(scene: Scene, first: int) -> Dateline | None:
    read = _components(scene, first)
    line = read.line
    if not (line.outlet or line.place) or not (read.closed or (read.fillers and read.marks)):
        return None
    if line.outlet is None and line.reporter is None:
        return line if line.place is not None and line.place.country is None else None
    if line.place is None and line.reporter is None and not read.closed:
        return None
    return line


def _components(scene: Scene, first: int) -> _Read:
    line, index, marks, fillers, closed = Dateline(), first, 0, 0, False
    while index < min(first + _WINDOW, len(scene.tokens)):
        broken = index > first and not scene.joined(index)
        if broken:
            closed = True
            marks += 1
        token = scene.tokens[index]
        if token.kind == "punct":
            if token.clean not in _MARKS:
                break
            closed = token.clean in _CLOSING
            marks += 1
            index += 1
            continue
        if token.norm in word_set("dateline_filler"):
            fillers += token.norm != "من"
            index += 1
            continue
        step = _component(scene, index, line)
        if step is None:
            break
        line, index = step
        closed = False
    return _Read(line, marks, closed, fillers)


def _component(scene: Scene, index: int, line: Dateline) -> tuple[Dateline, int] | None:
    outlet, place = scene.hit("outlet", index), scene.places.get(index)
    if outlet is not None and place is not None and line.place is None and _rather_place(scene, outlet, place, line):
        outlet = None
    if outlet is not None and line.outlet is None and _clean_start(outlet):
        return replace(line, outlet=_listed(outlet, "organization")), outlet.last
    if place is not None and line.place is None and _clean_start(place):
        return replace(line, place=_listed(place, "place")), place.last
    name = read_name(scene, index) if scene.hit("given_name", index) is not None else None
    if name is not None and name.parts > 1 and line.reporter is None:
        person = scene.propose(index, name.last, "person", RULE, rank=9)
        return replace(line, reporter=person), name.last
    return None


def _rather_place(scene: Scene, outlet: Hit, place: Hit, line: Dateline) -> bool:
    """Tell which of the two a word such as الرياض (the city and the newspaper) is here."""
    city = place.entry.values["kind"] in ("city", "capital", "country", "governorate")
    return line.outlet is not None or (city and not scene.quoted(outlet.first, outlet.last))


def _clean_start(hit: Hit) -> bool:
    return hit.proclitics == ""


def _listed(hit: Hit, kind: str) -> Proposal:
    values = hit.entry.values
    country = values["country"] if kind == "place" and values["kind"] == "country" else ""
    return Proposal(
        hit.first, hit.last, hit.start, hit.end, "place" if kind == "place" else "organization", RULE, 9,
        hit.entry.rule, None, country or None, values["wikidata"] or None,
    )  # fmt: skip


def _closing_outlet(scene: Scene) -> Proposal | None:
    """Return an agency in brackets at the very end."""
    last = len(scene.tokens)
    for index in range(max(1, last - _TAIL), last):
        hit = scene.hit("outlet", index)
        if (
            hit is not None
            and scene.clean(hit.first - 1) == "("
            and scene.clean(hit.last) == ")"
            and last - hit.last <= 2
        ):
            return _listed(hit, "organization")
    return None
