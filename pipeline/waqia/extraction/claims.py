"""Claims: what an analyst would check or count about the events of an article, and who holds it.

Two roads lead to a claim: words that state one beside a trigger (``claims.toml``: causes, consequences, losses), and
the realis of the trigger itself (a rumoured shutdown is a rumour claim, a denied one a denial). The holder is the
speaker of the innermost quote around the claim; without one, the narrator.
"""

from collections.abc import Sequence

from waqia.extraction.analysis import Analysis, ClaimMention
from waqia.extraction.claim.amounts import MONEY, find_amounts
from waqia.extraction.claim.counted import counted_claims
from waqia.extraction.claim.cued import cued_claims
from waqia.extraction.claim.of_realis import claims_of_realis
from waqia.extraction.event.realis import quote_around
from waqia.extraction.layout import Layout
from waqia.records import Amount, ClaimStatus, ClaimType, Span

_CANDIDATES = 200
_NO_CLAIMS = frozenset({"election"})


def find_claims(analysis: Analysis) -> list[ClaimMention]:
    """Return the claims of an article in text order; none without events."""
    events = [event for event in analysis.events if event.type not in _NO_CLAIMS]
    if not events:
        return []
    layout = Layout(analysis)
    amounts = find_amounts(layout)
    found = [
        *cued_claims(layout, events, amounts),
        *claims_of_realis(layout, events),
        *counted_claims(layout, events, amounts),
    ]
    completed = [_complete(layout, claim, amounts) for claim in found]
    return _distinct(completed)


def _complete(layout: Layout, claim: ClaimMention, amounts: Sequence[Amount]) -> ClaimMention:
    """Add holder, status, amount and duration that the claim's own words and the quote around it give."""
    quote = quote_around(layout.analysis.quotes, _head(claim.span))
    if quote is not None and quote.speaker is not None:
        claim.holder = quote.speaker
        if claim.status == "asserted":
            claim.status = _attributed(claim.type, quote.cue_class)
    if claim.amount is None:
        wanted = MONEY if claim.type == "financial_loss" else frozenset({"people", "items"})
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
    for claim in sorted(claims, key=_rank)[:_CANDIDATES]:
        clash = any(
            other.type == claim.type and other.span.start < claim.span.end and claim.span.start < other.span.end
            for other in kept
        )
        if claim.type in _WEAKER:
            clash = clash or any(_covers(other.span, claim.span) for other in kept if other.type not in _WEAKER)
        if not clash:
            kept.append(claim)
    return sorted(kept, key=lambda item: (item.span.start, item.span.end, item.type))


def _rank(claim: ClaimMention) -> tuple[bool, float, int, int]:
    """Order claims of stronger types first, then the more confident, the shorter, the earlier."""
    return claim.type in _WEAKER, -claim.confidence, claim.span.end - claim.span.start, claim.span.start


_WEAKER = frozenset({"confirmation", "impact"})
"""Types that say less than another claim of the same words: they yield to it."""


def _covers(one: Span, other: Span) -> bool:
    """Say whether two spans share most of the shorter one."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common > min(one.end - one.start, other.end - other.start)
