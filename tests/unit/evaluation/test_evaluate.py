"""``waqia evaluate``: pairing, counts, and the figures of the reference scorer to the last digit.

``scores.json`` holds what the scorer that belongs to the project's reference annotations gave for ``predicted.jsonl``
against the same articles of ``corpora/articles.jsonl``; one of them has no prediction.
"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from waqia.cli import app
from waqia.errors import DataError
from waqia.evaluation import Row, evaluate, read_records
from waqia.evaluation.pairing import common_share, overlap, pair

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
EXPECTED = json.loads((HERE / "scores.json").read_text(encoding="utf-8"))
GOLD = ("talk-001", "talk-012", "tech-002", "tech-016", "tech-018", "wire-002", "wire-008")


@pytest.fixture(scope="module")
def gold():
    records = read_records(ROOT / "corpora" / "articles.jsonl")
    return {key: records[key] for key in GOLD}


@pytest.fixture(scope="module")
def found(gold):
    return evaluate(gold, read_records(HERE / "predicted.jsonl"))


def test_evaluate_has_the_rows_of_the_reference_scorer(found):
    assert list(found.rows) == list(EXPECTED)
    assert (found.articles, found.predicted) == (7, 6)


@pytest.mark.parametrize("name", EXPECTED)
def test_evaluate_equals_the_reference_scorer(found, name):
    row, expected = found.rows[name], EXPECTED[name]
    assert tuple(row) == (expected["tp"], expected["gold"], expected["pred"])
    rates = [round(value, 4) for value in (row.precision, row.recall, row.f1)]
    assert rates == [expected["p"], expected["r"], expected["f1"]]


def test_evaluate_of_a_reference_against_itself_is_perfect(gold):
    found = evaluate(gold, gold)
    assert all(row.f1 == 1.0 for row in found.rows.values())
    assert not found.mistakes


def test_evaluate_names_each_missed_event(gold):
    article = gold["wire-002"]
    found = evaluate({"wire-002": article}, {})
    missed = [mistake for _, mistake in found.mistakes if mistake.kind == "missed event"]
    assert len(missed) == len(article["events"]) > 0


def test_rows_of_nothing_are_perfect_and_of_nothing_found_are_zero():
    assert Row(0, 0, 0).f1 == 1.0
    assert (Row(0, 3, 0).precision, Row(0, 0, 3).precision, Row(0, 3, 0).f1) == (0.0, 0.0, 0.0)


def test_pairing_takes_the_best_pair_first():
    golds = [{"start": 0, "end": 10}, {"start": 8, "end": 20}]
    preds = [{"start": 7, "end": 20}]
    assert pair(golds, preds, overlap) == [(golds[1], preds[0])]


SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda pair: {"start": pair[0], "end": sum(pair)})


@given(SPANS, SPANS)
def test_shares_are_symmetric_and_one_for_equal_spans(one, other):
    assert overlap(one, other) == overlap(other, one)
    assert 0 <= common_share(one, other) == common_share(other, one) <= 1
    assert common_share(one, one) == 1


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_pairing_uses_each_item_once(golds, preds):
    pairs = pair(golds, preds, overlap)
    assert len({id(gold) for gold, _ in pairs}) == len({id(pred) for _, pred in pairs}) == len(pairs)
    assert all(overlap(gold, pred) > 0 for gold, pred in pairs)


def test_command_prints_the_table_and_errors():
    corpus = str(ROOT / "corpora" / "articles.jsonl")
    result = CliRunner().invoke(app, ["evaluate", corpus, str(HERE / "predicted.jsonl"), "--errors", "1"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("66 articles, 6 predicted\n")
    assert "\nmissed event\t" in result.output


def test_command_prints_json(gold):
    corpus = str(ROOT / "corpora" / "articles.jsonl")
    result = CliRunner().invoke(app, ["evaluate", corpus, corpus, "--json"])
    table = json.loads(result.output)
    assert table["event"]["f1"] == 1.0
    assert table["event"]["gold"] == table["event"]["right"] > len(gold)


def test_reading_refuses_what_is_no_record(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": "a"}\n[1]\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"records\.jsonl:2: .*expected a record"):
        read_records(path)


def test_evaluating_a_record_without_its_fields_says_which_article(gold):
    broken = {"wire-002": {"events": [{"type": "power_outage"}]}}
    with pytest.raises(DataError, match=r"wire-002: 'realis'"):
        evaluate({"wire-002": gold["wire-002"]}, broken)
