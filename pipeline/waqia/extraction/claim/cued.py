"""Claims that words state beside a trigger: causes, consequences, losses, responsibility, repair (``claims.toml``)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from waqia.extraction.analysis import ClaimMention, EventMention
from waqia.extraction.claim.amounts import MONEY
from waqia.extraction.event.causes import leads_to
from waqia.extraction.event.clauses import clause_around, clause_span
from waqia.extraction.event.realis import quote_around
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import ClaimRule, claim_rules
from waqia.records import Amount, ClaimType, Span

_REACH = {"before": 14, "after": 24}


def cued_claims(layout: Layout, events: Sequence[EventMention], amounts: Sequence[Amount]) -> Iterator[ClaimMention]:
    """Yield the claims that words of ``claims.toml`` state beside a trigger."""
    ranges = [(layout.range_of(event.trigger), event) for event in events]
    told = Told(layout, ranges)
    triggers = {hit.start: hit for hit in layout.analysis.of("trigger")}
    for hit in layout.analysis.of("claim_cue"):
        rule = claim_rules()[hit.entry.key]
        linked = _linked(layout, hit, told, rule)
        if linked is None:
            continue
        (first, last), event = linked
        kind = rule.after if last <= hit.first else rule.before
        if rule.before == "cause" and hit.last <= first:
            trigger = triggers.get(event.trigger.start)
            kind = kind if trigger is None or leads_to(layout, hit, trigger) is not None else rule.after
        if kind is None or not _holds(layout, hit, first, event, rule, kind, amounts):
            continue
        duration = _duration_behind(layout, hit) if "duration" in rule.needs else None
        if "duration" in rule.needs and duration is None:
            continue
        span = _span(layout, hit, (first, last), rule, kind, duration)
        if span is None:
            continue
        near = min(abs(first - hit.last), abs(hit.first - last)) < _NEAR
        claim = ClaimMention(kind, rule.status, span, (rule.id, *event.rules[:1]), event)
        claim.confidence = 0.75 if near else 0.6
        if duration is not None:
            claim.duration = next(item for item in layout.analysis.durations if item.span == duration)
        yield claim


def _holds(
    layout: Layout,
    hit: Hit,
    trigger: int,
    event: EventMention,
    rule: ClaimRule,
    kind: ClaimType,
    amounts: Sequence[Amount],
) -> bool:
    """Say whether what a rule and a type of claim demand of the words around is there."""
    if event.resolved and event.realis in _UNREAL and kind not in _ALWAYS:
        return False
    if rule.targets and event.type not in rule.targets:
        return False
    if kind in _TOLD and not _is_told(layout, hit):
        return False
    if kind == "financial_loss" and not _told_of(layout, hit, trigger, amounts):
        return False
    if "group" in rule.needs and not _people_between(layout, hit.last, trigger):
        return False
    return "extent" not in rule.needs or _extent_behind(layout, hit.last)


def _told_of(layout: Layout, hit: Hit, trigger: int, amounts: Sequence[Amount]) -> bool:
    """Say whether a loss is the event's: the noun خسائر beside its trigger, or a sum of money in the sentence."""
    begin, end = layout.sentence_bounds(hit.first)
    if begin <= trigger < end and hit.form.column == "forms":
        return True
    low, high = layout.tokens[begin].start, layout.tokens[end - 1].end
    return any(amount.unit in MONEY and low <= amount.start < high for amount in amounts)


def _is_told(layout: Layout, hit: Hit) -> bool:
    """Say whether the words stand in what somebody says: only then is responsibility taken, laid or denied."""
    quote = quote_around(layout.analysis.quotes, Span(hit.start, hit.end, hit.form.text))
    return quote is not None and quote.speaker is not None


def _people_between(layout: Layout, start: int, stop: int) -> bool:
    """Say whether an unnamed group, or a counted noun for people, stands between a word and the trigger."""
    named = any(start <= where[0] < stop and actor.type == "group" for where, actor in layout.actors(start))
    counted = (hit for hit in layout.hits("counted", start) if hit.entry.values["unit"] == "people")
    return named or any(start <= hit.first < stop for hit in counted)


def _extent_behind(layout: Layout, start: int) -> bool:
    """Say whether places or people, named or counted, stand right behind a word (شمل أحياء العاصمة)."""
    window = range(start, start + _EXTENT_REACH)
    named = any(where[0] in window and actor.type in ("place", "group") for where, actor in layout.actors(start - 1))
    counted = (hit for hit in layout.hits("counted", start - 1) if hit.entry.values["unit"] not in MONEY)
    return named or any(hit.first in window for hit in counted)


