"""The seed article against its reference record: floors that a change may raise and not lower.

Counting is that of ``waqia evaluate``.
"""

import json
from pathlib import Path

import msgspec
import pytest

import waqia
from waqia.evaluation import evaluate
from waqia.records import encode

SEEDS = Path(__file__).parents[2] / "seeds"
FLOORS = {
    "person": 1.0, "place": 1.0, "organization": 0.9, "platform": 1.0, "duration": 1.0, "duration=value": 0.95,
    "duration=role": 1.0, "date": 1.0, "quote": 1.0, "quote=speaker": 1.0, "event": 1.0, "event=realis": 1.0,
    "event:place": 1.0, "claim": 0.8, "claim=status": 0.8, "claim=holder": 0.8,
}  # fmt: skip


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
    gold, pred = records
    row = evaluate({gold["id"]: gold}, {gold["id"]: pred}).rows[name]
    assert row.f1 >= FLOORS[name]


@pytest.mark.parametrize("kind", ["lost_time", "shutdown_rumour"])
def test_seed_has_the_claims_with_their_holder(records, kind):
    gold, pred = records
    only = [
        record | {"claims": [claim for claim in record["claims"] if claim["type"] == kind]} for record in (gold, pred)
    ]
    rows = evaluate(*({gold["id"]: record} for record in only)).rows
    assert rows["claim=holder"].f1 == 1.0
