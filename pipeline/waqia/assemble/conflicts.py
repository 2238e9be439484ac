"""Claims that contradict each other: two holders, one event, and words that cannot both be true.

Both claims stay as they are; each names the other. What counts: a denial beside a claim that it happened, will happen
or was somebody's doing; two holders who name different causes, or lay responsibility on different shoulders; a claim
whose status is ``denied`` beside one of its type. Nothing is said of who is right.
"""

from collections.abc import Sequence

import msgspec

from waqia.records import Claim, ClaimType

_DENIED: frozenset[ClaimType] = frozenset({"confirmation", "shutdown_rumour", "shutdown_plan", "responsibility"})
_RIVAL: frozenset[ClaimType] = frozenset({"cause", "responsibility"})


def with_conflicts(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims, each with the ids of those it contradicts, in the order of the claims."""
    found = {
        claim.id: tuple(other.id for other in claims if other is not claim and _contradict(claim, other))
        for claim in claims
    }
    return tuple(msgspec.structs.replace(claim, conflicts=found[claim.id]) for claim in claims)


def _contradict(one: Claim, other: Claim) -> bool:
    if one.event is None or one.event != other.event or one.holder == other.holder:
        return False
    if one.type == other.type and (one.status == "denied") != (other.status == "denied"):
        return True
    kinds = {one.type, other.type}
    if "denial" in kinds and len(kinds) == 2:
        return bool(kinds & _DENIED)
    return len(kinds) == 1 and one.type in _RIVAL and None not in (one.holder, other.holder)
