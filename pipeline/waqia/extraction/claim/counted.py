"""Claims of how many an event hit: numbers of people and things, and the extent of it, beside a trigger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waqia.extraction.analysis import ClaimMention, EventMention
from waqia.extraction.claim.amounts import MONEY
from waqia.extraction.event.clauses import clause_around, clause_span
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.records import Amount, Span
from waqia.text.normalise import fold

_AMOUNT_REACH = 14


def counted_claims(layout: Layout, events: Sequence[EventMention], amounts: Sequence[Amount]) -> Iterator[ClaimMention]:
    """Yield how many people, homes or places an event hit: an amount near the trigger of a disruption."""
    placed: dict[int, list[tuple[tuple[int, int], Amount]]] = {}
    for amount in amounts:
        where = layout.range_of(Span(amount.start, amount.end, amount.text))
        placed.setdefault(layout.sentence_at(where[0]), []).append((where, amount))
    for event in events:
        if event.type in ("restoration", "cyberattack") or event.realis not in ("actual", "reported", "past"):
            continue
        first, last = layout.range_of(event.trigger)
        for (at, until), amount in placed.get(layout.sentence_at(first), ()):
            if amount.unit in MONEY:
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
    for hit in layout.hits("counted", max(0, last - 1)):
        if not 1 <= hit.first - last <= _EXTENT_REACH or hit.entry.values["unit"] in MONEY:
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
