"""The rows of the table: what counts as found, for each kind of item of a record.

Each function yields counts ``(row, right, gold, predicted)`` and errors ``(kind, words)`` of one article.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from waqia.evaluation.pairing import Item, common_share, overlap, pair, span_of

QUOTE_SHARE = 0.7
CLAIM_SHARE = 0.3


class Count(NamedTuple):
    """What one article adds to a row."""

    row: str
    right: int
    gold: int
    predicted: int


class Mistake(NamedTuple):
    """One missed, spurious or wrong item."""

    kind: str
    words: Any


Found = Iterator[Count | Mistake]


def items(record: Item, key: str) -> Sequence[Item]:
    """Return a list of a record, empty where it has none."""
    return record.get(key) or ()


def rows_of(gold: Item, pred: Item) -> Found:
    """Yield all counts and errors of an article."""
    for kind in ("person", "organization", "place"):
        yield from _names(gold, pred, kind)
    yield _overlapping(gold, pred, "group")
    yield from _platforms(gold, pred)
    yield from _durations(gold, pred)
    yield from _dates(gold, pred)
    yield from _quotes(gold, pred)
    yield from _events(gold, pred)
    yield from _claims(gold, pred)


def _mentions(record: Item, kind: str) -> list[Item]:
    return [span for actor in items(record, "actors") if actor["type"] == kind for span in actor["mentions"]]


def _overlapping(gold: Item, pred: Item, kind: str) -> Count:
    golds, preds = _mentions(gold, kind), _mentions(pred, kind)
    return Count(f"{kind}~", len(pair(golds, preds, overlap)), len(golds), len(preds))


def _names(gold: Item, pred: Item, kind: str) -> Found:
    golds, preds = _mentions(gold, kind), _mentions(pred, kind)
    exact, given = ({(span["start"], span["end"]) for span in spans} for spans in (golds, preds))
    yield Count(kind, len(exact & given), len(exact), len(given))
    yield _overlapping(gold, pred, kind)
    yield from _alone(f"missed {kind}", golds, preds)
    yield from _alone(f"spurious {kind}", preds, golds)


def _alone(kind: str, spans: Iterable[Item], others: Sequence[Item]) -> Iterator[Mistake]:
    for span in spans:
        if not any(overlap(span, other) for other in others):
            yield Mistake(kind, span.get("text"))


def _unpaired(whole: Sequence[Item], paired: Iterable[Item]) -> list[Item]:
    known = {id(item) for item in paired}
    return [item for item in whole if id(item) not in known]


def _left(golds: Sequence[Item], preds: Sequence[Item], pairs: Sequence[tuple[Item, Item]]) -> list[list[Item]]:
    """Return the missed and the spurious items."""
    return [_unpaired(golds, (gold for gold, _ in pairs)), _unpaired(preds, (pred for _, pred in pairs))]


def _platforms(gold: Item, pred: Item) -> Found:
    golds, preds = (
        [dict(span, platform=item["platform"]) for item in items(record, "platforms") for span in item["mentions"]]
        for record in (gold, pred)
    )
    pairs = pair(golds, preds, lambda one, other: overlap(one, other) * (one["platform"] == other["platform"]))
    yield Count("platform", len(pairs), len(golds), len(preds))
    for kind, left in zip(("missed", "spurious"), _left(golds, preds, pairs), strict=True):
        yield from (Mistake(f"{kind} platform", (item["platform"], item.get("text"))) for item in left)


def _spans(gold: Item, pred: Item, key: str) -> list[tuple[Item, Item]]:
    return pair(items(gold, key), items(pred, key), lambda one, other: overlap(span_of(one), span_of(other)))


def _missed_spans(gold: Item, pred: Item, key: str, pairs: Sequence[tuple[Item, Item]]) -> Iterator[Mistake]:
    for kind, left in zip(("missed", "spurious"), _left(items(gold, key), items(pred, key), pairs), strict=True):
        yield from (Mistake(f"{kind} {key[:-1]}", span_of(item).get("text")) for item in left)


def _durations(gold: Item, pred: Item) -> Found:
    pairs = _spans(gold, pred, "durations")
    sizes = len(items(gold, "durations")), len(items(pred, "durations"))
    bounds = ("min_seconds", "max_seconds")
    wrong = [(one, other) for one, other in pairs if any(one[key] != other[key] for key in bounds)]
    yield Count("duration", len(pairs), *sizes)
    yield Count("duration=value", len(pairs) - len(wrong), *sizes)
    yield Count("duration=role", sum(one["role"] == other.get("role") for one, other in pairs), *sizes)
    yield from _missed_spans(gold, pred, "durations", pairs)
    for one, other in wrong:
        values = [item[key] for item in (one, other) for key in bounds]
        yield Mistake("wrong duration value", (span_of(one).get("text"), *values))


def _dates(gold: Item, pred: Item) -> Found:
    pairs = _spans(gold, pred, "dates")
    golds, preds = items(gold, "dates"), items(pred, "dates")
    valued = [(one, other) for one, other in pairs if one["value"] is not None]
    wrong = [(one, other) for one, other in valued if one["value"] != other.get("value")]
    yield Count("date", len(pairs), len(golds), len(preds))
    sizes = (sum(item["value"] is not None for item in golds), sum(item.get("value") is not None for item in preds))
    yield Count("date=value", len(valued) - len(wrong), *sizes)
    yield from _missed_spans(gold, pred, "dates", pairs)
    for one, other in wrong:
        yield Mistake("wrong date value", (span_of(one).get("text"), one["value"], other.get("value")))


def _actor(record: Item, key: str | None) -> Item | None:
    return next((actor for actor in items(record, "actors") if actor["id"] == key), None)


def _same_actor(gold: Item, pred: Item, one: str | None, other: str | None) -> bool:
    """Say whether two references point at overlapping mentions, or both at nobody."""
    if one is None or other is None:
        return one is None and other is None
    left, right = _actor(gold, one), _actor(pred, other)
    if left is None or right is None:
        return False
    return any(overlap(first, second) for first in left["mentions"] for second in right["mentions"])


def _shared(share: float, same: str | None = None) -> Callable[[Item, Item], float]:
    def score(one: Item, other: Item) -> float:
        if same is not None and one[same] != other[same]:
            return 0.0
        value = common_share(span_of(one), span_of(other))
        return value if value >= share else 0.0

    return score


def _quotes(gold: Item, pred: Item) -> Found:
    golds, preds = ([item for item in items(record, "quotes") if item["kind"] == "direct"] for record in (gold, pred))
    pairs = pair(golds, preds, _shared(QUOTE_SHARE))
    sizes = len(golds), len(preds)
    wrong = [one for one, other in pairs if not _same_actor(gold, pred, one["speaker"], other.get("speaker"))]
    yield Count("quote", len(pairs), *sizes)
    yield Count("quote=speaker", len(pairs) - len(wrong), *sizes)
    for kind, left in zip(("missed", "spurious"), _left(golds, preds, pairs), strict=True):
        yield from (Mistake(f"{kind} quote", item["span"].get("text")) for item in left)
    yield from (Mistake("wrong speaker", item["span"].get("text")) for item in wrong)


def pair_events(golds: Sequence[Item], preds: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pair events of one type that share a trigger, those with the most first."""
    return pair(golds, preds, _triggers)


