"""From an analysis to the article record: identities, merged events, ids in text order, provenance by item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from waqia.assemble.chains import source_chain
from waqia.assemble.confidence import claim_keys, confidence, event_keys
from waqia.assemble.conflicts import with_conflicts
from waqia.assemble.coreference import ResolvedActor, resolve_actors
from waqia.assemble.identity import canonical_name, latin_name
from waqia.assemble.merge import EventGroup, merge_events
from waqia.extraction.analysis import (
    ActorMention,
    Analysis,
    ClaimMention,
    DateMention,
    DurationMention,
    PlatformMention,
    QuoteMention,
)
from waqia.extraction.event.arguments import NETWORKS
from waqia.records import (
    SCHEMA,
    Actor,
    Article,
    ArticleRecord,
    Claim,
    Date,
    Duration,
    Event,
    Platform,
    Provenance,
    Quote,
    Span,
)

MAX_CLAIMS = 8
"""An article's record holds at most this many claims, the most confident ones (annotation guide, claims)."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What made the record; goes to its provenance."""

    package: str
    lexicon: str
    models: dict[str, str]


@dataclass
class _Table:
    """Items with their ids, and the rules behind each."""

    rules: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def note(self, item_id: str, rules: Iterable[str]) -> str:
        self.rules[item_id] = tuple(dict.fromkeys(rules))
        return item_id


def assemble(article: Article, analysis: Analysis, versions: Versions) -> ArticleRecord:
    """Return the record of one analysed article.

    Items are numbered in text order within their kind (``a1``, ``p1``, ``d1``, ``t1``, ``q1``, ``e1``, ``c1``). Ids of
    actors, platforms and durations that events and claims cite always exist in the same record.
    """
    table = _Table()
    groups = merge_events(analysis.events, analysis.reference)
    actors, actor_ids = _actors(analysis, table)
    platforms, platform_ids = _platforms(_platform_mentions(analysis, groups), table)
    durations = [_duration(number, item, table) for number, item in enumerate(analysis.durations, start=1)]
    duration_ids = {item.span: item.id for item in durations}
    dates = tuple(_date(number, item, table) for number, item in enumerate(analysis.dates, start=1))
    events, event_ids = _events(groups, actor_ids, platform_ids, duration_ids, table)
    claims = _claims(analysis, event_ids, actor_ids, duration_ids, table)
    quotes = _quotes(analysis, groups, actor_ids, table)
    return ArticleRecord(
        article=article,
        actors=tuple(actors),
        platforms=tuple(platforms),
        durations=tuple(durations),
        dates=dates,
        quotes=quotes,
        events=tuple(events),
        claims=claims,
        provenance=Provenance(
            package=versions.package,
            schema=SCHEMA,
            models=versions.models,
            lexicon=versions.lexicon,
            items=table.rules,
        ),
    )


def _actors(analysis: Analysis, table: _Table) -> tuple[list[Actor], dict[Span, str]]:
    actors: list[Actor] = []
    ids: dict[Span, str] = {}
    for number, resolved in enumerate(resolve_actors(analysis.actors), start=1):
        actor_id = table.note(f"a{number}", _actor_rules(resolved))
        mentions = tuple(mention.span for mention in resolved.mentions)
        ids.update(dict.fromkeys(mentions, actor_id))
        actors.append(
            Actor(
                id=actor_id,
                type=resolved.type,
                name=resolved.name,
                canonical=canonical_name(resolved) if resolved.type != "group" else None,
                latin=latin_name(resolved) if resolved.type != "group" else None,
                role=resolved.role,
                country=resolved.country,
                wikidata=resolved.wikidata,
                mentions=mentions,
            )
        )
    return actors, ids


def _actor_rules(resolved: ResolvedActor) -> list[str]:
    return [rule for mention in resolved.mentions for rule in mention.rules]


def _platform_mentions(analysis: Analysis, groups: Sequence[EventGroup]) -> list[PlatformMention]:
    """Return the named services, and the networks to which some event of the record happens."""
    named = {(item.span, item.platform): item for item in analysis.platforms if item.platform not in NETWORKS}
    for group in groups:
        for mention in group.mentions:
            named |= {(item.span, item.platform): item for item in mention.platforms}
    return sorted(named.values(), key=lambda item: (item.span.start, item.span.end, item.platform))


