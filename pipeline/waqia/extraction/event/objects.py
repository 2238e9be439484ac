"""The things an event may happen to: walks from a trigger to the services, networks and sites around it."""

from collections.abc import Iterator

from waqia.extraction.event.verbs import is_verb
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, SOFT_STOPS, Layout, Thing
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import EventRule

REACH = 9
REACH_VERB = 16
_HEADS = frozenset({"site", "app", "service", "server", "account", "unclear"})
_VERB_REACH = 4
_BACKWARD_POS = frozenset({"verb", "participle", "predicate"})


def things_after(layout: Layout, hit: Hit, gap: int, starts: set[int], begin: int | None = None) -> Iterator[Thing]:
    """Walk forward from the trigger (or ``begin``) and yield the things it may happen to, the nearest first."""
    tokens = layout.tokens
    _, stop = layout.sentence_bounds(hit.first)
    verbal = is_verb(layout, hit)
    begin = hit.last if begin is None else begin
    index, unknown = begin, 0
    while index < min(stop, begin + (REACH_VERB if verbal else REACH)):
        thing = layout.things.get(index)
        if thing is not None:
            if _belongs_to_another(layout, hit, thing):
                return
            yield thing
            if thing.kind not in _HEADS:
                return
            index = thing.last
            continue
        token = tokens[index]
        if token.clean in HARD_STOPS or index in starts or token.norm in words("means"):
            return
        if token.clean in SOFT_STOPS:
            if not verbal or not _parenthetic(layout, index):
                return
        elif not layout.skippable[index]:
            unknown += 1
            if unknown > gap:
                return
        index += 1


def _belongs_to_another(layout: Layout, hit: Hit, thing: Thing) -> bool:
    """Say whether telephony is part of another noun phrase: صناعة الاتصالات "telecom industry", الاتصالات بالسفينة.

    An unknown indefinite noun right before it makes it a genitive.
    """
    if thing.kind != "telephony":
        return False
    before = thing.first - 1
    if before >= hit.last and not layout.skippable[before] and before not in layout.thing_ends:
        token = layout.tokens[before]
        if token.kind == "word" and not token.norm.removeprefix("و").startswith("ال") and token.clean not in SOFT_STOPS:
            return True
    return _is_contact(layout, thing)


def _is_contact(layout: Layout, thing: Thing) -> bool:
    """Say whether اتصالات is contact with or between people (الاتصالات بين البلدين), not a service."""
    if thing.kind != "telephony" or thing.last >= len(layout.tokens) or not thing.span.text.endswith("اتصالات"):
        return False
    behind = layout.tokens[thing.last].norm
    if behind.removeprefix("بال") in words("area"):
        return False
    return behind.startswith(("بال", "مع", "بين")) or behind in ("به", "بها", "بهم")


def _parenthetic(layout: Layout, comma: int) -> bool:
    """Say whether a comma opens or closes a date or name set between verb and object (حجبت، اليوم، مواقع)."""
    around = (comma - 1, comma + 1)
    return all(0 <= index < len(layout.tokens) and layout.skippable[index] for index in around)


def things_before(layout: Layout, hit: Hit, gap: int, starts: set[int]) -> Iterator[Thing]:
    """Walk backward; before a noun only across a verb of affecting (تعرض التطبيق لعطل "the app had a fault")."""
    tokens = layout.tokens
    first, _ = layout.sentence_bounds(hit.first)
    verbal = hit.entry.values["pos"] in _BACKWARD_POS or is_verb(layout, hit)
    index, unknown, affected = hit.first, 0, verbal
    while index > max(first, hit.first - REACH):
        thing = layout.thing_ends.get(index)
        if thing is not None:
            if _is_contact(layout, thing):
                return
            if affected or _affected_by_verb(layout, thing.first, first):
                affected = True
                yield thing
            if thing.kind not in _HEADS:
                return
            index = thing.first
            continue
        index -= 1
        token = tokens[index]
        if token.clean in HARD_STOPS or token.clean in SOFT_STOPS or index in starts:
            return
        affected = affected or layout.affecting[index]
        if not layout.skippable[index]:
            unknown += 1
            if unknown > gap:
                return


def _affected_by_verb(layout: Layout, index: int, begin: int) -> bool:
    """Say whether a verb of affecting opens the clause before its subject (شهد تطبيق يوتيوب أعطالا)."""
    for before in range(index - 1, max(begin, index - _VERB_REACH) - 1, -1):
        if layout.affecting[before]:
            return True
        if not layout.skippable[before]:
            return False
    return False


def with_coordinated(layout: Layout, rule: EventRule, ahead: list[Thing]) -> tuple[Thing, ...]:
    """Extend the things by those listed behind them: فيسبوك وإنستغرام وواتساب."""
    things = list(ahead)
    tokens = layout.tokens
    index = things[-1].last
    idle = 0
    while index < len(tokens) and idle < 6:
        thing = layout.things.get(index)
        if thing is not None:
            if thing.kind == "platform" or thing.kind in rule.object:
                things.append(thing)
                idle = 0
            index = max(thing.last, index + 1)
            continue
        token = tokens[index]
        joint = token.clean in SOFT_STOPS or token.norm in words("joint") or layout.skippable[index]
        if token.clean in HARD_STOPS or not joint:
            break
        idle += 1
        index += 1
    return tuple(things)


def platform_before(layout: Layout, hit: Hit) -> Thing | None:
    """Return the last service named before the trigger in its sentence or the one before (خدماته "its services")."""
    sentence = layout.sentence_at(hit.first)
    begin = layout.analysis.text.sentences[max(0, sentence - 1)].first
    named = (layout.things[at] for at in range(hit.first - 1, begin - 1, -1) if at in layout.things)
    return next((thing for thing in named if thing.kind in ("platform", "telephony", "internet", "power")), None)
