"""Arguments of an event: the platforms, places, agents, dates, length and cause that the words beside it state.

Each finder looks in the trigger's sentence only, in a bounded window, and prefers nothing to a guess.
"""

from collections.abc import Iterable, Sequence

from waqia.extraction.analysis import ActorMention, DateMention, DurationMention, PlatformMention
from waqia.extraction.event.triggers import Trigger
from waqia.extraction.event.verbs import is_verb
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, Layout, Placed, Thing
from waqia.lexicon.rules import cues

NETWORKS = frozenset({"internet", "telephony", "sms"})
AGENTIVE = frozenset({"cut", "block", "suspend", "prevent", "throttle", "hack", "lift", "disrupt"})
_PLACE_AFTER, _PLACE_BEFORE, _NEXT, _NESTED = 14, 14, 6, 3
_ORDER_REACH, _LENGTH_REACH = 16, 14
_BY = (("من", "قبل"), ("على", "يد"), ("من", "جانب"), ("من", "طرف"), ("على", "ايدي"))


def platforms_of(things: Iterable[Thing]) -> list[PlatformMention]:
    """Return the services named as objects, and the network itself where it is one."""
    mentions = []
    for thing in things:
        if thing.platform is not None:
            mentions.append(thing.platform)
        elif thing.kind in NETWORKS:
            mentions.append(PlatformMention(thing.span, thing.kind, ("objects/" + thing.kind,)))
    return mentions


def places_of(layout: Layout, trigger: Trigger) -> list[ActorMention]:
    """Return the places that a locative preposition or a place head ties to the trigger, and those listed with them."""
    located = [
        (where, actor)
        for where, actor in layout.actors(trigger.hit.first)
        if actor.type == "place" and "actors.dateline" not in actor.rules
    ]
    after = _first_run(layout, trigger.hit.last, located)
    if after:
        return after
    return _last_run(layout, trigger.hit.first, located)


def _first_run(layout: Layout, start: int, located: Sequence[Placed[ActorMention]]) -> list[ActorMention]:
    """Return the first places behind a token, with those listed behind or around them (فلنسبورغ شمال ألمانيا)."""
    run: list[ActorMention] = []
    edge = start
    for (first, last), actor in located:
        if first < start:
            continue
        reach = _NEXT if run else _PLACE_AFTER
        if first - edge > reach or _stopped(layout, edge, first):
            break
        if run and not _joined(layout, edge, first, actor):
            break
        if run or _locative(layout, first, actor):
            run.append(actor)
            edge = last
    return run


def _last_run(layout: Layout, stop: int, located: Sequence[Placed[ActorMention]]) -> list[ActorMention]:
    """Return the last places before a token (حي المحمدية بمحافظة جدة): the nearest and those that lead up to it."""
    run: list[ActorMention] = []
    edge = stop
    for (first, last), actor in reversed(located):
        if last > stop:
            continue
        if edge - last > (_NEXT if run else _PLACE_BEFORE) or _stopped(layout, last, edge):
            break
        if run and not _joined(layout, last, edge, run[-1]):
            break
        if run or _locative(layout, first, actor):
            run.append(actor)
            edge = first
    return run[::-1]


def _joined(layout: Layout, edge: int, first: int, actor: ActorMention) -> bool:
    """Say whether a place is listed behind another, or says where that one lies."""
    if _listed(layout, edge, first) or first == edge:
        return True
    directed = any(layout.tokens[index].norm in words("direction") for index in range(edge, first))
    return first - edge <= _NESTED and (directed or _locative(layout, first, actor, reach=1))


def _locative(layout: Layout, first: int, actor: ActorMention, *, reach: int = 3) -> bool:
    """Say whether a preposition of place, one with a place head (بمحافظة) or a direction (جنوبي) stands before it."""
    token = layout.tokens[first]
    if first and layout.tokens[first - 1].norm in words("direction"):
        return True
    if actor.span.start > token.start and layout.analysis.text.raw[actor.span.start - 1] in "بل":
        return True
    return any(_is_locative(layout.tokens[index].norm) for index in range(max(0, first - reach), first))


def _is_locative(norm: str) -> bool:
    bare = norm.lstrip("وف")
    return norm in words("locative") or bare in words("locative") or (bare[:1] == "ب" and bare[1:] in words("area"))


def _listed(layout: Layout, first: int, last: int) -> bool:
    if layout.tokens[last].text.startswith("و") or first == last:
        return True
    return any(layout.tokens[index].clean in ("،", ",", "و", "أو") for index in range(first, last))


def _stopped(layout: Layout, first: int, last: int) -> bool:
    return any(layout.tokens[index].clean in HARD_STOPS for index in range(first, last))


def agents_of(layout: Layout, trigger: Trigger, speaker: ActorMention | None) -> list[ActorMention]:
    """Return who did or ordered it: the subject beside a verb, behind من قبل, or of a verb of deciding before it.

    Who reports it (``speaker`` of the quote around the trigger) is not thereby its agent.
    """
    hit = trigger.hit
    if hit.entry.values["class"] not in AGENTIVE:
        return []
    actors = [
        (where, actor)
        for where, actor in layout.actors(hit.first)
        if actor.type in ("organization", "group", "person") and actor is not speaker
    ]
    if is_verb(layout, hit):
        subject = [
            actor
            for (first, last), actor in actors
            if 0 <= first - hit.last <= 1 or (0 <= hit.first - last <= 1 and not _stopped(layout, last, hit.first))
        ]
        if subject:
            return subject[:1]
    named = _named_agent(layout, hit.last, actors)
    if named:
        return named
    return _deciding(layout, hit.first, actors)