def _platforms(mentions: Sequence[PlatformMention], table: _Table) -> tuple[list[Platform], dict[str, str]]:
    grouped: dict[str, list[PlatformMention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.platform, []).append(mention)
    platforms = []
    ids = {}
    for number, (name, mentions) in enumerate(grouped.items(), start=1):
        ids[name] = table.note(f"p{number}", (rule for mention in mentions for rule in mention.rules))
        spans = tuple(mention.span for mention in mentions)
        platforms.append(Platform(id=ids[name], platform=name, mentions=spans))
    return platforms, ids


def _duration(number: int, mention: DurationMention, table: _Table) -> Duration:
    return Duration(
        id=table.note(f"d{number}", mention.rules),
        span=mention.span,
        min_seconds=mention.min_seconds,
        max_seconds=mention.max_seconds,
        approximate=mention.approximate,
        vague=mention.vague,
        role=mention.role,
        timex3=mention.timex3,
    )


def _date(number: int, mention: DateMention, table: _Table) -> Date:
    item_id = table.note(f"t{number}", mention.rules)
    return Date(id=item_id, span=mention.span, value=mention.value, timex3=mention.timex3)


def _events(
    groups: Sequence[EventGroup],
    actor_ids: dict[Span, str],
    platform_ids: dict[str, str],
    duration_ids: dict[Span, str],
    table: _Table,
) -> tuple[list[Event], dict[Span, str]]:
    events: list[Event] = []
    ids: dict[Span, str] = {}
    for number, group in enumerate(groups, start=1):
        event_id = table.note(f"e{number}", (rule for mention in group.mentions for rule in mention.rules))
        triggers = tuple(mention.trigger for mention in group.mentions)
        ids.update(dict.fromkeys(triggers, event_id))
        duration = group.duration
        start = group.date
        events.append(
            Event(
                id=event_id,
                type=group.type,
                realis=group.realis,
                triggers=triggers,
                platforms=tuple(platform_ids[item.platform] for item in group.platforms),
                places=_ids(group.all_of("places"), actor_ids),
                agents=_ids(group.all_of("agents"), actor_ids),
                affected=_ids(group.all_of("affected"), actor_ids),
                start=start.value if start is not None else None,
                end=group.end.value if group.end is not None else None,
                duration=duration_ids.get(duration.span) if duration is not None else None,
                cause=group.cause,
                confidence=confidence(
                    event_keys(group.type, platforms=len(group.platforms), triggers=len(group.mentions))
                ),
            )
        )
    return events, ids


def _ids(mentions: Iterable[ActorMention], actor_ids: dict[Span, str]) -> tuple[str, ...]:
    found = (actor_ids.get(mention.span) for mention in mentions)
    return tuple(dict.fromkeys(item for item in found if item is not None))


def _claims(
    analysis: Analysis,
    event_ids: dict[Span, str],
    actor_ids: dict[Span, str],
    duration_ids: dict[Span, str],
    table: _Table,
) -> tuple[Claim, ...]:
    kept = [item for item in analysis.claims if item.event is not None and item.event.trigger in event_ids]
    kept = sorted(kept, key=lambda item: (-item.confidence, item.span.start))[:MAX_CLAIMS]
    kept.sort(key=lambda item: (item.span.start, item.span.end, item.type))
    return with_conflicts(
        [
            _claim(number, item, analysis, event_ids, actor_ids, duration_ids, table)
            for number, item in enumerate(kept, start=1)
        ]
    )


def _claim(
    number: int,
    mention: ClaimMention,
    analysis: Analysis,
    event_ids: dict[Span, str],
    actor_ids: dict[Span, str],
    duration_ids: dict[Span, str],
    table: _Table,
) -> Claim:
    holder = actor_ids.get(mention.holder.span) if mention.holder is not None else None
    chain = source_chain(analysis, mention.span, mention.holder, actor_ids)
    return Claim(
        id=table.note(f"c{number}", mention.rules),
        type=mention.type,
        status=mention.status,
        span=mention.span,
        holder=holder,
        sources=_ids(chain, actor_ids),
        event=event_ids[mention.event.trigger] if mention.event is not None else None,
        duration=duration_ids.get(mention.duration.span) if mention.duration is not None else None,
        amount=mention.amount,
        confidence=confidence(claim_keys(mention.rules[0])),
    )


def _quotes(
    analysis: Analysis, groups: Sequence[EventGroup], actor_ids: dict[Span, str], table: _Table
) -> tuple[Quote, ...]:
    triggers = [mention.trigger for group in groups for mention in group.mentions]
    kept = [item for item in analysis.quotes if item.kind == "direct" or _about(item, triggers)]
    quotes = []
    for number, item in enumerate(sorted(kept, key=lambda item: (item.span.start, -item.span.end)), start=1):
        speaker = actor_ids.get(item.speaker.span) if item.speaker is not None else None
        quotes.append(
            Quote(
                id=table.note(f"q{number}", item.rules),
                kind=item.kind,
                span=item.span,
                speaker=speaker,
                cue=item.cue,
            )
        )
    return tuple(quotes)


def _about(quote: QuoteMention, triggers: Sequence[Span]) -> bool:
    """Say whether an indirect quote speaks of an event; the others are left out (annotation guide, quotes)."""
    return any(quote.span.start <= trigger.start and trigger.end <= quote.span.end for trigger in triggers)