def pair_claims(golds: Sequence[Item], preds: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Pair claims of one type whose spans share ``CLAIM_SHARE`` of either."""
    return pair(golds, preds, _shared(CLAIM_SHARE, "type"))


def _triggers(one: Item, other: Item) -> int:
    if one["type"] != other["type"]:
        return 0
    return sum(any(overlap(mine, theirs) for theirs in other["triggers"]) for mine in one["triggers"])


def _event_words(event: Item) -> tuple[Any, ...]:
    return event["type"], event["realis"], [span.get("text") for span in event["triggers"]]


def _events(gold: Item, pred: Item) -> Found:
    golds, preds = items(gold, "events"), items(pred, "events")
    pairs = pair_events(golds, preds)
    sizes = len(golds), len(preds)
    wrong = [(one, other) for one, other in pairs if one["realis"] != other["realis"]]
    yield Count("event", len(pairs), *sizes)
    yield Count("event=realis", len(pairs) - len(wrong), *sizes)
    missed, spurious = _left(golds, preds, pairs)
    yield from (Mistake("missed event", _event_words(event)) for event in missed)
    yield from (Mistake("spurious event", _event_words(event)) for event in spurious)
    yield from (Mistake("wrong realis", (*_event_words(one), other["realis"])) for one, other in wrong)
    for one, other in pairs:
        yield from _arguments(gold, pred, one, other)
    for event in missed:
        yield Count("event:platform", 0, len(_named_platforms(gold, event)), 0)
        yield Count("event:place", 0, len(items(event, "places")), 0)
    for event in spurious:
        yield Count("event:platform", 0, 0, len(_named_platforms(pred, event)))
        yield Count("event:place", 0, 0, len(items(event, "places")))
    held = [any(event["realis"] != "past" for event in events) for events in (golds, preds)]
    yield Count("has_event", int(all(held)), int(held[0]), int(held[1]))


def _named_platforms(record: Item, event: Item) -> set[str]:
    names = {item["id"]: str(item["platform"]) for item in items(record, "platforms")}
    return {names[key] for key in items(event, "platforms") if key in names}


def _arguments(gold: Item, pred: Item, one: Item, other: Item) -> Iterator[Count]:
    named, given = _named_platforms(gold, one), _named_platforms(pred, other)
    yield Count("event:platform", len(named & given), len(named), len(given))
    ours, theirs = ([{"id": key} for key in items(event, "places")] for event in (one, other))
    same = pair(ours, theirs, lambda mine, given: int(_same_actor(gold, pred, mine["id"], given["id"])))
    yield Count("event:place", len(same), len(ours), len(theirs))


def _claims(gold: Item, pred: Item) -> Found:
    golds, preds = items(gold, "claims"), items(pred, "claims")
    pairs = pair_claims(golds, preds)
    sizes = len(golds), len(preds)
    yield Count("claim", len(pairs), *sizes)
    yield Count("claim=status", sum(one["status"] == other["status"] for one, other in pairs), *sizes)
    held = sum(_same_actor(gold, pred, one["holder"], other.get("holder")) for one, other in pairs)
    yield Count("claim=holder", held, *sizes)
    for kind, left in zip(("missed", "spurious"), _left(golds, preds, pairs), strict=True):
        for item in left:
            yield Mistake(f"{kind} claim", (item["type"], item["status"], item["span"].get("text")))
