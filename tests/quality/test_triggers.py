"""Polysemy: sentences in which a word tells an event, and sentences in which it tells none (``triggers.tsv``).

Columns: pattern, type (``-``: no event), trigger, realis, sentence. They were written by a reader who did not know how
waqia works. Floors lie a little below what was reached; the sentences it still gets wrong are counted, not left out.
"""

import csv
from pathlib import Path

import pytest

from waqia.extraction.extractors import analyse, run_extractors

with (Path(__file__).parent / "triggers.tsv").open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
POSITIVE = [row for row in ROWS if row["type"] != "-"]
NEGATIVE = [row for row in ROWS if row["type"] == "-"]
TYPES = sorted({row["type"] for row in POSITIVE})
FOUND, SILENT, REALIS, EACH = 0.74, 0.985, 0.82, 0.45


def events(row):
    found = run_extractors(analyse(row["sentence"])).events
    return [event for event in found if event.resolved]


def hits(rows):
    """Return those rows whose event is found, with its realis."""
    typed = ((row, next((event for event in events(row) if event.type == row["type"]), None)) for row in rows)
    return [(row, event.realis) for row, event in typed if event is not None]


def test_triggers_are_enough_and_half_negative():
    assert len(ROWS) >= 300
    assert len(NEGATIVE) >= 150
    assert len(TYPES) == 10
    assert len({row["sentence"] for row in ROWS}) == len(ROWS)
    assert all(row["sentence"].count(row["trigger"]) for row in POSITIVE)


def test_triggers_are_found():
    assert len(hits(POSITIVE)) / len(POSITIVE) >= FOUND


@pytest.mark.parametrize("kind", TYPES)
def test_triggers_of_each_type_are_found(kind):
    rows = [row for row in POSITIVE if row["type"] == kind]
    assert len(hits(rows)) / len(rows) >= EACH


def test_triggers_have_their_realis():
    found = hits(POSITIVE)
    assert sum(row["realis"] == realis for row, realis in found) / len(found) >= REALIS


def test_words_of_other_senses_tell_nothing():
    loud = [row["sentence"] for row in NEGATIVE if events(row)]
    assert 1 - len(loud) / len(NEGATIVE) >= SILENT, loud