_EXTENT_REACH = 4
_UNREAL = frozenset({"denied", "demanded", "rumoured"})
_ALWAYS = frozenset({"cause", "responsibility"})
_TOLD = frozenset({"responsibility", "confirmation"})
_NEAR = 8


Placed = tuple[tuple[int, int], EventMention]


class Told:
    """The event mentions of an article by sentence, and the last one before a token."""

    def __init__(self, layout: Layout, ranges: Sequence[Placed]) -> None:
        self._ranges = ranges
        self._firsts = [first for (first, _), _ in ranges]
        self._sentences: dict[int, list[Placed]] = {}
        for placed in ranges:
            self._sentences.setdefault(layout.sentence_at(placed[0][0]), []).append(placed)

    def beside(self, sentence: int) -> Sequence[Placed]:
        """Return the mentions of a sentence."""
        return self._sentences.get(sentence, ())

    def before(self, token: int) -> Placed | None:
        """Return the last mention that ends before a token."""
        index = bisect_left(self._firsts, token)
        return self._ranges[index - 1] if index else None


def _linked(layout: Layout, hit: Hit, told: Told, rule: ClaimRule) -> Placed | None:
    """Return the trigger that a claim word speaks of: the nearest of its sentence, else an earlier one if allowed."""
    best: tuple[int, tuple[int, int], EventMention] | None = None
    for (first, last), event in told.beside(layout.sentence_at(hit.first)):
        if first < hit.last and last > hit.first:
            continue
        ahead = last <= hit.first
        distance = hit.first - last if ahead else first - hit.last
        if (rule.after if ahead else rule.before) is None or distance > _REACH["after" if ahead else "before"]:
            continue
        if any(layout.tokens[i].clean in _STRONG for i in range(min(last, hit.last), max(first, hit.first))):
            continue
        if rule.result_first and not ahead:
            distance += _REACH["after"]
        if best is None or distance < best[0]:
            best = (distance, (first, last), event)
    if best is not None:
        return best[1], best[2]
    return told.before(hit.first) if rule.loose else None


_STRONG = HARD_STOPS - {":", "؛"}


def _duration_behind(layout: Layout, hit: Hit) -> Span | None:
    for (first, _), duration in layout.durations(hit.first):
        if 0 <= first - hit.last <= 9 and duration.role == "lost_time":
            return duration.span
    return None


def _span(
    layout: Layout,
    hit: Hit,
    trigger: tuple[int, int],
    rule: ClaimRule,
    kind: ClaimType,
    duration: Span | None,
) -> Span | None:
    """Return the stretch that states the claim, or None if the clause holds only half of it."""
    text = layout.analysis.text
    if duration is not None:
        _, last = layout.range_of(duration)
        _, stop = clause_around(layout, last - 1, last)
        return text.span(hit.start, clause_span(layout, hit.first, stop).end)
    cue_start, cue_stop = clause_around(layout, hit.first, hit.last)
    cue_stop = _before_next_claim(layout, hit, cue_stop)
    start, stop = clause_around(layout, *trigger)
    relative = hit.first > 0 and layout.tokens[hit.first - 1].norm.lstrip("و") in words("relative")
    if kind == "responsibility":
        return text.span(hit.start, clause_span(layout, hit.first, max(cue_stop, trigger[1])).end)
    if trigger[1] <= hit.first:
        if kind == "cause":
            apart = cue_start > trigger[0] and cue_stop - cue_start >= _RESULT
            return clause_span(layout, cue_start if apart else min(start, cue_start), cue_stop)
        if hit.form.text.startswith("كان") and hit.first == cue_start:
            cue_start = min(start, cue_start)
        whole = clause_span(layout, hit.first if relative else cue_start, cue_stop)
        return text.span(hit.start, whole.end) if relative or hit.first == cue_start else whole
    if relative and kind == "cause" and cue_start > 1:
        cue_start, _ = clause_around(layout, cue_start - 2, cue_start - 1)
    if rule.result_first and hit.first - cue_start < _RESULT:
        return None
    if kind == "impact" and not rule.result_first:
        return text.span(hit.start, clause_span(layout, hit.first, max(stop, cue_stop)).end)
    return clause_span(layout, min(cue_start, hit.first), max(stop, cue_stop))


def _before_next_claim(layout: Layout, hit: Hit, stop: int) -> int:
    """Return where a coordinated verb of another claim ends this one (…إلى خطأ وكبدها خسائر)."""
    others = (other for other in layout.hits("claim_cue", hit.first) if hit.last < other.first < stop)
    return next((other.first for other in others if other.proclitics.startswith("و")), stop)


_RESULT = 3
