import shutil
from pathlib import Path

import pytest

from waqia.errors import LexiconError
from waqia.lexicon.load import entry_forms, lexicon, lexicon_dir, read_lexicon, read_table
from waqia.lexicon.tables import TABLES, Policy, Table

WORDS = Table(
    "words.tsv",
    "word",
    ("id", "forms", "past", "nisba", "source"),
    {"forms": Policy(), "past": Policy(proclitics="verb"), "nisba": Policy(article=True)},
)


def write(folder, *lines, file="words.tsv", header="id\tforms\tpast\tnisba\tsource"):
    (folder / file).write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")


def read(folder):
    return list(read_table(WORDS, folder))


@pytest.fixture
def shipped(tmp_path):
    for item in Path(str(lexicon_dir())).iterdir():
        if item.suffix in (".tsv", ".toml"):
            shutil.copy(item, tmp_path / item.name)
    return tmp_path


def test_entries_carry_file_and_line(tmp_path):
    write(tmp_path, "# words of the test", "", "one\tأول|أولى\t\t\thandmade")
    (entry,) = read(tmp_path)
    assert (entry.key, entry.line, entry.rule) == ("one", 4, "words/one")
    assert entry.values["forms"] == "أول|أولى"


def test_quotation_marks_in_cells_are_letters(tmp_path):
    write(tmp_path, 'one\t"أول\t\t\thandmade', "two\tثان\t\t\thandmade")
    assert [entry.values["forms"] for entry in read(tmp_path)] == ['"أول', "ثان"]


@pytest.mark.parametrize(
    ("lines", "header", "message"),
    [
        (["one\tأول"], "id\tforms", r"words\.tsv:1 header .*: should be .*'source'"),
        (["one\tأول"], "id\tforms\tpast\tnisba\tsource", r"words\.tsv:2 has 2 cells: should be 5"),
        (
            ["# c", "a\tب\t\t\ts\tx"],
            "id\tforms\tpast\tnisba\tsource",
            r"words\.tsv:3 has 6 cells: should be 5",
        ),
    ],
)
def test_wrong_columns_name_file_and_line(tmp_path, lines, header, message):
    write(tmp_path, *lines, header=header)
    with pytest.raises(LexiconError, match=message):
        read(tmp_path)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"words\.tsv: is missing"):
        read(tmp_path)


def test_file_that_is_not_utf8_is_named(tmp_path):
    (tmp_path / "words.tsv").write_bytes("id\tforms\tpast\tnisba\tsource\none\tأول\t\t\ts".encode("cp1256"))
    with pytest.raises(LexiconError, match=r"words\.tsv: is not UTF-8 .*save it as UTF-8"):
        read(tmp_path)


def test_forms_are_inflected_as_their_column_asks(tmp_path):
    write(tmp_path, "deny\tنفي\tنفى\tعراقي\thandmade")
    (entry,) = read(tmp_path)
    forms = {(form.column, form.text) for form in entry_forms(entry, WORDS)}
    assert {("forms", "نفي"), ("past", "نفت"), ("past", "نفوا")} <= forms
    assert {("nisba", "عراقية"), ("nisba", "عراقيون"), ("nisba", "عراقيين"), ("nisba", "عراقيات")} <= forms


def test_first_word_of_a_verb_phrase_is_inflected(tmp_path):
    write(tmp_path, "leave\t\tخرج عن الخدمة\t\thandmade")
    (entry,) = read(tmp_path)
    assert {"خرجت عن الخدمة", "خرجوا عن الخدمة"} <= {form.text for form in entry_forms(entry, WORDS)}


def test_equals_sign_makes_a_form_exact(tmp_path):
    write(tmp_path, "one\t=أول|ثان\t\t\thandmade")
    (entry,) = read(tmp_path)
    assert [(form.text, form.exact) for form in entry_forms(entry, WORDS)] == [("أول", True), ("ثان", False)]


def test_shipped_lexicon_has_every_list():
    categories = lexicon().by_category
    assert {table.category for table in TABLES if categories.get(table.category)} >= {
        "platform",
        "platform_head",
    }
    assert len(categories["platform"]) >= 150


def test_digest_changes_with_a_word(shipped):
    before = read_lexicon(shipped).sha256
    assert before == read_lexicon(shipped).sha256 == lexicon().sha256
    with (shipped / "platforms.tsv").open("a", encoding="utf-8") as lines:
        lines.write("test_service\tخدمةتجريبية\t\tTest\t\t\tsocial\thandmade\n")
    assert read_lexicon(shipped).sha256 != before


def test_services_have_known_wikidata_items():
    items = [entry.values["wikidata"] for entry in lexicon().by_category["platform"]]
    known = [item for item in items if item]
    assert len(known) >= 80
    assert len(set(known)) == len(known)
