import doctest

import pytest

from waqia.lexicon import clitics, inflect, letters
from waqia.lexicon.inflect import past_forms, present_forms


@pytest.mark.parametrize("module", [clitics, inflect, letters])
def test_examples_in_docstrings_hold(module):
    result = doctest.testmod(module)
    assert result.failed == 0
    assert result.attempted > 0


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("أعلن", {"أعلن", "أعلنت", "أعلنوا", "أعلنا", "أعلنتا"}),
        ("نفى", {"نفى", "نفت", "نفوا", "نفينا"}),
        ("دعا", {"دعا", "دعت", "دعوا", "دعونا"}),
        ("خشي", {"خشي", "خشيت", "خشوا", "خشيا"}),
        ("بدأ", {"بدأ", "بدأت", "بدأوا"}),
    ],
)
def test_past_has_the_persons_of_news(stem, expected):
    assert expected <= set(past_forms(stem))


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("يقول", {"يقول", "تقول", "نقول", "يقولون", "يقولوا", "يقولان"}),
        ("ينفي", {"ينفي", "تنفي", "ينفون", "ينفيان"}),
        ("يدعو", {"يدعو", "تدعو", "يدعون", "يدعوان"}),
        ("يتلقى", {"يتلقى", "تتلقى", "يتلقون", "يتلقيان", "يتلقين"}),
    ],
)
def test_present_has_the_persons_of_news(stem, expected):
    assert expected <= set(present_forms(stem))


def test_weak_endings_leave_no_impossible_spelling():
    assert not {form for form in past_forms("نفى") if form.startswith("نفىت") or form.endswith("ىوا")}
    assert not {form for form in present_forms("يدعو") if "وون" in form}
