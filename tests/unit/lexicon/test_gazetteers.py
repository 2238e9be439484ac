"""The gazetteers and name lists: what must be in them, and what they must not find."""

from functools import cache

import pytest

from waqia.lexicon.load import Entry, lexicon, lexicon_dir
from waqia.lexicon.match import Matcher
from waqia.text.document import read
from waqia.text.normalise import fold

CATEGORIES = frozenset({"place", "outlet", "organization", "org_head", "title", "group_head", "given_name"})
ARAB_CAPITALS = {
    "AE": "أبوظبي", "BH": "المنامة", "DJ": "مدينة جيبوتي", "DZ": "الجزائر العاصمة", "EG": "القاهرة",
    "IQ": "بغداد", "JO": "عمان", "KM": "موروني", "KW": "الكويت العاصمة", "LB": "بيروت", "LY": "طرابلس",
    "MA": "الرباط", "MR": "نواكشوط", "OM": "مدينة مسقط", "PS": "القدس", "QA": "الدوحة", "SA": "الرياض",
    "SD": "الخرطوم", "SO": "مقديشو", "SY": "دمشق", "TN": "تونس العاصمة", "YE": "صنعاء",
}  # fmt: skip


@cache
def gazetteer() -> Matcher:
    return Matcher([form for form in lexicon().forms if form.entry.category in CATEGORIES])


def entries(category: str) -> tuple[Entry, ...]:
    return lexicon().by_category[category]


def cells(entry: Entry, column: str) -> list[str]:
    return [form.removeprefix("=") for form in entry.values[column].split("|") if form]


def found(text: str, category: str) -> list[tuple[str, str]]:
    """Return (entry key, raw text) of the hits of one category."""
    hits = gazetteer().find(read(text))
    return [(hit.entry.key, text[hit.start : hit.end]) for hit in hits if hit.category == category]


@pytest.mark.parametrize("code", sorted(ARAB_CAPITALS))
def test_arab_league_country_has_nisba_and_capital(code: str) -> None:
    country = next(entry for entry in entries("place") if entry.key == code)
    capital = fold(ARAB_CAPITALS[code])
    assert country.values["kind"] == "country"
    assert country.values["nisba"] or code == "KM"  # قمري means lunar
    assert any(capital in map(fold, cells(entry, "forms")) for entry in entries("place") if entry != country)


def test_places_hold_every_iso_country() -> None:
    countries = [entry for entry in entries("place") if entry.values["kind"] == "country"]
    assert len(countries) == 250  # 249 ISO 3166-1 codes and Kosovo
    assert all(entry.key == entry.values["country"] for entry in countries)


@pytest.mark.parametrize("category", ["place", "outlet", "organization"])
def test_country_column_names_a_country_of_places(category: str) -> None:
    codes = {entry.key for entry in entries("place") if entry.values["kind"] == "country"}
    assert {entry.values["country"] for entry in entries(category)} <= codes | {""}


@pytest.mark.parametrize("category", ["outlet", "organization"])
def test_ambiguous_forms_are_not_among_the_certain_ones(category: str) -> None:
    certain = {fold(form) for entry in entries(category) for form in cells(entry, "forms")}
    doubtful = {fold(form) for entry in entries(category) for form in cells(entry, "ambiguous")}
    assert doubtful
    assert not certain & doubtful


@pytest.mark.parametrize(
    ("category", "least"),
    [("place", 1500), ("outlet", 400), ("organization", 600), ("org_head", 200), ("title", 400),
     ("group_head", 400), ("given_name", 3000)],
)  # fmt: skip
def test_list_has_not_shrunk(category: str, least: int) -> None:
    assert len(entries(category)) >= least


