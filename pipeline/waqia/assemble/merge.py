"""Merge the event mentions of an article into events: one per real-world event, with all its triggers.

العطل "the fault", الانقطاع "the interruption" and تعطل فيسبوك "Facebook broke down" of one outage are one event;
yesterday's and that of 2019 are two, and so are an outage that happened and one that is feared.
"""

from bisect import bisect_right
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
_REFUTED = {"rumoured", "denied"}
_SETTLED = frozenset({"planned", "demanded"})
_NETWORK_PAIR = frozenset({"internet_outage", "internet_shutdown"})
_EVERYWHERE = frozenset({"platform_outage", "cyberattack"})
_PAST_DAYS = 60
_RECENT = 24


@dataclass
class EventGroup:
    """The mentions of one event, and what they say between them."""

    type: str
    mentions: list[EventMention] = field(default_factory=list)
    realis: Realis = "actual"
    past: bool = False
    happened: bool = False
    again: bool = False
    owners: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    day: date | None = None

    def add(self, mention: EventMention) -> None:
        """Take in another mention of the event."""
        self.mentions.append(mention)
        self.happened = self.happened or mention.realis in _HAPPENED
        self.again = self.again or mention.again
        self.owners |= _owners_of(mention)
        self.countries |= _countries_of(mention)
        self.day = self.day or _day_of(mention)
        if self.type == "internet_outage" and mention.type == "internet_shutdown":
            self.type = mention.type

    @property
    def platforms(self) -> list[PlatformMention]:
        """The first mention of each platform, in text order."""
        found: dict[str, PlatformMention] = {}
        for mention in self.mentions:
            for platform in mention.platforms:
                found.setdefault(platform.platform, platform)
        return list(found.values())

    def all_of(self, name: str) -> list[ActorMention]:
        """Return the actor mentions of one argument (``places``, ``agents``, ``affected``) over all triggers."""
        return [actor for mention in self.mentions for actor in getattr(mention, name)]

    @property
    def end(self) -> DateMention | None:
        """The first resolved date that closes the event beside a trigger."""
        return next((item for mention in self.mentions for item in mention.ends if item.value is not None), None)

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
    """Return the events in order of their first trigger; mentions that refer to nothing are dropped.

    A mention joins the most recently told event that it can be of the same event with, among the last ``_RECENT``:
    the bound keeps merging linear in the length of an article.
    """
    groups = _resolved(mentions, reference)
    _attach(groups, [mention for mention in mentions if not mention.resolved])
    told = {group.type for group in groups if not group.mentions[0].context}
    groups = [group for group in groups if _in_context(group, told)]
    for group in groups:
        group.mentions.sort(key=lambda item: item.trigger.start)
    _settle(groups)
    groups.sort(key=lambda group: group.mentions[0].trigger.start)
    _inherit(groups)
    return groups


def _resolved(mentions: Sequence[EventMention], reference: date | None) -> list[EventGroup]:
    groups: list[EventGroup] = []
    recent: list[EventGroup] = []
    for mention in mentions:
        if not mention.resolved:
            continue
        past = _is_past(mention, reference)
        home = next((group for group in reversed(recent) if group.past == past and _can_be(group, mention)), None)
        if home is None:
            home = EventGroup(mention.type, past=past)
            groups.append(home)
        else:
            recent.remove(home)
        home.add(mention)
        recent.append(home)
        del recent[:-_RECENT]
    return groups


def _attach(groups: list[EventGroup], bare: Sequence[EventMention]) -> None:
    """Add bare definite nouns (العطل "the fault") to the event told last before them, else to the next one."""
    told: dict[str, list[tuple[int, int]]] = {}
    for number, group in enumerate(groups):
        if not group.again:
            told.setdefault(group.type, []).extend((item.trigger.start, number) for item in group.mentions)
    for places in told.values():
        places.sort()
    for mention in bare:
        antecedent = _antecedent([told.get(kind, []) for kind in candidate_types(mention)], mention.trigger.start)
        if antecedent is None:
            continue
        if mention.again:
            groups.append(EventGroup(groups[antecedent].type))
            groups[-1].add(mention)
        else:
            groups[antecedent].add(mention)


