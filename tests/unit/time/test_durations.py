import json
from datetime import date
from pathlib import Path

import pytest

from waqia.records import Timex3
from waqia.text.document import read
from waqia.time import durations, tag

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.mark.parametrize(
    ("text", "span", "start"),
    [
        ("لست ساعات", "ست ساعات", 1),
        ("وساعتين", "ساعتين", 1),
        ("بـ8 ساعات", "8 ساعات", 2),
        ("ولأكثر من 3 أيام", "أكثر من 3 أيام", 2),
        ("لساعات طويلة", "ساعات طويلة", 1),
        ("بأيام قليلة", "أيام قليلة", 1),
        ("بعدة أشهر", "عدة أشهر", 1),
        ("لمدّة أربع ساعاتٍ", "أربع ساعاتٍ", 6),
        ("لمدة ١٢ ساعة", "١٢ ساعة", 5),
        ("خلال 12ساعة", "12ساعة", 5),
    ],
)
def test_span_leaves_out_what_stands_before(text, span, start):
    (found,) = durations(text)
    assert (found.text, found.start) == (span, start)


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("أكثر من 12 ساعة", "PT12H", "MORE_THAN"),
        ("أقل من 5 دقائق", "PT5M", "LESS_THAN"),
        ("نحو شهرين", "P2M", "APPROX"),
        ("ما لا يقل عن يومين", "P2D", "EQUAL_OR_MORE"),
        ("ما يصل إلى عشرين سنة", "P20Y", "EQUAL_OR_LESS"),
        ("سنة وثلاثة أشهر", "P1Y3M", None),
        ("يومين و3 ساعات", "P2DT3H", None),
        ("ثلاثة عقود من الزمن", "P30Y", None),
        ("منذ قرن", "P100Y", None),
        ("بضع ساعات", "PTXH", None),
        ("أسابيع طويلة", "PXW", None),
        ("بين 6 و7 ساعات", "PT6H/PT7H", None),
    ],
)
def test_timex3_follows_the_words(text, value, mod):
    (found,) = durations(text)
    assert found.timex3 == Timex3(value, mod)


@pytest.mark.parametrize(
    ("text", "approximate", "vague"),
    [
        ("حوالي 6 ساعات", True, False),
        ("خمس سنوات تقريبا", True, False),
        ("زهاء ساعة", True, False),
        ("ما يقارب أسبوعين", True, False),
        ("6 ساعات", False, False),
        ("بضعة أيام", False, True),
        ("سنوات طويلة", False, True),
    ],
)
def test_flags_say_approximate_and_vague(text, approximate, vague):
    (found,) = durations(text)
    assert (found.approximate, found.vague) == (approximate, vague)


def test_two_durations_of_one_sentence_stay_apart():
    found = durations("تعطلت ساعتين ثم عادت بعد ثلاثة أيام")
    assert [item.text for item in found] == ["ساعتين", "ثلاثة أيام"]


def test_longer_reading_stands_where_date_and_duration_meet():
    found = tag("خلال العامين ونصف العام الماضيين", date(2021, 10, 6))
    assert [item.text for item in found.durations] == ["العامين ونصف العام الماضيين"]
    assert found.dates == []


def test_a_read_text_gives_the_same_as_its_raw_string():
    raw = "منذ ثلاثة أيام، وبعد أكثر من 12 ساعة"
    assert durations(read(raw)) == durations(raw)


def test_seed_article_has_its_durations_and_dates():
    record = json.loads((SEEDS / "000_bdbe3284323f89d4.record.jsonl").read_text(encoding="utf-8"))
    found = tag(record["article"]["text"])
    assert [
        (item.start, item.end, item.min_seconds, item.max_seconds, item.approximate, item.vague)
        for item in found.durations
    ] == [
        (
            item["span"]["start"],
            item["span"]["end"],
            item["min_seconds"],
            item["max_seconds"],
            item["approximate"],
            item["vague"],
        )
        for item in record["durations"]
    ]
    assert [(item.start, item.end, item.value) for item in found.dates] == [
        (item["span"]["start"], item["span"]["end"], item["value"]) for item in record["dates"]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ظل المصنع متوقفا طيلة السنة", [("السنة", 31536000)]),
        ("بقي طوال العام 2019 هناك", []),
        ("الحبس بين 3 أيام وشهر", [("بين 3 أيام وشهر", 259200)]),
        ("استغرق يومين وشهرا واحدا", [("يومين وشهرا واحدا", 2764800)]),
        ("أسبوعان، يومان و5 ساعات", [("أسبوعان، يومان و5 ساعات", 1400400)]),
        ("انتظر سنتين، 3 أشهر", [("سنتين", 63072000), ("3 أشهر", 7776000)]),
        (",شهران,", [("شهران", 5184000)]),
        ("3 أشهر وسنة", [("3 أشهر وسنة", 39312000)]),
        ("غرامة وحبس 3 أشهر وسنة نافذة", [("3 أشهر", 7776000)]),
        ("سنتين وشهر ونصف سنة", [("سنتين وشهر ونصف سنة", 81432000)]),
        ("تأخر خمس الساعة", [("خمس الساعة", 720)]),
        ("خلال خمس السنوات الماضية", [("خمس السنوات الماضية", 157680000)]),
        ("سجن الأول 12 سنة والثاني ب9 سنوات", [("12 سنة", 378432000), ("9 سنوات", 283824000)]),
        ("بعد جلسة استمرت يومين هذا الشهر", [("يومين", 172800)]),
        ("خلال يومي العيد", []),
        ("لمدة موسمين", [("موسمين", 63072000)]),
        ("منذ موسمين", []),
        ("تلت تيام", [("تلت تيام", 259200)]),
    ],
)
def test_amounts_are_joined_only_where_the_words_join_them(text, expected):
    assert [(found.text, found.min_seconds) for found in durations(text)] == expected