def _named_agent(
    layout: Layout, start: int, actors: Sequence[tuple[tuple[int, int], ActorMention]]
) -> list[ActorMention]:
    tokens = layout.tokens
    for index in range(start, min(start + 12, len(tokens) - 1)):
        if tokens[index].clean in HARD_STOPS:
            return []
        if (tokens[index].norm, tokens[index + 1].norm) in _BY:
            return [actor for (first, _), actor in actors if 0 <= first - index - 2 <= 2][:1]
    return []


def _deciding(layout: Layout, start: int, actors: Sequence[tuple[tuple[int, int], ActorMention]]) -> list[ActorMention]:
    begin, _ = layout.sentence_bounds(start)
    for hit in reversed(layout.hits("cue", start)):
        if cues()[hit.entry.key].category != "decide" or hit.last > start or hit.first < begin:
            continue
        if start - hit.last > _ORDER_REACH or _stopped(layout, hit.last, start):
            return []
        beside = [
            actor
            for (first, last), actor in actors
            if (0 <= first - hit.last <= 1 and last <= start) or 0 <= hit.first - last <= 1
        ]
        if beside:
            return beside[:1]
    return []


def dates_of(layout: Layout, trigger: Trigger) -> list[DateMention]:
    """Return the dates of the trigger's sentence, nearest first, with no hard stop between."""
    hit = trigger.hit
    near = []
    for (first, last), date in layout.dates(hit.first):
        low, high = (hit.last, first) if first >= hit.last else (last, hit.first)
        if _dates_the_report(layout, first, hit.first):
            continue
        if high - low <= 15 and not _stopped(layout, low, high):
            near.append((high - low, date))
    return [date for _, date in sorted(near, key=lambda pair: (pair[0], pair[1].span.start))]


def ends_of(layout: Layout, dates: Sequence[DateMention]) -> list[DateMention]:
    """Return those dates that close the event: behind حتى "until" or إلى غاية."""
    return [date for date in dates if _before(layout, date) in words("until")]


def _before(layout: Layout, date: DateMention) -> str:
    first, _ = layout.range_of(date.span)
    return layout.tokens[first - 1].norm.lstrip("و") if first else ""


def _dates_the_report(layout: Layout, first: int, trigger: int) -> bool:
    """Say whether a date belongs to the reporting verb before it (قالت الهيئة يوم الجمعة إن...), not to the event."""
    if first >= trigger:
        return False
    reported = any(0 < first - hit.last <= _REPORT_REACH for hit in layout.hits("report", first))
    return reported and any(layout.tokens[i].norm in words("complementizer") for i in range(first, trigger))


_REPORT_REACH = 10


def length_of(layout: Layout, trigger: Trigger) -> list[DurationMention]:
    """Return how long the disruption was: لمدة ساعتين "for two hours", بضع ساعات من الانقطاع "hours of outage"."""
    hit = trigger.hit
    return [
        duration
        for (first, last), duration in layout.durations(hit.first)
        if duration.role != "lost_time" and _measures(layout, trigger, duration, first, last)
    ]


def _measures(layout: Layout, trigger: Trigger, duration: DurationMention, first: int, last: int) -> bool:
    hit = trigger.hit
    if last <= hit.first:
        before = layout.tokens[first - 1].norm.lstrip("و") if first else ""
        return [layout.tokens[at].norm for at in range(last, hit.first)] == ["من"] and before not in words(
            "before_after"
        )
    if first - hit.last > _LENGTH_REACH or _stopped(layout, hit.last, first):
        return False
    return _lasting(layout, first, duration) or _adverbial(layout, hit.last, first, duration)


def _adverbial(layout: Layout, last: int, first: int, duration: DurationMention) -> bool:
    """Say whether an indefinite amount of time stands bare behind the trigger and what it happened to.

    The accusative of time (تعطل واتساب في العراق ثلاث ساعات "failed in Iraq for three hours") has no preposition.
    """
    if duration.span.text.startswith("ال") or duration.span.start > layout.tokens[first].start:
        return False
    if first > last and layout.tokens[first - 1].norm in words("window") | words("locative") | words("before_after"):
        return False
    return all(layout.skippable[at] or at in layout.occupied for at in range(last, first))


def _lasting(layout: Layout, first: int, duration: DurationMention) -> bool:
    raw = layout.analysis.text.raw
    token = layout.tokens[first]
    if duration.span.start > token.start:
        return raw[duration.span.start - 1] == "ل"
    before = layout.tokens[first - 1].norm if first else ""
    if before in words("before_after"):
        return before in words("since")
    return before in words("lasting") or (
        before in words("lasting_link") and layout.tokens[first - 2].norm in words("lasting")
    )
