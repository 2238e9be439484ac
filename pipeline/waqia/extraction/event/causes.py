"""Cause spans: the words behind بسبب "because of", or before أدى إلى "led to", an event trigger."""

from waqia.extraction.event.clauses import clause_around, clause_span
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, SOFT_STOPS, Layout
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import claim_rules
from waqia.records import Span

_REACH_AFTER, _REACH_BEFORE, _LONGEST = 22, 5, 14
_END = HARD_STOPS | SOFT_STOPS | frozenset('"»”)')


def cause_of(layout: Layout, trigger: Hit) -> Span | None:
    """Return the cause that the trigger's sentence states, or None."""
    for hit in layout.hits("claim_cue", trigger.first):
        rule = claim_rules()[hit.entry.key]
        if rule.after == "cause" and 0 <= hit.first - trigger.last <= _REACH_AFTER:
            if not _cut(layout, trigger.last, hit.first, HARD_STOPS):
                return _behind(layout, hit, _attributing(layout, hit))
        elif rule.before == "cause" and 0 < trigger.first - hit.last <= _REACH_AFTER:
            span = _between(layout, hit, trigger)
            if span is not None:
                return span
    return None


def _attributing(layout: Layout, hit: Hit) -> int:
    """Return where the cause begins: behind إلى for verbs of attributing (عزته الشركة إلى خطأ), else at once."""
    if not hit.form.text.startswith("عز"):
        return hit.last
    bridges = range(hit.last, min(hit.last + _REACH_BEFORE, len(layout.tokens)))
    return next((index + 1 for index in bridges if layout.tokens[index].norm == "الي"), hit.last)


def _behind(layout: Layout, hit: Hit, first: int) -> Span | None:
    """Return the noun phrase behind a cause word, up to the next stop; لأسباب keeps its noun."""
    stop = first
    while stop < min(len(layout.tokens), first + _LONGEST) and layout.tokens[stop].clean not in _END:
        stop += 1
    names_outage = any(
        first <= other.first < stop and _has_object(layout, other) for other in layout.hits("trigger", hit.first)
    )
    if stop == first or layout.tokens[first].norm in words("anaphor") or names_outage:
        return None
    if hit.form.text == "لأسباب":
        return layout.analysis.text.span(hit.start + 1, clause_span(layout, first, stop).end)
    span = clause_span(layout, first, stop)
    raw = layout.analysis.text.raw
    if hit.form.text[-2:] in (" ل", " ب") and span.text.startswith(hit.form.text[-1]):
        span = layout.analysis.text.span(span.start + (2 if span.text.startswith("لل") else 1), span.end)
    while span.end > span.start and raw[span.end - 1].isspace():
        span = layout.analysis.text.span(span.start, span.end - 1)
    return span


def leads_to(layout: Layout, hit: Hit, trigger: Hit) -> int | None:
    """Return the token of the preposition by which a verb of causing before the trigger reaches it, or None.

    In أدى تعطل التطبيق إلى خسائر ("the breakdown led to losses") nothing stands between verb and trigger: the event
    is the cause, not the result.
    """
    window = range(max(hit.last, trigger.first - _REACH_BEFORE), trigger.first)
    bridge = next((index for index in reversed(window) if layout.tokens[index].norm in words("bridge")), None)
    if bridge is None and (trigger.proclitics.endswith("ب") or hit.form.text.endswith(" إلى")):
        return trigger.first
    return bridge


def _has_object(layout: Layout, trigger: Hit) -> bool:
    """Say whether a trigger is followed by what it happens to: then it tells an event, not why one came about."""
    behind = (layout.things.get(index) for index in range(trigger.last, trigger.last + _OBJECT_REACH))
    return any(thing is not None and thing.kind in _OBJECTS for thing in behind)


_OBJECT_REACH = 3
_OBJECTS = frozenset({"power", "internet", "telephony", "platform", "service"})


def _between(layout: Layout, hit: Hit, trigger: Hit) -> Span | None:
    """Return the subject between a verb of causing and its إلى or في (تسبب حريق في انقطاع: حريق)."""
    bridge = leads_to(layout, hit, trigger)
    if bridge is None or bridge - hit.last > _LONGEST or _cut(layout, hit.last, bridge, _END):
        return None
    if bridge > hit.last:
        return clause_span(layout, hit.last, bridge)
    start, _ = clause_around(layout, hit.first, hit.last)
    if not 1 <= hit.first - start <= _LONGEST or layout.tokens[hit.first - 1].norm in words("relative"):
        return None
    return clause_span(layout, start, hit.first)


def _cut(layout: Layout, first: int, last: int, stops: frozenset[str]) -> bool:
    return any(layout.tokens[index].clean in stops for index in range(first, last))
