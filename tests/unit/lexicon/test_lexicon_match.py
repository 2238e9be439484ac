import pytest

from waqia.lexicon.load import Entry, Form
from waqia.lexicon.match import Matcher
from waqia.lexicon.tables import Policy
from waqia.text.document import read

NAME = Policy()
SERVICE = Policy(article=True)
NOUN = Policy(article=True, enclitics=True)
VERB = Policy(proclitics="verb", enclitics=True)
FIXED = Policy(proclitics="none")


def form(text, policy=NAME, *, category="word", column="forms", line=1):
    entry = Entry(text.removeprefix("="), category, {}, "words.tsv", line)
    return Form(entry, column, text.removeprefix("="), policy, text.startswith("="))


def hits(raw, *forms):
    found = Matcher(forms).find(read(raw))
    for hit in found:
        assert 0 <= hit.start < hit.end <= len(raw)
    return found


def spans(raw, *forms):
    return [(raw[hit.start : hit.end], hit.proclitics, hit.enclitic) for hit in hits(raw, *forms)]


@pytest.mark.parametrize(
    ("raw", "span", "proclitics"),
    [
        ("فيسبوك", "فيسبوك", ""),
        ("وفيسبوك", "فيسبوك", "و"),
        ("فبفيسبوك", "فيسبوك", "فب"),
        ("ولفيسبوك", "فيسبوك", "ول"),
        ("كفيسبوك", "فيسبوك", "ك"),
        ("الفيسبوك", "الفيسبوك", ""),
        ("بالفيسبوك", "الفيسبوك", "ب"),
        ("وبالفيسبوك", "الفيسبوك", "وب"),
        ("للفيسبوك", "فيسبوك", "لل"),
        ("وللفيسبوك", "فيسبوك", "ولل"),
        ("فَيْسبوك", "فَيْسبوك", ""),
    ],
)
def test_service_is_found_behind_proclitics_and_article(raw, span, proclitics):
    assert spans(raw, form("فيسبوك", SERVICE)) == [(span, proclitics, "")]


@pytest.mark.parametrize("raw", ["فيسبوكي", "مفيسبوك", "سفيسبوك", "سالفيسبوك", "فيسبوكه", "فيسبوكية", "لبفيسبوك"])
def test_service_is_no_part_of_another_word(raw):
    assert hits(raw, form("فيسبوك", SERVICE)) == []


def test_article_is_refused_where_the_policy_has_none():
    assert hits("الكريم", form("كريم", NAME)) == []
    assert hits("للكريم", form("كريم", NAME)) == []


def test_fixed_form_takes_no_proclitic():
    assert spans("قائلا", form("قائلا", FIXED)) == [("قائلا", "", "")]
    assert hits("وقائلا", form("قائلا", FIXED)) == []


@pytest.mark.parametrize(
    ("raw", "span", "proclitics", "article"),
    [
        ("العراق", "العراق", "", False),
        ("بالعراق", "العراق", "ب", False),
        ("والعراق", "العراق", "و", False),
        ("للعراق", "عراق", "لل", True),
        ("وللعراق", "عراق", "ولل", True),
    ],
)
def test_own_article_stays_and_merges_behind_l(raw, span, proclitics, article):
    (hit,) = hits(raw, form("العراق"))
    assert (raw[hit.start : hit.end], hit.proclitics, hit.article) == (span, proclitics, article)


def test_own_article_is_not_dropped_elsewhere():
    assert hits("عراق", form("العراق")) == []
    assert hits("بعراق", form("العراق")) == []


def test_two_of_three_lams_are_written():
    assert spans("للجنة", form("اللجنة")) == [("لجنة", "ل", "")]
    assert spans("للجنة", form("لجنة", NOUN)) == [("لجنة", "ل", "")]


@pytest.mark.parametrize("raw", ["إلياهو", "ألياهو", "وإلياهو"])
def test_hamza_is_no_article(raw):
    assert hits(raw, form("ياهو", SERVICE)) == []


@pytest.mark.parametrize("raw", ["الإلغاء", "إلغاء", "والإلغاء", "الالغاء"])
def test_word_in_hamza_and_l_takes_an_article(raw):
    assert len(hits(raw, form("إلغاء", NOUN))) == 1


@pytest.mark.parametrize(
    ("word", "raw", "span", "enclitic"),
    [
        ("خدمة", "خدمتها", "خدمت", "ها"),
        ("خدمة", "وخدماتها", None, ""),
        ("خدمة", "بخدمتهم", "خدمت", "هم"),
        ("مستوى", "مستواها", "مستوا", "ها"),
        ("قطع", "قطعه", "قطع", "ه"),
        ("بناء", "بنائها", "بنائ", "ها"),
    ],
)
def test_noun_is_found_before_a_pronoun(word, raw, span, enclitic):
    expected = [] if span is None else [(span, enclitic)]
    assert [(text, pronoun) for text, _, pronoun in spans(raw, form(word, NOUN))] == expected


def test_ta_marbuta_is_no_pronoun():
    assert hits("قطعة", form("قطع", NOUN)) == []


def test_pronoun_excludes_the_article():
    assert hits("الخدمتها", form("خدمة", NOUN)) == []


