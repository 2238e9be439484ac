"""Event mentions: triggers with type, realis and arguments, before those of one event are merged."""

from collections.abc import Iterable, Sequence

from waqia.extraction.analysis import (
    Analysis,
    DateMention,
    EventMention,
    PlatformMention,
)
from waqia.extraction.event.affected import affected_of
from waqia.extraction.event.arguments import NETWORKS, agents_of, dates_of, ends_of, length_of, places_of, platforms_of
from waqia.extraction.event.causes import cause_of
from waqia.extraction.event.realis import Verdict, judge, quote_around
from waqia.extraction.event.triggers import Trigger, find_triggers
from waqia.extraction.event.verbs import is_verb
from waqia.extraction.layout import Layout

CLASS_TYPES: dict[str, tuple[str, ...]] = {
    "failure": ("platform_outage", "internet_outage", "telecom_outage", "power_outage", "internet_shutdown"),
    "outage_phrase": ("platform_outage", "internet_outage", "telecom_outage", "power_outage"),
    "cut": ("internet_shutdown", "power_outage", "telecom_outage", "internet_outage", "platform_block"),
    "suspend": ("platform_block", "internet_shutdown"),
    "block": ("platform_block", "internet_shutdown"),
    "prevent": ("platform_block",),
    "hack": ("cyberattack",),
    "disrupt": ("platform_outage", "internet_shutdown"),
    "restore": ("restoration",),
}
"""Which event types a bare definite noun of a trigger class may refer back to."""


def find_events(analysis: Analysis) -> list[EventMention]:
    """Return the event mentions of an article, in text order.

    Mentions whose ``resolved`` is False (العطل "the fault", without an object of its own) name in ``type`` the
    first candidate only; assembly attaches them to an event of the article or drops them.
    """
    if not analysis.of("trigger"):
        return []
    layout = Layout(analysis)
    mentions = []
    for trigger in find_triggers(layout):
        mention = _mention(layout, trigger)
        if mention is not None:
            mentions.append(mention)
            lifted = _lifted(layout, trigger, mention)
            mentions.extend([lifted] if lifted is not None else [])
    return mentions


def candidate_types(mention: EventMention) -> tuple[str, ...]:
    """Return the types that an unresolved mention may take."""
    return CLASS_TYPES.get(mention.trigger_class, ())


def _mention(layout: Layout, trigger: Trigger) -> EventMention | None:
    hit, rule = trigger.hit, trigger.rule
    trigger_class = hit.entry.values["class"]
    types = (rule.type,) if rule is not None else CLASS_TYPES.get(trigger_class, ())
    if not types:
        return None
    span = layout.analysis.text.span(hit.start, hit.end)
    quote = quote_around(layout.analysis.quotes, span)
    verdict = judge(layout, trigger, types[0], quote)
    if verdict.realis is None:
        return None
    dates = dates_of(layout, trigger)
    ends = ends_of(layout, dates)
    return EventMention(
        trigger=span,
        type=types[0],
        realis="planned" if _to_come(layout, verdict, dates) else verdict.realis,
        rules=_rules(trigger, verdict),
        sentence=layout.sentence_at(hit.first),
        trigger_class=trigger_class,
        context=rule.context if rule is not None else (),
        has_doer=_has_doer(layout, trigger),
        verbal=is_verb(layout, hit),
        platforms=platforms_of(trigger.things),
        places=places_of(layout, trigger),
        agents=agents_of(layout, trigger, quote.speaker if quote is not None else None),
        dates=[date for date in dates if date not in ends],
        ends=ends,
        affected=affected_of(layout, trigger),
        durations=length_of(layout, trigger),
        cause=cause_of(layout, hit),
        holder=quote.speaker if quote is not None else None,
        definite=hit.article or bool(hit.enclitic),
        resolved=rule is not None,
        background=verdict.background,
        again=verdict.again,
    )


def _lifted(layout: Layout, trigger: Trigger, mention: EventMention) -> EventMention | None:
    """Return the block that a phrase of lifting presupposes: رفع الحجب "lifting the block" names both."""
    hit = trigger.hit
    if hit.entry.values["class"] != "lift" or mention.context:
        return None
    token = layout.tokens[hit.last - 1]
    on_network = any(thing.kind == "internet" for thing in trigger.things)
    return EventMention(
        trigger=layout.analysis.text.span(token.start, hit.end),
        type="internet_shutdown" if on_network else "platform_block",
        realis="actual",
        rules=("events.lifted", hit.entry.rule),
        sentence=mention.sentence,
        trigger_class="block",
        platforms=mention.platforms,
        places=mention.places,
        definite=True,
        background=mention.background,
    )


def _to_come(layout: Layout, verdict: Verdict, dates: Sequence[DateMention]) -> bool:
    """Say whether what is told plainly is dated after the article: an announcement, no fact yet."""
    reference = layout.analysis.reference
    if reference is None or verdict.realis not in ("actual", "reported"):
        return False
    value = next((date.value for date in dates if date.value is not None), None)
    return value is not None and "W" not in value and value > reference.isoformat()[: len(value)]


def _has_doer(layout: Layout, trigger: Trigger) -> bool:
    """Say whether a subject stands between an active verb and its object (حجبت الجهات المختصة مواقع)."""
    hit = trigger.hit
    if hit.form.column not in ("past", "present") or not trigger.things or not trigger.forward:
        return False
    between = range(hit.last, trigger.things[0].first)
    named = {index for (first, last), _ in layout.actors(hit.first) for index in range(first, last)}
    return any(index in named or not layout.skippable[index] for index in between)


def _rules(trigger: Trigger, verdict: Verdict) -> tuple[str, ...]:
    named = trigger.rule.id if trigger.rule is not None else "events.refers_back"
    return (named, trigger.hit.entry.rule, *verdict.rules)


def network_mentions(events: Iterable[EventMention]) -> list[PlatformMention]:
    """Return the mentions of internet, telephony and sms that some event happens to."""
    found = {
        (mention.span, mention.platform): mention
        for event in events
        if event.resolved
        for mention in event.platforms
        if mention.platform in NETWORKS
    }
    return list(found.values())
