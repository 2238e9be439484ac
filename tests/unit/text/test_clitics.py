from pathlib import Path

import pytest

from waqia.text.clitics import split_proclitics
from waqia.text.tokens import abbreviations

GOLD = [
    (word, tuple(filter(None, cell.split("+"))))
    for word, cell in (
        line.split("\t")
        for line in (Path(__file__).parent / "clitics_gold.tsv").read_text(encoding="utf-8").splitlines()[1:]
    )
]
FLOOR = 0.99


def test_accuracy_on_hand_labelled_words():
    assert len(GOLD) >= 300
    wrong = [word for word, proclitics in GOLD if split_proclitics(word).proclitics != proclitics]
    assert 1 - len(wrong) / len(GOLD) >= FLOOR, wrong


@pytest.mark.parametrize("word", [word for word, _ in GOLD])
def test_segments_spell_the_word(word):
    proclitics, stem = split_proclitics(word)
    assert "".join(proclitics) + stem == word
    assert stem


@pytest.mark.parametrize(
    ("word", "proclitics", "stem"),
    [
        ("للإنترنت", ("ل", "ل"), "إنترنت"),
        ("للجنة", ("ل",), "لجنة"),
        ("للاعبين", ("ل",), "لاعبين"),
        ("وللمرة", ("و", "ل", "ل"), "مرة"),
        ("وسيقطعونها", ("و", "س"), "يقطعونها"),
        ("فسيحجب", ("ف", "س"), "يحجب"),
        ("وبالعراق", ("و", "ب"), "العراق"),
        ("كواتس", ("ك",), "واتس"),
        ("ولائنا", (), "ولائنا"),
        ("بيوتكم", (), "بيوتكم"),
        ("وكتبهم", ("و",), "كتبهم"),
        ("لمساعدتي", ("ل",), "مساعدتي"),
        ("باليونيسكو", ("ب",), "اليونيسكو"),
        ("باليرمو", (), "باليرمو"),
    ],
)
def test_cut_falls_where_the_word_begins(word, proclitics, stem):
    assert split_proclitics(word) == (proclitics, stem)


@pytest.mark.parametrize(
    "word", ["", "و", "ف", "لل", "وو", "بال", "س", "وب", "ولل", "كال", "ووو", "للل", "abc", "12", "وA"]
)
def test_short_or_foreign_words_do_not_fail(word):
    proclitics, stem = split_proclitics(word)
    assert "".join(proclitics) + stem == word
    assert stem or not word


@pytest.mark.parametrize("letter", "وفبكلس")
def test_long_runs_of_one_letter_do_not_fail(letter):
    proclitics, stem = split_proclitics(letter * 5000)
    assert "".join(proclitics) + stem == letter * 5000


def test_abbreviations_are_classed():
    assert {
        kind: bool(abbreviations(kind)) for kind in ("title", "agency", "dotted", "letter", "latin")
    } == dict.fromkeys(("title", "agency", "dotted", "letter", "latin"), True)
    assert all(len(letter) == 1 for letter in abbreviations("title"))
