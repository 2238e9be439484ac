from pathlib import Path

import pytest

from waqia.extraction.analysis import ActorMention
from waqia.extraction.extractors import actors, analyse


def actors_of(raw: str) -> list[ActorMention]:
    analysis = analyse(raw)
    actors(analysis)
    return analysis.actors


def texts(raw: str, kind: str) -> list[str]:
    return [mention.span.text for mention in actors_of(raw) if mention.type == kind]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("عاد التيار إلى العراق وسوريا.", ["العراق", "سوريا"]),
        ("انقطع الإنترنت ببغداد ولبنان.", ["بغداد", "لبنان"]),
        ("زار الوفد مدينة فلنسبورغ شمال ألمانيا.", ["فلنسبورغ", "ألمانيا"]),
        ("قال إن مدينة فلنسبورغ بلا تيار. وعاد التيار إلى فلنسبورغ ليلا.", ["فلنسبورغ", "فلنسبورغ"]),
        ("أغلق مطار بغداد الدولي فجرا.", ["مطار بغداد الدولي"]),
        ("تظاهر الآلاف في قطاع غزة.", ["قطاع غزة"]),
        ("انقطعت الشبكة في قرية صغيرة.", []),
        ("قرر البرلمان العراقي التأجيل.", []),
        ("حافظ الفريق دوما على هدوئه.", []),
    ],
)
def test_places_are_found_without_nisbas(raw, expected):
    assert texts(raw, "place") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("قال المتحدث باسم وزارة الداخلية خالد المحنا إن الخدمة عادت.", ["خالد المحنا"]),
        ("قال الدكتور مصطفى عزمت إن الخدمة عادت.", ["مصطفى عزمت"]),
        ("لجأ المحامي «كامليش فاسواني» إلى القضاء.", ["كامليش فاسواني"]),
        ("أضاف إبراهيم آل مرعي أن العطل كبير. وقال «آل مرعي» إنه مؤقت.", ["إبراهيم آل مرعي", "آل مرعي"]),
        ("زار محمد بن سلمان آل سعود الرياض.", ["محمد بن سلمان آل سعود"]),
        ("حكم الرئيس زين العابدين بن علي البلاد.", ["زين العابدين بن علي"]),
        ("حضر الحفل زياد الشيحة. وقال الشيحة إن الشبكة تعمل.", ["زياد الشيحة", "الشيحة"]),
        ("وقال بوين إن العطل انتهى.", ["بوين"]),
        ("قال وزير النقل التونسي، رفيق الهمامي، إن العطل انتهى.", ["رفيق الهمامي"]),
        ("قال وزير الدفاع الروسي، فجر الأحد، إن العطل انتهى.", []),
        ("اعتمد الفريق على خطة جديدة.", []),
        ("قال مسؤول إن الخدمة عادت.", []),
        ("بكى المريض وقال «الحمد لله» على السلامة.", []),
    ],
)
def test_persons_are_found_by_frame_and_given_name(raw, expected):
    assert texts(raw, "person") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("أعلنت وزارة الاتصالات العراقية عودة الخدمة.", ["وزارة الاتصالات العراقية"]),
        ("أعلنت وزارة التربية والتعليم تأجيل الامتحان.", ["وزارة التربية والتعليم"]),
        ("قالت هيئة الاتصالات في باكستان إنها تحقق.", ["هيئة الاتصالات"]),
        ("نفت شركة فيسبوك وجود اختراق.", ["شركة فيسبوك"]),
        ("قالت فيسبوك إن العطل انتهى.", ["فيسبوك"]),
        ("تعطلت التطبيقات التابعة لفيسبوك.", ["فيسبوك"]),
        ("تعطل فيسبوك ساعتين.", []),
        ("قررت الحكومة العراقية حجب التطبيق.", ["الحكومة العراقية"]),
        ("قررت الحكومة حجب التطبيق.", ["الحكومة"]),
        ("قالت الشركة إنها تحقق، وأكدت الوزارة ذلك.", []),
        ("نقلت قناة «الجزيرة» الخبر.", ["الجزيرة"]),
        ("تدعو الخطة إلى القضاء على الفقر.", []),
        ("تعطلت حركة المواصلات في المساء.", []),
    ],
)
def test_organizations_end_at_the_right_boundary(raw, expected):
    assert texts(raw, "organization") == expected


def test_country_inside_a_construct_is_its_own_mention():
    found = [(mention.type, mention.span.text) for mention in actors_of("رفضت حكومة الهند الطلب.")]
    assert found == [("organization", "حكومة الهند"), ("place", "الهند")]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("بحسب مراقبين فإن العطل كبير.", ["مراقبين"]),
        ("قالت مصادر مطلعة إن القطع قريب.", ["مصادر مطلعة"]),
        ("وقال متحدث باسم الشرطة إن العطل انتهى.", ["متحدث"]),
        ("أكد شهود عيان أن الكهرباء انقطعت.", ["شهود عيان"]),
        ("تنوعت مصادر الطاقة في البلاد.", []),
        ("قال الخبير الأمني خالد المحنا إن العطل كبير.", []),
    ],
)
def test_groups_only_where_they_take_part(raw, expected):
    assert texts(raw, "group") == expected


def test_title_becomes_role_and_shows_the_country():
    (person,) = [m for m in actors_of("يقول الأستاذ الجامعي العراقي علي أغوان إن العطل كبير.") if m.type == "person"]
    assert person.span.text == "علي أغوان"
    assert person.role is not None
    assert person.role.text == "الأستاذ الجامعي العراقي"
    assert person.country == "IQ"


def test_verb_that_is_also_a_title_stays_out_of_the_role():
    (person,) = [m for m in actors_of("طالب الخبير الأمني إبراهيم الحميدان بحجب الموقع.") if m.type == "person"]
    assert person.role is not None
    assert person.role.text == "الخبير الأمني"


def test_role_behind_the_name_is_read():
    (person,) = [m for m in actors_of("حضر زياد الشيحة، الرئيس التنفيذي للشركة، الحفل.") if m.type == "person"]
    assert person.role is not None
    assert person.role.text.startswith("الرئيس التنفيذي")


def test_preposition_spelled_without_maqsura_is_no_name():
    raw = "وقع علي الاتفاق الوزير علي عجل، واطلع علي النتائج علي الفور."
    assert texts(raw, "person") == []


def test_seed_persons_places_and_organizations():
    seeds = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
    raw = seeds[0].read_text(encoding="utf-8")
    assert texts(raw, "person") == ["علي أغوان", "أغوان", "أغوان"]
    assert texts(raw, "place") == ["بغداد", "العراق", "بلاد الرافدين", "العراق"]
    assert texts(raw, "organization") == ["إيلاف", "سكاي نيوز عربية", "سكاي نيوز عربية", "سكاي نيوز عربية"]


@pytest.mark.parametrize(
    "raw", ["", " ", "\n\n", "،،،", "قال", "وزارة", "مدينة", "«", "علي", "د.", "المتحدث باسم", "BBC -"]
)
def test_fragments_never_fail_and_spans_hold(raw):
    for mention in actors_of(raw):
        assert raw[mention.span.start : mention.span.end] == mention.span.text
