import pytest

from waqia.tagger.words import clean, stem, without_letter
from waqia.text.clitics import split_proclitics
from waqia.text.normalise import fold


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("وبغداد", 1),
        ("ببغداد", 1),
        ("للعراق", 2),
        ("وللعراق", 3),
        ("وبالعراق", 2),
        ("والعراق", 1),
        ("لمحمد", 1),
        ("واشنطن", 0),
        ("بغداد", 0),
        ("لبنان", 0),
        ("فرنسا", 0),
        ("كاليفورنيا", 0),
        ("كندا", 0),
        ("وليد", 0),
        ("بلال", 0),
        ("فيسبوك", 0),
        ("ود", 0),
    ],
)
def test_proclitics_before_a_name(word, letters):
    assert len("".join(split_proclitics(word).proclitics)) == letters


def test_words_are_clean_and_folded():
    assert clean("الإِنترنـت") == "الإنترنت"
    assert fold("الإنترنت") == "الانترنت"
    assert without_letter("وبغداد") == "بغداد"
    assert [stem(word) for word in ("والقاهره", "للعراق", "بغداد")] == ["قاهره", "عراق", "غداد"]
