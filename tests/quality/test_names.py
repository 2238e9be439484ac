"""Names in sentences written for this project: floors for rules alone and for each tagger beside them.

The sentences hold what taggers stumble over: no hamza, diacritics, tatweel, Latin letters, headlines without a
verb, dialect, lists, proclitics, institutions in titles. ``[TYPE:words]`` is a name; counting is by exact span.
"""

import re
from pathlib import Path

import pytest

import waqia

MARK = re.compile(r"\[(PER|ORG|LOC):([^\]]+)\]")
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
FLOORS = {"none": 0.9, "fast": 0.91, "all": 0.94}
EACH = 0.6  # a few names each, and the encoder's sums are rounded by the processor: one name may differ


def parsed(line):
    """Return the text of a marked line, and its names as (start, end, type)."""
    text, names, at = "", set(), 0
    for found in MARK.finditer(line):
        text += line[at : found.start()]
        names.add((len(text), len(text) + len(found[2]), found[1]))
        text += found[2]
        at = found.end()
    return text + line[at:], names


ROWS = [line.split("\t") for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def counted(choice, sentences):
    """Return right, gold and found names."""
    right = gold = found = 0
    for line in sentences:
        text, names = parsed(line)
        record = waqia.extract_one(text, actors=choice)
        spans = {
            (mention.start, mention.end, TYPES[actor.type])
            for actor in record.actors
            if actor.type in TYPES
            for mention in actor.mentions
        }
        right, gold, found = right + len(names & spans), gold + len(names), found + len(spans)
    return right, gold, found


def f1(right, gold, found):
    return 2 * right / (gold + found)


@pytest.mark.parametrize("choice", FLOORS)
def test_names_stay_above_their_floor(choice):
    assert f1(*counted(choice, (sentence for _, sentence in ROWS))) >= FLOORS[choice]


@pytest.mark.parametrize("phenomenon", sorted({row[0] for row in ROWS}))
def test_each_phenomenon_is_read(phenomenon):
    found = counted("all", (sentence for name, sentence in ROWS if name == phenomenon))
    assert f1(*found) >= EACH, found
