"""Claims that the realis of a trigger makes: rumours, plans, warnings, denials, confirmations, restorations."""

from collections.abc import Iterator, Sequence

from waqia.extraction.analysis import ClaimMention, EventMention
from waqia.extraction.event.clauses import clause_around, clause_span
from waqia.extraction.event.realis import quote_around
from waqia.extraction.event.scope import cues_reaching
from waqia.extraction.event.words import words
from waqia.extraction.layout import Layout
from waqia.records import ClaimStatus, ClaimType, Span

_CUTS = frozenset({"internet_shutdown", "platform_block", "throttling", "telecom_outage"})
_TO_BE_CUT = _CUTS | {"power_outage", "platform_outage", "internet_outage"}
_ORDERED = frozenset({"internet_shutdown", "platform_block", "throttling"})
_DONE = frozenset({"cut", "block", "suspend", "prevent", "throttle"})
_CUTTING = frozenset({"cut", "suspend"})
_NEAREST_FIRST = frozenset({"rumour", "possibility", "fear", "denial", "negation"})
_BEHIND_CUE = frozenset({"fear"})


def claims_of_realis(layout: Layout, events: Sequence[EventMention]) -> Iterator[ClaimMention]:
    """Yield the claims that follow from what the text says of whether an event happened."""
    for event in events:
        verdict = _claim(layout, event)
        if verdict is None:
            continue
        kind, status, confidence = verdict
        span = _span(layout, event)
        yield ClaimMention(kind, status, span, (f"claims.{kind}", *event.rules), event, confidence=confidence)


def _claim(layout: Layout, event: EventMention) -> tuple[ClaimType, ClaimStatus, float] | None:
    if event.realis == "rumoured" and event.type == "restoration":
        return "restoration", "speculated", 0.6
    if event.realis == "rumoured":
        status: ClaimStatus = "rumoured" if _by(layout, event, "rumour") else "speculated"
        return ("shutdown_rumour", status, 0.8) if event.type in _CUTS else None
    if event.realis == "planned":
        return _planned(event)
    if event.realis == "feared":
        return "warning", "speculated", 0.7
    if event.realis == "denied" and event.resolved:
        return "denial", "denied" if _by(layout, event, "denial") else "asserted", 0.75
    if event.realis in ("actual", "reported"):
        return _happened(layout, event)
    return None


def _planned(event: EventMention) -> tuple[ClaimType, ClaimStatus, float] | None:
    if event.type in _TO_BE_CUT:
        return "shutdown_plan", "planned", 0.75
    return ("restoration", "planned", 0.75) if event.type == "restoration" else None


def _happened(layout: Layout, event: EventMention) -> tuple[ClaimType, ClaimStatus, float] | None:
    if not event.resolved:
        return None
    if event.type == "restoration":
        return "restoration", "asserted", 0.75
    ordered = event.type in _ORDERED or event.trigger_class in _CUTTING
    if ordered and (event.agents or (event.has_doer and event.trigger_class in _DONE)):
        return "responsibility", "asserted", 0.7
    quote = quote_around(layout.analysis.quotes, event.trigger)
    if quote is None or quote.speaker is None or quote.cue_class != "confirm":
        return None
    if quote.speaker.type == "organization" or quote.speaker.role is not None:
        return "confirmation", "attributed", 0.65
    return None


def _by(layout: Layout, event: EventMention, category: str) -> bool:
    first, last = layout.range_of(event.trigger)
    return any(cue.category == category for cue in cues_reaching(layout, first, last, event.type))


def _span(layout: Layout, event: EventMention) -> Span:
    first, last = layout.range_of(event.trigger)
    start, stop = clause_around(layout, first, last)
    for cue in cues_reaching(layout, first, last, event.type):
        if cue.category in _NEAREST_FIRST and cue.hit.last <= first:
            start = max(start, cue.hit.last if cue.category in _BEHIND_CUE else cue.hit.first)
            break
    start, stop = _own_words(layout, event, start, first, last, stop)
    span = clause_span(layout, start, stop)
    begin = max(span.start, min(_inside(layout, start, event), event.trigger.start))
    quote = quote_around(layout.analysis.quotes, event.trigger)
    if quote is not None and quote.speaker is not None:
        begin = max(begin, quote.span.start)
    return layout.analysis.text.span(begin, max(span.end, event.trigger.end))


def _own_words(layout: Layout, event: EventMention, start: int, first: int, last: int, stop: int) -> tuple[int, int]:
    """Narrow a clause to what it says of the event.

    A verb joined by و opens its clause; a reporting verb before the trigger (أعلن عن عودة) is no part of it; what
    followed or preceded a restoration (بعد ساعات) is not the restoration.
    """
    if layout.tokens[first].start + 1 == event.trigger.start and layout.tokens[first].text[0] in "وف":
        start = first
    verbs = (hit for hit in layout.hits("report", first) if hit.form.column != "masdar")
    if any(start <= hit.first < first and not hit.entry.values["class"].endswith("?") for hit in verbs):
        start = first
    if event.type == "restoration":
        stop = next((at for at in range(last + 2, stop) if layout.tokens[at].norm in words("before_after")), stop)
    return start, stop


def _inside(layout: Layout, start: int, event: EventMention) -> int:
    """Return where the words of the first token begin behind its proclitics, as far as the lexicon knows."""
    return min(layout.hit_starts.get(start, ()), default=layout.tokens[start].start)
