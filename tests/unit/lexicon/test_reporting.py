import pytest

from waqia.errors import LexiconError
from waqia.extraction.quote.words import frame, word_class
from waqia.lexicon.load import Entry, entry_forms, lexicon_dir, read_table
from waqia.lexicon.match import Matcher
from waqia.lexicon.tables import TABLES
from waqia.text.document import read
from waqia.text.normalise import fold

_TABLES = {table.category: table for table in TABLES if table.category in ("report", "attribution")}
ENTRIES = [entry for table in _TABLES.values() for entry in read_table(table, lexicon_dir())]
_CLASSES = {"say", "confirm", "deny", "warn", "demand", "expect", "claim", "attribute"}


def _matcher(entry: Entry) -> Matcher:
    return Matcher(list(entry_forms(entry, _TABLES[entry.category])))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_entry_matches_its_example_and_not_its_counter_example(entry: Entry) -> None:
    assert _matcher(entry).find(read(entry.values["example"]))
    assert not _matcher(entry).find(read(entry.values["counter_example"]))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_entry_has_a_known_class_and_a_source(entry: Entry) -> None:
    assert entry.values["class"].removesuffix("?") in _CLASSES
    assert entry.values["source"]


def test_no_two_entries_share_a_form() -> None:
    owners: dict[tuple[str, str], str] = {}
    for entry in ENTRIES:
        for form in entry_forms(entry, _TABLES[entry.category]):
            key = (entry.category, fold(form.text))
            assert owners.setdefault(key, entry.key) == entry.key, form.text


def test_there_are_verbs_of_every_class() -> None:
    verbs = [entry for entry in ENTRIES if entry.category == "report"]
    assert len(verbs) >= 150
    assert {entry.values["class"].removesuffix("?") for entry in verbs} == _CLASSES - {"attribute"}


def test_frames_belong_to_listed_verbs() -> None:
    assert "الي" in frame("أشار")
    assert "object" in frame("نفى")
    assert frame("قال") == frozenset()
    with pytest.raises(LexiconError):
        word_class("no such class")