def _antecedent(places: Sequence[Sequence[tuple[int, int]]], start: int) -> int | None:
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    for told in places:
        index = bisect_right(told, (start, len(told)))
        if index and (before is None or told[index - 1] > before):
            before = told[index - 1]
        if index < len(told) and (after is None or told[index] < after):
            after = told[index]
    chosen = before or after
    return chosen[1] if chosen is not None else None


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


def _can_be(group: EventGroup, mention: EventMention) -> bool:
    """Say whether nothing that a mention states keeps it from being the group's event."""
    return (
        _same_type(group, mention)
        and _compatible(group.owners, _owners_of(mention))
        and _same_world(group, mention)
        and _same_time(group, mention)
        and (group.type in _EVERYWHERE or _compatible(group.countries, _countries_of(mention)))
    )


def _compatible(ours: set[str], theirs: set[str]) -> bool:
    return not ours or not theirs or bool(ours & theirs)


def _owners_of(mention: EventMention) -> set[str]:
    return {_owners().get(platform.platform, platform.platform) for platform in mention.platforms}


def _countries_of(mention: EventMention) -> set[str]:
    return {place.country for place in mention.places if place.country}


def _day_of(mention: EventMention) -> date | None:
    return _day(next((item for item in mention.dates if item.value), None))


def _same_type(group: EventGroup, mention: EventMention) -> bool:
    return group.type == mention.type or {group.type, mention.type} == _NETWORK_PAIR


@cache
def _owners() -> dict[str, str]:
    """Return the company of each service that has one: services of one company that fail together are one event."""
    entries = lexicon().by_category.get("platform", ())
    return {entry.key: entry.values["company"] for entry in entries if entry.values["company"]}


def _same_world(group: EventGroup, mention: EventMention) -> bool:
    """Say whether the realis of a mention allows that it is the group's event."""
    if mention.again != group.again:
        return False
    last = group.mentions[-1].realis
    ours = "happened" if group.happened else last
    theirs = "happened" if mention.realis in _HAPPENED else mention.realis
    if ours == theirs or group.type == "election":
        return True
    pair = {ours, theirs}
    if pair <= {"happened", *_SETTLED} or pair == _REFUTED:
        return True
    return mention.definite and pair <= {"happened", "rumoured", "feared"}


def _same_time(group: EventGroup, mention: EventMention) -> bool:
    theirs = _day_of(mention)
    return group.day is None or theirs is None or abs((group.day - theirs).days) <= _PAST_DAYS


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


def _announced(mentions: Sequence[EventMention]) -> bool:
    """Say whether an event is told first as to come, and then only named (سيتم قطع التيار ... قطع التيار)."""
    rest = [mention for mention in mentions if mention.realis in _HAPPENED]
    return mentions[0].realis == "planned" and all(not mention.verbal for mention in rest)


def _settle(groups: Sequence[EventGroup]) -> None:
    """Decide the realis of each event from all its mentions, in place.

    An effort that somebody says has succeeded is no plan any more: a restoration both planned and reported is reported.
    A rumour that the article itself refutes is denied (annotation guide, v1.2).
    """
    for group in groups:
        stated = [mention for mention in group.mentions if mention.resolved] or group.mentions
        kinds = [mention.realis for mention in stated]
        if (group.type == "election" and "planned" in kinds) or _announced(stated):
            group.realis = "planned"
        elif "actual" in kinds:
            group.realis = "actual"
        elif "planned" in kinds and not (group.type == "restoration" and "reported" in kinds):
            group.realis = "planned"
        elif "reported" in kinds:
            told = {mention.sentence for mention in stated}
            narrated = any(mention.realis == "actual" and mention.sentence not in told for mention in group.mentions)
            group.realis = "actual" if narrated else "reported"
        elif "rumoured" in kinds and "denied" in kinds:
            group.realis = "denied"
        else:
            counts = Counter(kinds)
            group.realis = max(kinds, key=lambda kind: (counts[kind], -kinds.index(kind)))
        if group.past and group.realis in _HAPPENED:
            group.realis = "past"
