import shutil
from pathlib import Path

import pytest

from waqia.lexicon.check import Problem, check
from waqia.lexicon.letters import letter_fault
from waqia.lexicon.load import lexicon_dir
from waqia.lexicon.tables import TABLES

RULE = """
[[rule]]
id = "{id}"
words = ["{word}"]
example = "{example}"
counter_example = "عادت الخدمة"
source = "handmade"
"""


@pytest.fixture
def folder(tmp_path):
    """A folder in which every list has its header and no entry."""
    for table in TABLES:
        (tmp_path / table.file).write_text("\t".join(table.columns) + "\n", encoding="utf-8")
    return tmp_path


def append(folder, file, *rows):
    with (folder / file).open("a", encoding="utf-8") as lines:
        lines.writelines("\t".join(row) + "\n" for row in rows)


def platform(**cells):
    values = dict.fromkeys(("forms", "ambiguous", "name", "company", "wikidata", "kind"), "")
    values |= {"id": "facebook", "forms": "فيسبوك", "source": "handmade", **cells}
    return [values[c] for c in ("id", "forms", "ambiguous", "name", "company", "wikidata", "kind", "source")]


def report(folder, runners=None):
    return [str(problem) for problem in check(folder, runners)]


def test_empty_lists_have_no_problem(folder):
    assert check(folder) == []


def test_good_entry_has_no_problem(folder):
    append(folder, "platforms.tsv", platform(wikidata="Q355", ambiguous="=فيس|X"))
    assert check(folder) == []


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"forms": "ﻋﺸﺮﺓ"}, "forms 'ﻋﺸﺮﺓ': presentation-form letters; write عشرة"),
        ({"forms": "فیسبوک"}, "forms 'فیسبوک': Persian letters; write فيسبوك"),
        ({"forms": "فيـسبوك"}, "forms 'فيـسبوك': tatweel; write فيسبوك"),
        ({"forms": "فَيسبوك"}, "forms 'فَيسبوك': diacritics; write فيسبوك"),
        ({"forms": "فيس\u200cبوك"}, "invisible control characters; write فيسبوك"),
        ({"forms": "فيسبوك\u200f"}, "invisible control characters; write فيسبوك"),
        ({"name": "Poke\u0301mon"}, "not NFC); write Pokémon"),
        ({"name": "Facebook "}, "name 'Facebook ': space at its edge; write 'Facebook'"),
        ({"forms": "فيسبوك| فايسبوك"}, "forms ' فايسبوك': needless space; write 'فايسبوك'"),
        ({"forms": "فيس  بوك"}, "forms 'فيس  بوك': needless space; write 'فيس بوك'"),
        ({"forms": "فيسبوك||فايسبوك"}, "empty form between two |"),
        ({"forms": "فيسبوك|="}, "empty form between two |"),
        ({"forms": ""}, "has no form in forms, ambiguous"),
        ({"source": ""}, "source is empty"),
        ({"id": ""}, "id is empty"),
        ({"id": "FaceBook"}, "id 'FaceBook': should be lower_snake_case ASCII"),
        ({"id": "فيسبوك"}, "id 'فيسبوك': should be lower_snake_case ASCII"),
        ({"wikidata": "355"}, "wikidata '355': should be Q and a number such as Q355, or empty"),
        ({"wikidata": "Q0355"}, "wikidata 'Q0355': should be Q and a number"),
    ],
)
def test_defect_of_a_cell_names_file_line_and_remedy(folder, cells, message):
    append(folder, "platforms.tsv", ["# a comment"], platform(**cells))
    (problem,) = report(folder)
    assert problem.startswith("platforms.tsv:3 ")
    assert message in problem


def test_wrong_country_is_named(folder):
    append(folder, "places.tsv", ["IQ", "country", "IRQ", "العراق", "عراقي", "Q796", "cldr47"])
    assert report(folder) == ["places.tsv:2 country 'IRQ': should be an ISO 3166 alpha-2 code such as IQ, or empty"]


@pytest.mark.parametrize("identifier", ["IQ", "IQ.basra", "SA.hafr_al_batin", "un_sc", "7or"])
def test_identifiers_of_places_may_begin_with_a_country(folder, identifier):
    append(folder, "places.tsv", [identifier, "city", "IQ", "بصرة", "", "", "handmade"])
    assert check(folder) == []


def test_missing_file_and_wrong_header_are_named(folder):
    (folder / "titles.tsv").unlink()
    (folder / "groups.tsv").write_text("form\tsource\n", encoding="utf-8")
    first, second = report(folder)
    assert first.startswith("groups.tsv:1 header ('form', 'source'): should be ('form', 'kind', 'source')")
    assert second == "titles.tsv:1 is missing"


def test_file_that_is_not_utf8_is_named(folder):
    (folder / "titles.tsv").write_bytes("form\tkind\tsource\nوزير\trole\ts\n".encode("cp1256"))
    (problem,) = report(folder)
    assert problem.startswith("titles.tsv:1 is not UTF-8")


def test_wrong_number_of_cells_is_named(folder):
    append(folder, "platforms.tsv", platform()[:5], platform())
    assert report(folder) == ["platforms.tsv:2 has 5 cells: should be 8"]


