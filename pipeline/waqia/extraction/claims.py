"""Claims: what an analyst would check or count about the events of an article, and who holds it.

Two roads lead to a claim: words that state one beside a trigger (``claims.toml``: causes, consequences, losses), and
the realis of the trigger itself (a rumoured shutdown is a rumour claim, a denied one a denial). The holder is the
speaker of the innermost quote around the claim; without one, the narrator.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waqia.extraction.amounts import find_amounts
from waqia.extraction.analysis import Analysis, ClaimMention, EventMention
from waqia.extraction.causes import leads_to
from waqia.extraction.clauses import clause_around, clause_span
from waqia.extraction.event_words import words
from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.extraction.realis import quote_around
from waqia.extraction.realis_claims import claims_of_realis
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import ClaimRule, claim_rules
from waqia.records import Amount, ClaimStatus, ClaimType, Span
from waqia.text.normalise import fold

_REACH = {"before": 14, "after": 24}
_MONEY = frozenset({"money", "USD", "EUR", "GBP", "SAR", "IQD", "EGP", "AED"})
_NO_CLAIMS = frozenset({"election"})
_AMOUNT_REACH = 14


def find_claims(analysis: Analysis) -> list[ClaimMention]:
    """Return the claims of an article in text order; none without events."""
    events = [event for event in analysis.events if event.type not in _NO_CLAIMS]
    if not events:
        return []
    layout = Layout(analysis)
    amounts = find_amounts(layout)
    found = [*_cued(layout, events), *claims_of_realis(layout, events), *_counted(layout, events, amounts)]
    completed = [_complete(layout, claim, amounts) for claim in found]
    return _distinct(completed)


def _cued(layout: Layout, events: Sequence[EventMention]) -> Iterator[ClaimMention]:
    ranges = [(layout.range_of(event.trigger), event) for event in events]
    triggers = {hit.start: hit for hit in layout.analysis.of("trigger")}
    for hit in layout.analysis.of("claim_cue"):
        rule = claim_rules()[hit.entry.key]
        linked = _linked(layout, hit, ranges, rule)
        if linked is None:
            continue
        (first, last), event = linked
        kind = rule.after if last <= hit.first else rule.before
        if rule.before == "cause" and hit.last <= first:
            trigger = triggers.get(event.trigger.start)
            kind = kind if trigger is None or leads_to(layout, hit, trigger) is not None else rule.after
        if kind is None or (event.resolved and event.realis in _UNREAL and kind not in _ALWAYS):
            continue
        if kind == "responsibility" and not _is_told(layout, hit):
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


def _is_told(layout: Layout, hit: Hit) -> bool:
    """Say whether the words stand in what somebody says: only then is responsibility taken, laid or denied."""
    quote = quote_around(layout.analysis.quotes, Span(hit.start, hit.end, hit.form.text))
    return quote is not None and quote.speaker is not None


_UNREAL = frozenset({"denied", "demanded", "rumoured"})
_ALWAYS = frozenset({"cause", "responsibility"})
_NEAR = 8


def _linked(
    layout: Layout, hit: Hit, ranges: Sequence[tuple[tuple[int, int], EventMention]], rule: ClaimRule
) -> tuple[tuple[int, int], EventMention] | None:
    """Return the trigger that a claim word speaks of: the nearest of its sentence, else an earlier one if allowed."""
    begin, end = layout.sentence_bounds(hit.first)
    best: tuple[int, tuple[int, int], EventMention] | None = None
    for (first, last), event in ranges:
        if not begin <= first < end or (first < hit.last and last > hit.first):
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
    earlier = [(where, event) for where, event in ranges if where[1] <= hit.first] if rule.loose else []
    return earlier[-1] if earlier else None


_STRONG = HARD_STOPS - {":", "؛"}


def _duration_behind(layout: Layout, hit: Hit) -> Span | None:
    for duration in layout.analysis.durations:
        first, _ = layout.range_of(duration.span)
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
    others = (other for other in layout.analysis.of("claim_cue") if hit.last < other.first < stop)
    return next((other.first for other in others if other.proclitics.startswith("و")), stop)


_RESULT = 3


def _counted(layout: Layout, events: Sequence[EventMention], amounts: Sequence[Amount]) -> Iterator[ClaimMention]:
    """Yield how many people, homes or places an event hit: an amount near the trigger of a disruption."""
    for event in events:
        if event.type in ("restoration", "cyberattack") or event.realis not in ("actual", "reported", "past"):
            continue
        first, last = layout.range_of(event.trigger)
        begin, end = layout.sentence_bounds(first)
        for amount in amounts:
            at, until = layout.range_of(Span(amount.start, amount.end, amount.text))
            if amount.unit in _MONEY or not begin <= at < end:
                continue
            if event.type == "platform_block" and amount.unit != "people":
                continue
            low, high = (last, at) if at >= last else (until, first)
            if high - low > _AMOUNT_REACH or any(layout.tokens[i].clean in HARD_STOPS for i in range(low, high)):
                continue
            start, _ = clause_around(layout, min(first, at), min(first, at) + 1)
            _, stop = clause_around(layout, max(last, until) - 1, max(last, until))
            claim = ClaimMention(
                "users_affected", "asserted", clause_span(layout, start, stop), ("claims.counted",), event
            )
            yield replace(claim, amount=amount, confidence=0.7 if amount.unit == "people" else 0.5)
            break
        else:
            extent = _extent(layout, event, last)
            if extent is not None:
                yield extent


def _extent(layout: Layout, event: EventMention, last: int) -> ClaimMention | None:
    """Return the claim that a disruption hit most districts, some villages, the inhabitants: عن معظم أحياء المدينة."""
    for hit in layout.analysis.of("counted"):
        if not 1 <= hit.first - last <= _EXTENT_REACH or hit.entry.values["unit"] in _MONEY:
            continue
        between = layout.tokens[last : hit.first]
        if any(token.clean in HARD_STOPS for token in between):
            return None
        if any(token.norm in words("reaching") for token in between) and fold(hit.form.text) in words("many_places"):
            start, _ = clause_around(layout, last - 1, last)
            _, stop = clause_around(layout, hit.first, hit.last)
            span = clause_span(layout, start, stop)
            return ClaimMention("users_affected", "asserted", span, ("claims.extent",), event, confidence=0.6)
    return None


_EXTENT_REACH = 9


def _complete(layout: Layout, claim: ClaimMention, amounts: Sequence[Amount]) -> ClaimMention:
    """Add holder, status, amount and duration that the claim's own words and the quote around it give."""
    quote = quote_around(layout.analysis.quotes, _head(claim.span))
    if quote is not None and quote.speaker is not None:
        claim.holder = quote.speaker
        if claim.status == "asserted":
            claim.status = _attributed(claim.type, quote.cue_class)
    if claim.amount is None:
        wanted = _MONEY if claim.type == "financial_loss" else frozenset({"people", "items"})
        claim.amount = next(
            (
                amount
                for amount in amounts
                if claim.span.start <= amount.start and amount.end <= claim.span.end and amount.unit in wanted
            ),
            None,
        )
    if claim.duration is None:
        claim.duration = next(
            (
                duration
                for duration in layout.analysis.durations
                if claim.span.start <= duration.span.start and duration.span.end <= claim.span.end
            ),
            None,
        )
    return claim


def _head(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 12), span.text[:12])


def _attributed(kind: ClaimType, cue_class: str | None) -> ClaimStatus:
    if cue_class == "deny" and kind not in ("denial", "restoration"):
        return "denied"
    if cue_class == "expect":
        return "speculated"
    return "attributed"


def _distinct(claims: Sequence[ClaimMention]) -> list[ClaimMention]:
    """Drop claims of one type that overlap a more confident or shorter one; return text order."""
    kept: list[ClaimMention] = []
    for claim in sorted(claims, key=lambda item: (-item.confidence, item.span.end - item.span.start, item.span.start)):
        clash = any(
            other.type == claim.type and other.span.start < claim.span.end and claim.span.start < other.span.end
            for other in kept
        )
        if claim.type == "confirmation":
            clash = clash or any(
                other.span.start < claim.span.end and claim.span.start < other.span.end for other in kept
            )
        if not clash:
            kept.append(claim)
    return sorted(kept, key=lambda item: (item.span.start, item.span.end, item.type))