@pytest.mark.parametrize(
    ("word", "raw", "span", "proclitics", "enclitic"),
    [
        ("قال", "فقال", "قال", "ف", ""),
        ("يقول", "سيقول", "يقول", "س", ""),
        ("يقول", "وسيقول", "يقول", "وس", ""),
        ("نفى", "نفاها", "نفا", "", "ها"),
        ("قطعوا", "قطعوها", "قطعو", "", "ها"),
    ],
)
def test_verb_takes_its_own_clitics(word, raw, span, proclitics, enclitic):
    assert spans(raw, form(word, VERB)) == [(span, proclitics, enclitic)]


@pytest.mark.parametrize("raw", ["بقال", "القال", "كقال", "لليقول"])
def test_verb_takes_no_noun_clitics(raw):
    assert hits(raw, form("قال", VERB), form("يقول", VERB)) == []


def test_exact_form_keeps_its_spelling():
    assert spans("شبكة علي وعلى", form("=على")) == [("على", "و", "")]
    assert spans("شاهدة شاهد", form("=شاهد", SERVICE)) == [("شاهد", "", "")]
    assert hits("ابشر", form("=أبشر")) == []
    assert spans("أَبشر", form("=أبشر")) == [("أَبشر", "", "")]


def test_exact_form_is_found_with_article_and_pronoun():
    assert spans("الأزور", form("=أزور", SERVICE)) == [("الأزور", "", "")]
    assert spans("للأردن", form("=الأردن")) == [("أردن", "لل", "")]
    assert spans("خدمتها", form("=خدمة", NOUN)) == [("خدمت", "", "ها")]


def test_folded_spellings_are_one():
    assert spans("انستغرام وإنستغرام", form("إنستغرام")) == [("انستغرام", "", ""), ("إنستغرام", "و", "")]


@pytest.mark.parametrize("raw", ["واتس اب", "الواتس آب", "بالواتس آب", "واتس الآب", "للواتس آب", "واتس\u00a0آب"])
def test_name_of_two_words_is_found_with_articles(raw):
    (hit,) = hits(raw, form("واتس آب", SERVICE))
    assert hit.last - hit.first == 2
    assert hit.end == len(raw)


@pytest.mark.parametrize("raw", ["واتس", "واتس، آب", "واتس آبار", "آب واتس", "واتسآب", "واتس آبها"])
def test_name_of_two_words_needs_both(raw):
    assert hits(raw, form("واتس آب", SERVICE)) == []


def test_pronoun_of_a_noun_phrase_stands_on_its_last_word():
    assert spans("مراكز بياناتها", form("مراكز بيانات", NOUN)) == [("مراكز بيانات", "", "ها")]
    assert spans("شبكة خدمته", form("شبكة خدمة", NOUN)) == [("شبكة خدمت", "", "ه")]
    assert hits("شبكتها خدمة", form("شبكة خدمة", NOUN)) == []


def test_pronoun_of_a_verb_phrase_stands_on_its_first_word():
    assert spans("أخرجها عن الخدمة", form("أخرج عن الخدمة", VERB)) == [("أخرجها عن الخدمة", "", "ها")]


def test_longest_form_wins_within_a_category():
    forms = (form("غوغل", SERVICE), form("غوغل بلاي", SERVICE), form("بلاي", SERVICE))
    assert spans("متجر غوغل بلاي", *forms) == [("غوغل بلاي", "", "")]


def test_categories_do_not_hide_each_other():
    forms = (form("فيسبوك"), form("شركة فيسبوك", category="organization"))
    assert spans("شركة فيسبوك", *forms) == [("شركة فيسبوك", "", ""), ("فيسبوك", "", "")]


def test_noun_wins_over_the_verb_that_is_spelled_alike():
    verb, noun = form("قطع", VERB, column="past", line=1), form("قطع", NOUN, line=2)
    (hit,) = hits("قطع", verb, noun)
    assert hit.form is noun


def test_forms_with_digits_and_punctuation_are_found():
    assert spans("موقع 4chan", form("4chan")) == [("4chan", "", "")]
    assert spans("لعبة Dota 2 ولعبة", form("Dota 2")) == [("Dota 2", "", "")]
    assert spans("قناة 26 سبتمبر", form("26 سبتمبر")) == [("26 سبتمبر", "", "")]
    assert spans("خدمة Disney+", form("Disney+")) == [("Disney+", "", "")]
    assert spans("وكالة أ.ف.ب تقول", form("أ.ف.ب")) == [("أ.ف.ب", "", "")]


def test_addresses_hold_no_forms():
    assert hits("https://facebook.com/Facebook @Facebook #Facebook", form("Facebook")) == []


def test_offsets_are_raw_behind_marks_and_controls():
    raw = "\u200fو\u0640فـيـسـبـوك"
    (hit,) = hits(raw, form("فيسبوك"))
    assert raw[hit.start : hit.end].replace("\u0640", "") == "فيسبوك"


def test_matcher_gives_the_same_hits_again():
    matcher = Matcher((form("فيسبوك", SERVICE), form("خدمة", NOUN)))
    text = read("خدمة فيسبوك وخدمتها بالفيسبوك")
    assert matcher.find(text) == matcher.find(text)
