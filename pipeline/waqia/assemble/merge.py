"""Merge the event mentions of an article into events: one per real-world event, with all its triggers.

العطل "the fault", الانقطاع "the interruption" and تعطل فيسبوك "Facebook broke down" of one outage are one event;
yesterday's and that of 2019 are two, and so are an outage that happened and one that is feared.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from waqia.extraction.analysis import (
    ActorMention,
    DateMention,
    DurationMention,
    EventMention,
    PlatformMention,
)
from waqia.extraction.events import candidate_types
from waqia.lexicon.load import lexicon
from waqia.records import Realis, Span

_HAPPENED = frozenset({"actual", "reported"})
_SETTLED = frozenset({"planned", "demanded"})
_NETWORK_PAIR = frozenset({"internet_outage", "internet_shutdown"})
_PAST_DAYS = 60


@dataclass
class EventGroup:
    """The mentions of one event."""

    type: str
    mentions: list[EventMention] = field(default_factory=list)
    realis: Realis = "actual"
    past: bool = False

    @property
    def platforms(self) -> list[PlatformMention]:
        """The first mention of each platform, in text order."""
        found: dict[str, PlatformMention] = {}
        for mention in self.mentions:
            for platform in mention.platforms:
                found.setdefault(platform.platform, platform)
        return list(found.values())

    @property
    def happened(self) -> bool:
        """Whether some mention says that it took place."""
        return any(mention.realis in _HAPPENED for mention in self.mentions)

    def all_of(self, name: str) -> list[ActorMention]:
        """Return the actor mentions of one argument (``places``, ``agents``, ``affected``) over all triggers."""
        return [actor for mention in self.mentions for actor in getattr(mention, name)]

    @property
    def duration(self) -> DurationMention | None:
        """The first length that some trigger has."""
        return next((item for mention in self.mentions for item in mention.durations), None)

    @property
    def cause(self) -> Span | None:
        """The first cause that some trigger has."""
        return next((mention.cause for mention in self.mentions if mention.cause is not None), None)

    @property
    def date(self) -> DateMention | None:
        """The first resolved date beside a trigger."""
        return next((item for mention in self.mentions for item in mention.dates if item.value is not None), None)


def merge_events(mentions: Sequence[EventMention], reference: date | None) -> list[EventGroup]:
    """Return the events in order of their first trigger; mentions that refer to nothing are dropped."""
    groups: list[EventGroup] = []
    for mention in mentions:
        if mention.resolved:
            home = _home(groups, mention, reference)
            if home is None:
                home = EventGroup(mention.type)
                home.past = _is_past(mention, reference)
                groups.append(home)
            home.mentions.append(mention)
            if home.type == "internet_outage" and mention.type == "internet_shutdown":
                home.type = mention.type
    for mention in mentions:
        if not mention.resolved:
            antecedent = _antecedent(groups, mention)
            if antecedent is not None and mention.again:
                groups.append(EventGroup(antecedent.type, [mention]))
            elif antecedent is not None:
                antecedent.mentions.append(mention)
    told = {group.type for group in groups if not group.mentions[0].context}
    groups = [group for group in groups if _in_context(group, told)]
    for group in groups:
        group.mentions.sort(key=lambda item: item.trigger.start)
    _settle(groups)
    groups.sort(key=lambda group: group.mentions[0].trigger.start)
    _inherit(groups)
    return groups


def _inherit(groups: Sequence[EventGroup]) -> None:
    """Give a restoration that names neither service nor place those of the disruption told before it."""
    disruption: EventGroup | None = None
    for group in groups:
        if group.type != "restoration":
            if group.type != "election":
                disruption = group
        elif disruption is not None:
            first = group.mentions[0]
            if not group.platforms:
                first.platforms = disruption.platforms
            if not group.all_of("places"):
                first.places = disruption.all_of("places")


def _in_context(group: EventGroup, told: set[str]) -> bool:
    return any(not mention.context or told & set(mention.context) for mention in group.mentions)


def _home(groups: Sequence[EventGroup], mention: EventMention, reference: date | None) -> EventGroup | None:
    for group in sorted(groups, key=lambda item: -item.mentions[-1].trigger.start):
        if (
            _same_type(group, mention)
            and _same_platforms(group, mention)
            and _same_world(group, mention)
            and _same_time(group, mention)
            and _same_country(group, mention)
            and group.past == _is_past(mention, reference)
        ):
            return group
    return None


def _same_type(group: EventGroup, mention: EventMention) -> bool:
    return group.type == mention.type or {group.type, mention.type} == _NETWORK_PAIR


def _same_platforms(group: EventGroup, mention: EventMention) -> bool:
    owned = _owners()
    ours = {owned.get(platform.platform, platform.platform) for platform in group.platforms}
    theirs = {owned.get(platform.platform, platform.platform) for platform in mention.platforms}
    return not ours or not theirs or bool(ours & theirs)


@cache
def _owners() -> dict[str, str]:
    """Return the company of each service that has one: services of one company that fail together are one event."""
    entries = lexicon().by_category.get("platform", ())
    return {entry.key: entry.values["company"] for entry in entries if entry.values["company"]}


def _same_world(group: EventGroup, mention: EventMention) -> bool:
    """Say whether the realis of a mention allows that it is the group's event."""
    if mention.again != any(item.again for item in group.mentions):
        return False
    last = group.mentions[-1].realis
    ours = "happened" if group.happened else last
    theirs = "happened" if mention.realis in _HAPPENED else mention.realis
    if ours == theirs or group.type == "election":
        return True
    pair = {ours, theirs}
    if pair <= {"happened", *_SETTLED}:
        return True
    return mention.definite and pair <= {"happened", "rumoured", "feared"}