def test_given_names_stay_small() -> None:
    assert len((lexicon_dir() / "given_names.tsv").read_bytes()) < 200_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الوفد بغداد والبصرة ثم عاد إلى النجف.",
         [("IQ.baghdad", "بغداد"), ("IQ.basra", "البصرة"), ("IQ.najaf", "النجف")]),
        ("انقطع التيار للعراق وبالأردن.", [("IQ", "عراق"), ("JO", "الأردن")]),
        ("وصلت سفينة إلى جدة.", [("SA.jeddah", "جدة")]),
        ("روى الطفل حكاية جده.", []),
        ("سمع الناس الخبر في المدينة.", []),
        ("تضررت مدينة الخبر من السيول.", [("SA.khobar", "مدينة الخبر")]),
        ("انقطع كابل بحري قرب الشاطئ.", []),
        ("أعلنت كابول موقفها.", [("AF.kabul", "كابول")]),
        ("حصل البنك على دعم مالي كبير.", []),
        ("نفى المسؤول صدور القرار من باماكو.", [("ML.bamako", "باماكو")]),
        ("رفع اللاعب يده اليمنى.", []),
        ("قال مصدر يمني إن الخدمة عادت.", [("YE", "يمني")]),
        ("اتخذت الحكومة التركية القرار.", [("TR", "التركية")]),
        ("التقى الأمير تركي ضيوفه.", []),
        ("تغطي الشبكة قطاع غزة والضفة الغربية.",
         [("PS.gaza_strip", "قطاع غزة"), ("PS.west_bank", "الضفة الغربية")]),
        ("جرت الانتخابات في إقليم كردستان العراق.", [("IQ.kurdistan", "إقليم كردستان العراق")]),
        ("هاجم المتظاهرون القنابل المسيلة للدموع.", []),
        ("عاد إلى مسقط رأسه.", []),
        ("الاقتصاد الكوري الجنوبي ينمو.", [("KR", "الكوري الجنوبي")]),
        ("اجتمع وزراء الولايات المتحدة الأمريكية والمملكة المتحدة.",
         [("US", "الولايات المتحدة الأمريكية"), ("GB", "المملكة المتحدة")]),
        ("أخلى السكان جنوب السودان.", [("SS", "جنوب السودان")]),
        ("غادر ابناء بلاد الرافدين.", [("IQ", "بلاد الرافدين")]),
    ],
)  # fmt: skip
def test_places_in_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نقلت رويترز عن المسؤول.", [("reuters", "رويترز")]),
        ("وبحسب وكالة فرانس برس فقد عادت الخدمة.", [("afp", "وكالة فرانس برس")]),
        ("قالت سكاي نيوز عربية إن الخدمة عادت.", [("sky_news_arabia", "سكاي نيوز عربية")]),
        ("نشرت نيويورك تايمز تقريرا.", [("nytimes", "نيويورك تايمز")]),
        ("كتبت صحيفة الخليج الإماراتية.", [("al_khaleej", "صحيفة الخليج")]),
        ("تحدث لموقع BBC أمس.", [("bbc", "BBC")]),
        ("(د. ب. أ)", [("dpa", "د. ب. أ")]),
    ],
)
def test_outlets_in_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "outlet") == expected


@pytest.mark.parametrize("text", ["هبت الرياح على الجزيرة.", "تحدث عن الحياة والوطن.", "يعود السكان اليوم."])
def test_common_words_are_only_ambiguous_outlets(text: str) -> None:
    hits = [hit for hit in gazetteer().find(read(text)) if hit.category == "outlet"]
    assert hits
    assert {hit.form.column for hit in hits} == {"ambiguous"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دعت الأمم المتحدة ومجلس الأمن إلى الهدوء.", [("un", "الأمم المتحدة"), ("un_sc", "مجلس الأمن")]),
        ("رصدت منظمة نت بلوكس الانقطاع.", [("netblocks", "منظمة نت بلوكس")]),
        ("قال حلف شمال الأطلسي.", [("nato", "حلف شمال الأطلسي")]),
        ("اشتكى عملاء شركة الاتصالات السعودية.", [("stc", "شركة الاتصالات السعودية")]),
        ("هاجم الحوثيون ميناء.", [("houthis", "الحوثيون")]),
        ("زار البنتاغون وفد من مايكروسوفت.", [("pentagon", "البنتاغون"), ("microsoft", "مايكروسوفت")]),
        ("لم يكن الوقت كاف.", []),
        ("فاز ريال مدريد على مانشستر سيتي.", [("real_madrid", "ريال مدريد"), ("man_city", "مانشستر سيتي")]),
    ],
)
def test_organizations_in_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "organization") == expected


@pytest.mark.parametrize("word", ["فتح", "النصر", "الأهلي", "اتصالات", "زين", "القاعدة", "برشلونة"])
def test_common_words_are_only_ambiguous_organizations(word: str) -> None:
    hits = [hit for hit in gazetteer().find(read(word)) if hit.category == "organization"]
    assert [hit.form.column for hit in hits] == ["ambiguous"]


@pytest.mark.parametrize("name", ["علي", "محمد", "فاطمة", "عبد الرحمن", "عبدالرحمن", "ديفيد", "ليلى", "إيلون"])
def test_given_names_are_found(name: str) -> None:
    assert [span for _, span in found(f"حضر {name} أمس", "given_name")] == [name]


@pytest.mark.parametrize("word", ["على", "سلام", "صباح", "بيان", "كبرى", "لدينا", "إقبال", "رفعت", "الزعيم", "منتصر"])
def test_common_words_are_no_given_names(word: str) -> None:
    assert found(f"حضر {word} أمس", "given_name") == []


@pytest.mark.parametrize(
    ("text", "category", "expected"),
    [
        ("قال المتحدث باسم الوزارة.", "title", ["المتحدث باسم"]),
        ("أوضحت الدكتورة د. أمل.", "title", ["الدكتورة", "د."]),
        ("في أنحاء العالم.", "title", []),
        ("أعلنت وزارة الداخلية وهيئة الاتصالات.", "org_head", ["وزارة", "هيئة"]),
        ("في مطار المدينة.", "org_head", []),
        ("أفاد مراقبون ومصادر مطلعة.", "group_head", ["مراقبون", "مصادر مطلعة"]),
        ("واشتكى المستخدمون.", "group_head", ["المستخدمون"]),
        ("بيان مشترك.", "group_head", []),
    ],
)
def test_heads_in_sentences(text: str, category: str, expected: list[str]) -> None:
    assert [span for _, span in found(text, category)] == expected
