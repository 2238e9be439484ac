"""Confidence is a measured rate: the narrowest evidence that was counted, else the class."""

import csv
from pathlib import Path

import pytest

import waqia
from waqia.assemble.confidence import claim_keys, confidence, event_keys
from waqia.errors import LexiconError
from waqia.lexicon.load import lexicon_dir


def rows():
    with (Path(str(lexicon_dir())) / "confidence.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_confidence_falls_back_to_the_wider_evidence():
    assert confidence(claim_keys("claim.of_no_rule")) == confidence(("claim",))
    unknown = event_keys("no_such_type", platforms=1, triggers=9)
    assert unknown[1] == "event/named/3"
    assert confidence(unknown) == confidence(unknown[1:])


def test_confidence_without_any_rate_says_what_is_missing():
    with pytest.raises(LexiconError, match="no rate for 'nothing'"):
        confidence(("nothing",))


def test_rates_are_shares_of_what_was_counted():
    table = rows()
    assert {"event", "claim"} <= {row["key"] for row in table}
    for row in table:
        assert 0 < float(row["rate"]) < 1
        assert 0 <= int(row["right"]) <= int(row["found"])


def test_more_triggers_make_an_event_surer():
    once = "انقطع الإنترنت عن المدينة."
    again = once + " وقال السكان إن الانقطاع استمر ساعات. وقال الوزير إن انقطاع الإنترنت انتهى."
    first, second = (waqia.extract_one(text, actors="none").events[0] for text in (once, again))
    assert len(second.triggers) > len(first.triggers)
    assert second.confidence > first.confidence
