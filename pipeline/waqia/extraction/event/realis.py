"""The realis of one trigger: what the words around it say of whether it happened.

Order of precedence, strongest first: not an event at all (hypothetical, generic), denied, rumoured, feared,
demanded, planned, then reported (inside someone's words), then actual. Past is decided when the events of an
article are merged, because it depends on what else happened.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from waqia.extraction.analysis import QuoteMention
from waqia.extraction.event.scope import Reached, cues_reaching
from waqia.extraction.event.triggers import Trigger
from waqia.extraction.event.words import words
from waqia.extraction.layout import Layout
from waqia.lexicon.match import Hit
from waqia.records import Realis, Span
from waqia.text.normalise import fold

_DAY, _NESTED = 86_400, 40
_VERB_COLUMNS = ("past", "present")
_CLOSE, _NEGATED_VERB_REACH = 2, 4
_FUTURE = ("س", "وس", "فس")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Realis with the cues that decided it; ``realis`` None: no event is mentioned.

    ``background`` says that a cue places it before the story's news; ``again`` that it is another instance.
    """

    realis: Realis | None
    rules: tuple[str, ...]
    background: bool = False
    again: bool = False


def judge(layout: Layout, trigger: Trigger, event_type: str, quote: QuoteMention | None) -> Verdict:
    """Return the verdict on one trigger of a given event type."""
    hit = trigger.hit
    reached = cues_reaching(layout, hit.first, hit.last, event_type)
    background = any(cue.category == "past" for cue in reached) or _after_some_time(layout, hit)
    repeated = any(cue.category == "repetition" for cue in reached) and not hit.article
    deciding = _said_by_rule(trigger) or _decide(trigger, reached, event_type, _may(layout, hit))
    if deciding is not None:
        realis, rules = deciding
        return Verdict(realis, rules, background, repeated and realis in _TO_COME)
    if quote is not None and quote.speaker is not None and quote.cue_class in _REPORTED:
        return Verdict("reported", quote.rules, background)
    return Verdict("actual", (), background)


_TO_COME = frozenset({"feared", "rumoured", "planned", "demanded"})
"""Realis under which a word of repetition means another event; what happened again and again is one."""


_REPORTED = frozenset({"say", "confirm", "attribute", "claim", "warn", "expect", "demand", "deny"})


_Decision = tuple[Realis | None, tuple[str, ...]]


def _said_by_rule(trigger: Trigger) -> _Decision | None:
    rule = trigger.rule
    return (rule.realis, (rule.id,)) if rule is not None and rule.realis is not None else None


def _may(layout: Layout, hit: Hit) -> bool:
    """Say whether قد stands before a verb of the present ("may be blocked"); before a past one it affirms."""
    before = layout.tokens[hit.first - 1].norm.lstrip("وف") if hit.first else ""
    return before == "قد" and hit.form.column == "present" and not hit.proclitics


def _decide(trigger: Trigger, reached: Sequence[Reached], event_type: str, may: bool) -> _Decision | None:
    by_category: dict[str, Reached] = {}
    for cue in reached:
        by_category.setdefault(cue.category, cue)
    for category in ("hypothetical", "generic"):
        unreal = by_category.get(category)
        if unreal is not None and (not trigger.hit.article or unreal.distance <= _CLOSE):
            return None, (unreal.rule,)
    negated = by_category.get("negation")
    if negated is not None and _negates(trigger, negated):
        return (None if fold(negated.hit.form.text).split()[-1] in words("without") else "denied"), (negated.rule,)
    if event_type == "election":
        by_category = {key: cue for key, cue in by_category.items() if key == "plan" or cue.distance <= _CLOSE}
    if may:
        return "rumoured", ("realis.may",)
    order: tuple[tuple[str, Realis], ...] = (
        ("denial", "denied"), ("rumour", "rumoured"), ("possibility", "rumoured"), ("fear", "feared"),
        ("demand", "demanded"), ("complaint", "reported"),
    )  # fmt: skip
    for category, realis in order:
        if category in by_category:
            awaited = category == "possibility" and event_type == "restoration"
            return "planned" if awaited else realis, (by_category[category].rule,)
    if trigger.hit.proclitics in _FUTURE and trigger.hit.form.column == "present":
        return "planned", ("realis.future_prefix",)
    if "plan" in by_category:
        return "planned", (by_category["plan"].rule,)
    return None


def _verbal(trigger: Trigger) -> bool:
    return trigger.hit.form.column in _VERB_COLUMNS or trigger.hit.entry.values["pos"] == "verb"


def _negates(trigger: Trigger, cue: Reached) -> bool:
    """A particle negates the word right behind it; a negated verb (لم تتعرض) the noun within its clause."""
    if cue.hit.last - cue.hit.first > 1:
        return cue.distance <= _NEGATED_VERB_REACH
    return cue.distance == 0 or (cue.distance <= 1 and not _verbal(trigger))


def _after_some_time(layout: Layout, hit: Hit) -> bool:
    """Say whether the trigger stands in بعد <duration> من ("days after"): it is over, and background."""
    before = hit.first - 1
    if before < 1 or layout.tokens[before].norm != "من":
        return False
    for (first, last), duration in layout.durations(hit.first):
        if last == before and first and duration.min_seconds >= _DAY:
            return layout.tokens[first - 1].norm in ("بعد", "وبعد", "عقب", "وعقب")
    return False


_ORDERS = frozenset({"reporting/أمر", "reporting/ألزم", "reporting/أوعز", "reporting/وجه", "reporting/قرر"})


def quote_around(quotes: Sequence[QuoteMention], span: Span) -> QuoteMention | None:
    """Return the innermost quote that holds a span; ``quotes`` stand in text order.

    The complement of a verb of ordering (أمرت السلطات بقطع "ordered the cut of") is what is done, not what is told.
    """
    upto = bisect_right(quotes, span.start, key=lambda quote: quote.span.start)
    near = quotes[max(0, upto - _NESTED) : upto]
    holding = [quote for quote in near if span.end <= quote.span.end and not _ORDERS & set(quote.rules)]
    return min(holding, key=lambda quote: quote.span.end - quote.span.start, default=None)
