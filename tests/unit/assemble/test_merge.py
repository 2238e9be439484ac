"""One event per real-world event: what belongs together and what does not."""

from datetime import date

import pytest

import waqia
from waqia.assemble.merge import merge_events
from waqia.extraction.extractors import analyse, run_extractors


def groups(text, reference=None):
    analysis = analyse(text)
    analysis.reference = reference
    run_extractors(analysis)
    return [group for group in merge_events(analysis.events, reference) if group.type != "election"]


ONE = [
    "تعطل فيسبوك مساء أمس. وأثار العطل غضب المستخدمين، واستمر الانقطاع ساعتين.",
    "تعطل فيسبوك مساء أمس، ثم تعطل واتساب بعده بدقائق.",
    "قطعت السلطات الإنترنت عن الإقليم. وقال أحمد المرسومي إن الإنترنت انقطع فجرا.",
    "حجبت الهيئة تلغرام. وقالت منظمة العفو الدولية إن حجب تلغرام ينتهك القانون.",
]


@pytest.mark.parametrize("text", ONE)
def test_merge_one_event(text):
    assert len(groups(text)) == 1


TWO = [
    ("تعطل فيسبوك مساء أمس، وتعطل تويتر هذا الصباح.", {"actual"}),
    ("تعطل فيسبوك أمس، ويخشى المستخدمون تكرار أعطال مشابهة.", {"actual", "feared"}),
    ("انقطعت الكهرباء عن الحي، وانقطعت خدمة الإنترنت عن القرية.", {"actual"}),
    ("قطعت السلطات الإنترنت أمس، ونفت قطع التيار الكهربائي.", {"actual", "denied"}),
]


@pytest.mark.parametrize(("text", "realis"), TWO)
def test_merge_two_events(text, realis):
    found = groups(text)
    assert len(found) == 2
    assert {group.realis for group in found} == realis


def test_merge_old_event_is_past():
    text = "تعطل فيسبوك مساء أمس. وفي عام 2019 تعطل فيسبوك يوما كاملا."
    found = groups(text, date(2021, 10, 5))
    assert [group.realis for group in found] == ["actual", "past"]


def test_merge_future_date_is_planned():
    text = "أعلنت شركة الكهرباء عن انقطاع التيار الكهربائي يوم 10 أكتوبر 2021."
    assert [group.realis for group in groups(text, date(2021, 10, 5))] == ["planned"]


def test_merge_bare_definite_noun_without_event_is_dropped():
    assert groups("أصلح الفني العطل في السيارة.") == []


def test_merge_restoration_takes_what_was_restored():
    outage, restoration = groups("انقطع الإنترنت عن بغداد ساعتين، ثم عادت الخدمة تدريجيا.")
    assert restoration.type == "restoration"
    assert [item.platform for item in restoration.platforms] == ["internet"]
    assert [item.platform for item in outage.platforms] == ["internet"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("تعطل واتساب أمس. وتعمل الشركة على إعادة خدمة واتساب.", "planned"),
        ('تعطل واتساب أمس. وتعمل الشركة على إعادة خدمة واتساب. وقال سامي الجبوري: "عادت خدمة واتساب".', "reported"),
    ],
)
def test_merge_effort_to_restore_is_planned_until_it_succeeds(text, realis):
    assert [group.realis for group in groups(text) if group.type == "restoration"] == [realis]


def test_record_has_the_network_of_a_mention_that_refers_back():
    """A bare noun beside a network joined an event that did not name it, and its platform was missing."""
    text = "انقطع الإنترنت عن المدينة. وشمل العطل خدمات الهاتف أيضا، وطال الانقطاع خدمات الاتصالات."
    record = waqia.extract_one({"id": "x", "text": text})
    known = {platform.id for platform in record.platforms}
    assert all(set(event.platforms) <= known for event in record.events)


def test_record_event_ends_where_the_text_says_until():
    text = "قطعت السلطات الإنترنت عن الإقليم من 3 أكتوبر 2021 حتى 6 أكتوبر 2021."
    record = waqia.extract_one({"id": "x", "text": text, "published_at": "2021-10-08"})
    assert [(event.start, event.end) for event in record.events] == [("2021-10-03", "2021-10-06")]