def _same_time(group: EventGroup, mention: EventMention) -> bool:
    ours, theirs = _day(group.date), _day(next((item for item in mention.dates if item.value), None))
    return ours is None or theirs is None or abs((ours - theirs).days) <= _PAST_DAYS


def _same_country(group: EventGroup, mention: EventMention) -> bool:
    if group.type in ("platform_outage", "cyberattack"):
        return True
    ours = {place.country for place in group.all_of("places") if place.country}
    theirs = {place.country for place in mention.places if place.country}
    return not ours or not theirs or bool(ours & theirs)


def _day(mention: DateMention | None) -> date | None:
    if mention is None or mention.value is None or len(mention.value) < 4 or "W" in mention.value:
        return None
    parts = [int(part) for part in mention.value.split("-")]
    try:
        return date(*[*parts, 1, 1][:3])
    except ValueError:
        return None


def _is_past(mention: EventMention, reference: date | None) -> bool:
    day = _day(next((item for item in mention.dates if item.value), None))
    if day is not None and reference is not None and mention.realis in _HAPPENED:
        value = next(item.value for item in mention.dates if item.value) or ""
        limit = 370 if len(value) == 4 else _PAST_DAYS + 31 * (len(value) == 7)
        return (reference - day).days > limit
    return mention.background and mention.realis in _HAPPENED


def _antecedent(groups: Sequence[EventGroup], mention: EventMention) -> EventGroup | None:
    """Return the event that a bare definite noun refers to: the last one told before it, else the next one."""
    types = candidate_types(mention)
    before: tuple[int, EventGroup] | None = None
    after: tuple[int, EventGroup] | None = None
    for group in groups:
        if group.type not in types or group.realis == "denied":
            continue
        if any(item.again for item in group.mentions):
            continue
        for item in group.mentions:
            distance = mention.trigger.start - item.trigger.start
            if distance >= 0 and (before is None or distance < before[0]):
                before = (distance, group)
            elif distance < 0 and (after is None or -distance < after[0]):
                after = (-distance, group)
    chosen = before or after
    return chosen[1] if chosen is not None else None


def _settle(groups: Sequence[EventGroup]) -> None:
    """Decide the realis of each event from all its mentions, in place."""
    for group in groups:
        stated = [mention for mention in group.mentions if mention.resolved] or group.mentions
        kinds = [mention.realis for mention in stated]
        if group.type == "election" and "planned" in kinds:
            group.realis = "planned"
        elif "actual" in kinds:
            group.realis = "actual"
        elif "planned" in kinds:
            group.realis = "planned"
        elif "reported" in kinds:
            narrated = any(mention.realis == "actual" for mention in group.mentions)
            group.realis = "actual" if narrated else "reported"
        else:
            counts = Counter(kinds)
            group.realis = max(kinds, key=lambda kind: (counts[kind], -kinds.index(kind)))
        if group.past and group.realis in _HAPPENED:
            group.realis = "past"
