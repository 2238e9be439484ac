"""One-to-one pairing of reference items with predicted ones."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
"""A part of a record as JSON gives it: a span, or an item with a span, mentions or triggers."""


def span_of(item: Item) -> Item:
    """Return the span of an item, or a span itself."""
    span: Item = item.get("span", item)
    return span


def overlap(first: Item, second: Item) -> int:
    """Return how many code points two spans share."""
    common: int = min(first["end"], second["end"]) - max(first["start"], second["start"])
    return max(0, common)


def common_share(first: Item, second: Item) -> float:
    """Return the code points that two spans share, as a share of those that either covers."""
    common = overlap(first, second)
    either = (first["end"] - first["start"]) + (second["end"] - second["start"]) - common
    return common / (either or 1)


def pair(golds: Sequence[Item], preds: Sequence[Item], score: Callable[[Item, Item], float]) -> list[tuple[Item, Item]]:
    """Pair items one to one, the highest score first, then in text order; a score of zero pairs nothing."""
    table = sorted(
        (-value, row, column)
        for row, gold in enumerate(golds)
        for column, pred in enumerate(preds)
        if (value := score(gold, pred)) > 0
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for _, row, column in table:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((golds[row], preds[column]))
    return pairs
