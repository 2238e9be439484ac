"""The seed article against its reference record: floors that a change may raise and not lower.

Counting follows the project's scorer: names by exact span, durations, dates and events by overlap and value, quotes
by intersection over union of at least 0.7, claims by type and intersection over union of at least 0.3.
"""

import json
from pathlib import Path

import msgspec
import pytest

import waqia
from waqia.records import encode

SEEDS = Path(__file__).parents[2] / "seeds"
FLOORS = {
    "person": 1.0, "place": 1.0, "organization": 0.9, "platform": 1.0, "duration": 1.0, "duration=value": 0.95,
    "duration=role": 1.0, "date": 1.0, "quote": 1.0, "quote=speaker": 1.0, "event": 1.0, "event=realis": 1.0,
    "event:place": 1.0, "claim": 0.8, "claim=status": 0.8, "claim=holder": 0.8,
}  # fmt: skip


def overlap(one, other):
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def iou(one, other):
    common = overlap(one, other)
    return common / (one["end"] - one["start"] + other["end"] - other["start"] - common)


def paired(golds, preds, score):
    """Pair greedily by descending score, each item once."""
    ranked = sorted(
        ((score(gold, pred), i, j) for i, gold in enumerate(golds) for j, pred in enumerate(preds)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs, seen_gold, seen_pred = [], set(), set()
    for value, i, j in ranked:
        if value > 0 and i not in seen_gold and j not in seen_pred:
            seen_gold.add(i)
            seen_pred.add(j)
            pairs.append((golds[i], preds[j]))
    return pairs


def f1(hits, golds, preds):
    return 2 * hits / (golds + preds) if golds + preds else 1.0


def mentions(record, kind):
    return {(m["start"], m["end"]) for actor in record["actors"] if actor["type"] == kind for m in actor["mentions"]}


def mentioned(record, actor_id):
    """Where the actor of an id is mentioned; None stands for nobody."""
    if actor_id is None:
        return None
    return next(actor["mentions"] for actor in record["actors"] if actor["id"] == actor_id)


def same_actor(gold, pred, gold_id, pred_id):
    one, other = mentioned(gold, gold_id), mentioned(pred, pred_id)
    if one is None or other is None:
        return one is other
    return any(overlap(a, b) for a in one for b in other)


def scores(gold, pred):
    table = {}
    for kind in ("person", "place", "organization"):
        ours, theirs = mentions(gold, kind), mentions(pred, kind)
        table[kind] = f1(len(ours & theirs), len(ours), len(theirs))
    flat = [
        [dict(m, platform=p["platform"]) for p in record["platforms"] for m in p["mentions"]] for record in (gold, pred)
    ]
    pairs = paired(*flat, lambda a, b: overlap(a, b) * (a["platform"] == b["platform"]))
    table["platform"] = f1(len(pairs), *map(len, flat))
    spans = lambda a, b: overlap(a["span"], b["span"])  # noqa: E731
    durations = gold["durations"], pred["durations"]
    pairs = paired(*durations, spans)
    table["duration"] = f1(len(pairs), *map(len, durations))
    bounds = lambda item: (item["min_seconds"], item["max_seconds"])  # noqa: E731
    table["duration=value"] = f1(sum(bounds(a) == bounds(b) for a, b in pairs), *map(len, durations))
    table["duration=role"] = f1(sum(a["role"] == b["role"] for a, b in pairs), *map(len, durations))
    dates = gold["dates"], pred["dates"]
    table["date"] = f1(len(paired(*dates, spans)), *map(len, dates))
    quotes = [[quote for quote in record["quotes"] if quote["kind"] == "direct"] for record in (gold, pred)]
    pairs = paired(*quotes, lambda a, b: iou(a["span"], b["span"]) if iou(a["span"], b["span"]) >= 0.7 else 0)
    table["quote"] = f1(len(pairs), *map(len, quotes))
    right = sum(same_actor(gold, pred, a["speaker"], b["speaker"]) for a, b in pairs)
    table["quote=speaker"] = f1(right, *map(len, quotes))
    table |= event_scores(gold, pred) | claim_scores(gold, pred)
    return table


def event_scores(gold, pred):
    def common(a, b):
        return (a["type"] == b["type"]) * sum(any(overlap(x, y) for y in b["triggers"]) for x in a["triggers"])

    events = gold["events"], pred["events"]
    pairs = paired(*events, common)
    places = [
        (len(paired(a["places"], b["places"], lambda i, j: int(same_actor(gold, pred, i, j)))), a, b) for a, b in pairs
    ]
    return {
        "event": f1(len(pairs), *map(len, events)),
        "event=realis": f1(sum(a["realis"] == b["realis"] for a, b in pairs), *map(len, events)),
        "event:place": f1(
            sum(hits for hits, _, _ in places),
            sum(len(a["places"]) for _, a, _ in places),
            sum(len(b["places"]) for _, _, b in places),
        ),
    }


def claim_scores(gold, pred):
    def near(a, b):
        value = iou(a["span"], b["span"])
        return value if a["type"] == b["type"] and value >= 0.3 else 0

    claims = gold["claims"], pred["claims"]
    pairs = paired(*claims, near)
    holders = sum(same_actor(gold, pred, a["holder"], b["holder"]) for a, b in pairs)
    return {
        "claim": f1(len(pairs), *map(len, claims)),
        "claim=status": f1(sum(a["status"] == b["status"] for a, b in pairs), *map(len, claims)),
        "claim=holder": f1(holders, *map(len, claims)),
    }


@pytest.fixture(scope="module")
def records():
    gold = json.loads((SEEDS / "000_bdbe3284323f89d4.record.jsonl").read_text(encoding="utf-8").splitlines()[0])
    text = (SEEDS / "000_bdbe3284323f89d4.txt").read_text(encoding="utf-8")
    pred = msgspec.json.decode(encode(waqia.extract_one({"id": gold["id"], "text": text})))
    return gold, pred


def test_seed_text_is_the_references(records):
    gold, pred = records
    assert gold["article"]["text"] == pred["article"]["text"]


@pytest.mark.parametrize("name", FLOORS)
def test_seed_scores_stay_above_floor(records, name):
    assert scores(*records)[name] >= FLOORS[name]


@pytest.mark.parametrize("kind", ["lost_time", "shutdown_rumour"])
def test_seed_has_the_claims_with_their_holder(records, kind):
    gold, pred = records
    ours, theirs = (next(claim for claim in record["claims"] if claim["type"] == kind) for record in records)
    assert iou(ours["span"], theirs["span"]) >= 0.3
    assert same_actor(gold, pred, ours["holder"], theirs["holder"])
