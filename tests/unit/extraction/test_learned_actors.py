"""Names that a tagger proposes: what rules mend, and which reading stands where both have one."""

import pytest

import waqia
from waqia.extraction.extractors import analyse, run_extractors
from waqia.tagger.choices import Guess


class Stub:
    """A tagger that knows some words."""

    name = "stub"

    def __init__(self, **labels):
        self.labels = labels

    def tag_all(self, sentences):
        found = [[self.labels.get(word, "O") for word in words] for words in sentences]
        return [Guess(labels, [0.9] * len(labels)) for labels in found]


def actors(text, **labels):
    analysis = analyse(text)
    analysis.tagger, analysis.everywhere = Stub(**labels), True
    return [(item.span.text, item.type, item.rules[0]) for item in run_extractors(analysis).actors]


MODEL = "actors.model.stub"


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("زار زنديق وبرشخان", {"زنديق": "B-PER", "وبرشخان": "B-LOC"}, [("زنديق", "person"), ("برشخان", "place")]),
        ("عرض «زنديق» أمس", {"«": "B-ORG", "زنديق": "I-ORG", "»": "I-ORG"}, [("زنديق", "organization")]),
        ("وصل للبرشخان", {"للبرشخان": "B-LOC"}, [("برشخان", "place")]),
    ],
)
def test_span_is_mended(text, labels, expected):
    assert [(name, kind) for name, kind, rule in actors(text, **labels) if rule == MODEL] == expected


def test_title_is_left_out_of_a_person():
    found = actors("التقى الوزير زنديق الوفد", الوزير="B-PER", زنديق="I-PER")
    assert [(name, kind) for name, kind, _ in found if kind == "person"] == [("زنديق", "person")]


def test_rule_with_the_same_words_keeps_what_it_knows():
    found = actors("قال وزير الخارجية العراقي فؤاد حسين", فؤاد="B-PER", حسين="I-PER")
    (person,) = (item for item in found if item[1] == "person")
    assert person[0] == "فؤاد حسين"
    assert person[2] != MODEL


def test_listed_name_stands_against_another_reading():
    assert ("بغداد", "place") in [(name, kind) for name, kind, _ in actors("سافر إلى بغداد", بغداد="B-ORG")]


def test_place_that_rules_found_stands_against_a_longer_place_or_a_person():
    text = "عاد التيار إلى قرية شقيراء أمس"
    longer = actors(text, قرية="B-LOC", شقيراء="I-LOC")
    person = actors(text, شقيراء="B-PER")
    assert [(name, kind) for name, kind, _ in longer] == [("شقيراء", "place")]
    assert [(name, kind) for name, kind, _ in person] == [("شقيراء", "place")]


def test_one_common_word_is_no_place_of_a_tagger():
    assert actors("ترك عنوان البريد أمس", البريد="B-LOC") == []


def test_head_without_a_name_is_no_institution_of_a_tagger():
    assert actors("أصدرت بلدية بيانا أمس", بلدية="B-ORG") == []
    assert [kind for _, kind, _ in actors("فاز الهلال أمس", الهلال="B-ORG")] == ["organization"]


def test_given_name_that_is_a_title_too_stays_in_the_name():
    found = actors("التقى سلطان زنديق الوفد", سلطان="B-PER", زنديق="I-PER")
    assert ("سلطان زنديق", "person") in [(name, kind) for name, kind, _ in found]


def test_tagger_reads_only_articles_with_an_event():
    def rules(text):
        analysis = analyse(text)
        analysis.tagger = Stub(زنديق="B-PER")
        return [item.rules[0] for item in run_extractors(analysis).actors if item.span.text == "زنديق"]

    assert rules("زار زنديق الحديقة.") == []
    assert rules("زار زنديق الحديقة. انقطع الإنترنت أمس.") == [MODEL]


def test_service_is_no_organization_of_a_tagger():
    assert actors("تعطل فيسبوك أمس", فيسبوك="B-ORG") == []


def test_provenance_names_the_tagger_only_where_it_read_the_article():
    read, unread = (
        waqia.extract_one({"id": "x", "text": text}, actors="fast")
        for text in ("انقطع الإنترنت في بغداد أمس.", "زار زنديق الحديقة.")
    )
    assert list(read.provenance.models) == ["actors-fast"]
    assert unread.provenance.models == {}
