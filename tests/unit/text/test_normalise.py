import time

import pytest

from waqia.text.normalise import Fold, fold, normalise


@pytest.mark.parametrize(
    ("raw", "clean", "folded"),
    [
        ("قُطِعَتِ الشَّبَكَةُ", "قطعت الشبكة", "قطعت الشبكه"),
        ("هٰذا", "هذا", "هذا"),
        ("انقطـــاع", "انقطاع", "انقطاع"),
        ("أحمد إلى آب ٱلأمن", "أحمد إلى آب ٱلأمن", "احمد الي اب الامن"),
        ("مسؤول ومسئول", "مسؤول ومسئول", "مسءول ومسءول"),
        ("أبناؤه أبنائه أبناءه", "أبناؤه أبنائه أبناءه", "ابناءه ابناءه ابناءه"),
        ("کاربر ایرانی", "كاربر ايراني", "كاربر ايراني"),
        ("ھذه شرکۀ", "هذه شركه", "هذه شركه"),
        ("انستگرام پاريس ڤيديو", "انستگرام پاريس ڤيديو", "انستگرام باريس فيديو"),
        ("٢٠٢١ ۲۰۲۱ 2021", "2021 2021 2021", "2021 2021 2021"),
        ("ﻋﺸﺮﺓ ﺳﺎﻋﺎﺕ ﻻ", "عشرة ساعات لا", "عشره ساعات لا"),
        ("ﷲ", "الله", "الله"),
        ("ﷺ", "صلى الله عليه وسلم", "صلي الله عليه وسلم"),
        ("المفاجىء والمفاجئ", "المفاجئ والمفاجئ", "المفاجء والمفاجء"),
        ("ا\u0654حمد ا\u0655لى ا\u0653ب مسو\u0654ول هيي\u0654ة", "أحمد إلى آب مسؤول هيئة", "احمد الي اب مسءول هيءه"),
        ("ا\u064e\u0654", "أ", "ا"),
        ("فيس\u200cبوك\u200f \u202bنص\u202c\ufeff", "فيسبوك نص", "فيسبوك نص"),
        ("قال ـ وهو غاضب ـ ثم", "قال - وهو غاضب - ثم", "قال - وهو غاضب - ثم"),
        ("2019ـ2021", "2019-2021", "2019-2021"),
        ("بـ24 ساعة 1443هـ", "ب24 ساعة 1443ه", "ب24 ساعه 1443ه"),
        ("👍\ufe0f", "👍", "👍"),
        ("", "", ""),
    ],
)
def test_normalise_folds(raw, clean, folded):
    view = normalise(raw)
    assert (view.clean, view.folded) == (clean, folded)
    assert len(view.clean) == len(view.folded)


@pytest.mark.parametrize(
    ("raw", "word", "span"),
    [
        ("في الشَّبَكَةِ اليوم", "الشبكة", "الشَّبَكَةِ"),
        ("في الشبكـــة", "الشبكة", "الشبكـــة"),
        ("عند \u202bفيسبوك\u202c اليوم", "فيسبوك", "فيسبوك"),
        ("هيي\u0654ة الاتصالات", "هيئة", "هيي\u0654ة"),
        ("المفاجىء جدا", "المفاجئ", "المفاجىء"),
        ("رسالة ﷲ", "الله", "ﷲ"),
        ("ﻋﺸﺮﺓ", "شر", "ﺸﺮ"),
        ("قال ــ ثم", "-", "ــ"),
    ],
)
def test_raw_span_covers_what_made_it(raw, word, span):
    view = normalise(raw)
    at = view.clean.index(word)
    start, end = view.raw_span(at, at + len(word))
    assert raw[start:end] == span


def test_raw_span_of_nothing_is_empty():
    view = normalise("قُطِع")
    assert view.raw_span(1, 1) == (2, 2)
    assert view.raw_span(3, 3) == (5, 5)


@pytest.mark.parametrize("raw", ["قطع الإنترنت", "قُطِعَ الإنتـرنت"])
def test_view_offset_undoes_the_map(raw):
    view = normalise(raw)
    assert [view.view_offset(view.raw_span(at, at + 1)[0]) for at in range(len(view.clean))] == [
        *range(len(view.clean))
    ]


@pytest.mark.parametrize(
    ("folds", "expected"),
    [
        (Fold(0), "أُمّـة مسئول ى ٣ ک \u200fﻻ"),
        (Fold.DIACRITICS, "أمـة مسئول ى ٣ ک \u200fﻻ"),
        (Fold.TATWEEL, "أُمّة مسئول ى ٣ ک \u200fﻻ"),
        (Fold.CONTROLS, "أُمّـة مسئول ى ٣ ک ﻻ"),
        (Fold.PRESENTATION, "أُمّـة مسئول ى ٣ ک \u200fلا"),
        (Fold.PERSIAN, "أُمّـة مسئول ى ٣ ك \u200fﻻ"),
        (Fold.DIGITS, "أُمّـة مسئول ى 3 ک \u200fﻻ"),
        (Fold.ALEF, "اُمّـة مسئول ى ٣ ک \u200fﻻ"),
        (Fold.HAMZA, "أُمّـة مسءول ى ٣ ک \u200fﻻ"),
        (Fold.ALEF_MAQSURA, "أُمّـة مسئول ي ٣ ک \u200fﻻ"),
        (Fold.TA_MARBUTA, "أُمّـه مسئول ى ٣ ک \u200fﻻ"),
    ],
)
def test_each_fold_stands_alone(folds, expected):
    assert normalise("أُمّـة مسئول ى ٣ ک \u200fﻻ", folds).folded == expected


def test_composition_keeps_diacritics_that_are_not_folded():
    assert normalise("ا\u064e\u0654", Fold.PRESENTATION).clean == "أ\u064e"


def test_clean_loses_no_spelling():
    view = normalise("أعلنت مؤسسة إلى ى", Fold.CLEAN)
    assert view.clean == view.folded == "أعلنت مؤسسة إلى ى"


@pytest.mark.parametrize("raw", ["\ud800", "نص\udfffآخر", "\x00\x1b", "\U0010ffff", "e\u0301"])
def test_normalise_takes_any_string(raw):
    assert normalise(raw).clean == raw


def test_plain_text_needs_no_map():
    view = normalise("قطع الإنترنت 2021")
    assert view.starts is None
    assert view.raw_span(4, 12) == (4, 12)


@pytest.mark.parametrize("unit", ["\u064e", "ى\u064e", "ـ", "\u200f", "ا\u0654", "ىـ", "ﷺ"])
def test_normalise_is_linear(unit):
    started = time.perf_counter()
    normalise(unit * (300_000 // len(unit)))
    assert time.perf_counter() - started < 5


def test_fold_is_the_folded_view():
    assert fold("الإنترنتُ المقطوعة") == "الانترنت المقطوعه"
