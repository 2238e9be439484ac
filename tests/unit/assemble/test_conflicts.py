"""Two holders who contradict each other on one event: both claims stay, and each names the other."""

import pytest

import waqia
from waqia.assemble.conflicts import with_conflicts
from waqia.records import Claim, Span


def claim(number, kind, holder, status="attributed", event="e1"):
    span = Span(number, number + 1, "x")
    return Claim(id=f"c{number}", type=kind, status=status, span=span, holder=holder, event=event, confidence=0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(1, "cause", "a1"), claim(2, "cause", "a2")),
        (claim(1, "responsibility", "a1"), claim(2, "responsibility", "a2")),
        (claim(1, "shutdown_rumour", "a1", "rumoured"), claim(2, "denial", "a2")),
        (claim(1, "responsibility", None, "asserted"), claim(2, "responsibility", "a2", "denied")),
    ],
)
def test_conflicting_claims_name_each_other(one, other):
    found = with_conflicts([one, other])
    assert [item.conflicts for item in found] == [("c2",), ("c1",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(1, "cause", "a1"), claim(2, "cause", "a1")),
        (claim(1, "cause", "a1"), claim(2, "cause", "a2", event="e2")),
        (claim(1, "cause", None, "asserted"), claim(2, "cause", "a2")),
        (claim(1, "impact", "a1"), claim(2, "denial", "a2")),
        (claim(1, "denial", "a1"), claim(2, "denial", "a2")),
    ],
)
def test_claims_that_may_both_be_true_do_not_conflict(one, other):
    assert [item.conflicts for item in with_conflicts([one, other])] == [(), ()]


def test_record_says_that_two_causes_conflict():
    text = (
        "انقطع التيار الكهربائي عن الجسر مساء أمس. وقالت مؤسسة الجسر إن انقطاع التيار الكهربائي يعود إلى خلل في "
        "المغذي الرئيسي. وقالت شركة الكهرباء إن انقطاع التيار الكهربائي يعود إلى عطل في الشبكة الداخلية للجسر."
    )
    causes = [item for item in waqia.extract_one(text, actors="none").claims if item.type == "cause"]
    assert len(causes) == 2
    assert causes[0].conflicts == (causes[1].id,)
    assert causes[1].conflicts == (causes[0].id,)
