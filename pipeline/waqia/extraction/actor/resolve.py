"""Choose among proposals that overlap: the longest wins, then the higher rank."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from waqia.extraction.actor.scene import Proposal


def resolve(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return the proposals that stand, in text order.

    A country or city inside an institution's construct (حكومة الهند "the government of India") stands beside
    it. Groups give way to names, and to the title in a person's role.
    """
    listed = list(proposals)
    ordered = sorted(
        (item for item in listed if item.type != "group"),
        key=lambda item: (item.first - item.last, -item.rank, item.start, item.end, item.type),
    )
    owner: dict[int, Proposal] = {}
    kept: list[Proposal] = []
    for item in ordered:
        over = [owner[index] for index in range(item.first, item.last) if index in owner]
        if all(nested(item, other) for other in over):
            kept.append(item)
            for index in range(item.first, item.last):
                owner.setdefault(index, item)
    kept.extend(_groups(kept, [item for item in listed if item.type == "group"], owner))
    return sorted(kept, key=lambda item: (item.start, item.end))


def _groups(kept: Sequence[Proposal], groups: Sequence[Proposal], owner: dict[int, Proposal]) -> Iterator[Proposal]:
    roles = sorted((item.role.start, item.role.end) for item in kept if item.role is not None)
    starts = [start for start, _ in roles]
    end = 0
    for item in sorted(groups, key=lambda group: (group.start, -group.end)):
        names = [owner[index] for index in range(item.first, item.last) if index in owner]
        at = bisect_right(starts, item.start) - 1
        in_role = at >= 0 and item.start < roles[at][1]
        if item.start >= end and not in_role and all(name.type == "place" for name in names):
            end = item.end
            yield item


def nested(inner: Proposal, outer: Proposal) -> bool:
    """Say whether a listed place inside an institution's name stands beside it."""
    named = inner.type == "place" and inner.key is not None and outer.nests
    return named and inner.last <= outer.last and inner.start > outer.start