def test_repeated_id_names_the_first_line(folder):
    append(folder, "platforms.tsv", platform(), platform(forms="فايسبوك"))
    assert report(folder) == ["platforms.tsv:3 id 'facebook': is on line 2 already"]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("إنستا", "انستا", True),
        ("خدمة", "خدمه", True),
        ("=أبشر", "ابشر", True),
        ("=أبشر", "=أبشر", True),
        ("=أبشر", "=ابشر", False),
        ("أبشر", "أبشري", False),
    ],
)
def test_forms_of_two_entries_differ_after_folding(folder, one, other, clash):
    append(folder, "platforms.tsv", platform(forms=one), platform(id="other", ambiguous=other, forms=""))
    message = f"platforms.tsv:3 form {other!r}: is a form of 'facebook' on line 2 as well"
    assert report(folder) == ([message] if clash else [])


def test_spellings_of_one_entry_may_fold_together(folder):
    append(folder, "platforms.tsv", platform(forms="إنستغرام|انستغرام"))
    assert check(folder) == []


def test_noun_may_be_spelled_like_a_verb(folder):
    append(
        folder,
        "triggers.tsv",
        ["cut", "cut", "noun", "قطع", "", "", "cut", "handmade"],
        ["cut_v", "cut", "verb", "", "قطع", "يقطع", "cut", "handmade"],
    )
    assert check(folder) == []


@pytest.mark.parametrize(
    ("example", "counter_example", "messages"),
    [
        ("قال الوزير إن الشبكة عادت.", "يقع القالب في المخزن.", []),
        ("عادت الشبكة.", "سقط قالب.", ["example 'عادت الشبكة.': holds no form of 'قال'"]),
        ("قالت الشركة.", "وقالوا ذلك.", ["counter_example 'وقالوا ذلك.': holds a form of 'قال'"]),
        ("", "سقط قالب.", ["example is empty"]),
        ("قالت الشركة.", "", ["counter_example is empty"]),
    ],
)
def test_examples_are_tried(folder, example, counter_example, messages):
    append(
        folder,
        "reporting.tsv",
        ["قال", "say", "قال", "يقول", "قول", "قائلا", example, counter_example, "handmade"],
    )
    assert report(folder) == [f"reporting.tsv:2 {message}" for message in messages]


def test_list_outside_the_tables_is_checked_for_letters_and_sources(folder):
    (folder / "extra.tsv").write_text("form\tsource\nعـام\ts\nيوم\t\nشهر\n", encoding="utf-8")
    first, second, third = report(folder)
    assert first == "extra.tsv:2 form 'عـام': tatweel; write عام"
    assert second.startswith("extra.tsv:3 source is empty")
    assert third == "extra.tsv:4 has 1 cells: should be 2"


def write_rules(folder, *rules):
    text = "".join(RULE.format(**{"id": "a", "word": "قطع", "example": "قطع الخدمة", **rule}) for rule in rules)
    (folder / "events.toml").write_text(text, encoding="utf-8")


def test_good_rules_have_no_problem(folder):
    write_rules(folder, {"id": "cut.one"}, {"id": "cut.two"})
    assert check(folder) == []


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"id": ""}, "id is missing: every rule has id, example, counter_example, source"),
        ({"id": "Cut One"}, "id 'Cut One': should be lower-case words"),
        ({"example": " "}, "example is missing"),
        ({"word": "قطـع"}, "words 'قطـع': tatweel; write قطع"),
    ],
)
def test_defect_of_a_rule_names_file_and_line(folder, rule, message):
    write_rules(folder, {"id": "good"}, rule)
    (problem,) = report(folder)
    assert problem.startswith("events.toml:9 ")
    assert message in problem


def test_repeated_id_of_a_rule_is_named_once(folder):
    write_rules(folder, {}, {}, {})
    assert report(folder) == ["events.toml:9 id 'a': another rule of this file has it already"]


def test_broken_toml_names_its_line(folder):
    (folder / "events.toml").write_text('[[rule]]\nid = "a\n', encoding="utf-8")
    (problem,) = report(folder)
    assert problem.startswith("events.toml:2 is no TOML: ")


def test_runner_tries_example_and_counter_example(folder):
    write_rules(folder, {"id": "good"}, {"id": "bad", "word": "عاد"})

    def applies(rule, text):
        return any(word in text for word in rule["words"])

    assert report(folder, {"events.toml": applies}) == [
        "events.toml:9 counter_example 'عادت الخدمة': rule 'bad' applies",
        "events.toml:9 example 'قطع الخدمة': rule 'bad' does not apply",
    ]
    assert report(folder, {"cues.toml": applies}) == []


def test_problems_are_ordered_by_file_and_line(folder):
    append(folder, "platforms.tsv", platform(source=""), platform(id="b", forms="ب", source=""))
    append(folder, "objects.tsv", ["o", "c", "شبكة", "g", ""])
    places = [(problem.file, problem.line) for problem in check(folder)]
    assert places == [("objects.tsv", 2), ("platforms.tsv", 2), ("platforms.tsv", 3)]


def test_problem_reads_as_file_line_and_message():
    assert str(Problem("platforms.tsv", 41, "is wrong")) == "platforms.tsv:41 is wrong"


@pytest.mark.parametrize("value", ["", "فيسبوك", "Pokémon Go", "إي باي", "آب 2021", "أ.ف.ب"])
def test_plain_letters_have_no_fault(value):
    assert letter_fault(value) is None


def test_shipped_lexicon_has_no_problem():
    assert [str(problem) for problem in check(lexicon_dir())] == []


def test_copy_of_the_shipped_lexicon_with_a_defect_has_one_problem_more(tmp_path):
    for item in Path(str(lexicon_dir())).iterdir():
        if item.suffix in (".tsv", ".toml"):
            shutil.copy(item, tmp_path / item.name)
    before = len(check(tmp_path))
    append(tmp_path, "platforms.tsv", platform(id="facebook_again", forms="فايسبوك"))
    assert len(check(tmp_path)) == before + 1
