"""What the article itself establishes: companies behind platforms and common words, unlisted places, glosses."""

import pytest

from waqia.extraction.extractors import actors, analyse


def named(raw: str) -> list[tuple[str, str]]:
    analysis = analyse(raw)
    actors(analysis)
    return [(mention.span.text, mention.type) for mention in analysis.actors if mention.type != "group"]


@pytest.mark.parametrize(
    ("raw", "times"),
    [
        ("قال مسؤول في فيسبوك إن العطل انتهى.", 1),
        ("نفت مذكرة داخلية لفيسبوك وقوع اختراق.", 1),
        ("خرج موظفو فيسبوك من المبنى.", 1),
        ("حظرت فيسبوك حسابات كثيرة.", 1),
        ("نشر الخبر على فيسبوك مساء.", 0),
        ("تعطل فيسبوك ساعتين.", 0),
        ("عادت شبكتها فيسبوك إلى العمل.", 0),
    ],
)
def test_platform_is_a_company_only_where_somebody_belongs_to_it(raw, times):
    assert named(raw).count(("فيسبوك", "organization")) == times


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("شكا عملاء اتصالات من العطل. وأضافوا أن اتصالات لم ترد.", ["اتصالات", "اتصالات"]),
        ("أجرى الوزير اتصالات مع نظرائه. وتضررت خدمات اتصالات كثيرة.", []),
        ("شكا عملاء اتصالات من العطل. وأجرى الوزير اتصالات مع نظرائه.", ["اتصالات"]),
        ("شكا عملاء اتصالات من تعطل خدمات اتصالات دولية.", ["اتصالات"]),
    ],
)
def test_operator_with_a_common_word_as_name_needs_customers_or_a_head(raw, expected):
    assert [text for text, kind in named(raw) if kind == "organization"] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("وصل التيار إلى قرى الصفراء والنجيلات وسيدي مروان.", ["الصفراء", "النجيلات", "سيدي مروان"]),
        ("غمرت المياه بيروت وشقيراء ودمشق.", ["بيروت", "شقيراء", "دمشق"]),
        ("عاد التيار إلى شقيراء شمال العراق.", ["شقيراء", "العراق"]),
        ("شكا أهالي مركز شقيراء من العطل. وقال خالد إن شقيراء مظلمة.", ["شقيراء", "شقيراء"]),
        ("انقطعت الكهرباء عن قرى نائية ومناطق واسعة.", []),
        ("جرى إحياء حفل ساهر في القاعة.", []),
        ("أغلق شارع محمد الخامس ساعة.", ["شارع محمد الخامس"]),
    ],
)
def test_unlisted_places_are_shown_by_lists_heads_and_directions(raw, expected):
    assert [text for text, kind in named(raw) if kind == "place"] == expected


def test_established_place_is_no_part_of_a_name():
    found = named("عاد التيار إلى قرية شقيراء. وقال محافظ شقيراء محمد بن سالم الغامدي إن شقيراء آمنة.")
    assert ("محمد بن سالم الغامدي", "person") in found
    assert found.count(("شقيراء", "place")) == 3


def test_gloss_in_brackets_takes_the_type_of_the_name_before():
    found = named('قالت شركة "تيلوفا" (Telova) إنها تعمل. وأضافت تيلوفا أن الخلل انتهى.')
    assert found == [("تيلوفا", "organization"), ("Telova", "organization"), ("تيلوفا", "organization")]


@pytest.mark.parametrize(
    "raw",
    [
        "وتقول تيلوفا إن الخلل انتهى.",
        "شكرا لصبركم.",
        "رفضت شركة الشحن الطلب.",
        "سألت شرطة البلاد الشهود.",
        "اشترى الناس أجهزة كثيرة من متجر قريب.",
    ],
)
def test_generic_words_and_single_unknown_words_are_no_actors(raw):
    assert named(raw) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("حضر مدير الفرع سالم بن محمد الشهري.", "سالم بن محمد الشهري"),
        ("شكا خالد العتيبي استدار قليلا.", "خالد العتيبي"),
        ("العطل طويل بحسب غاري سيلفن، مدير المعهد.", "غاري سيلفن"),
    ],
)
def test_persons_end_where_their_name_ends(raw, expected):
    assert [text for text, kind in named(raw) if kind == "person"] == [expected]
