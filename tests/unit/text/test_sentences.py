import time

import pytest

from waqia.text.document import read


def sentences(raw):
    return [raw[sentence.start : sentence.end] for sentence in read(raw).sentences]


SPLIT = (
    "عاد النت. ‖ وقال الوزير",
    "هل عاد؟ ‖ نعم",
    "عاد أخيرا! ‖ نعم",
    "توقفت الخدمة كلها تماما… ‖ ثم عادت",
    "ذلك. ‖ وقال",
    'قال الرجل." ‖ ثم عاد',
    'قال "إنه عاد. ‖ وإنه باق." ‖ ثم خرج',
    "قال «إنه عاد.» ‖ ثم خرج",
    "قال «إنه عاد». ‖ ثم خرج",
    "قال “إنه عاد.” ‖ ثم خرج",
    "قال ”إنه عاد.“ ‖ ثم خرج",
    'قال "هل عاد؟". ‖ ثم خرج',
    'انتهى الخبر. ‖ "بدأ الآن" وقال',
    'قال الرجل. ‖ "وأضاف شيئا"',
    "عاد (اليوم.) ‖ ثم خرج",
    "عام 2021. ‖ وقال",
    "بحسب أ.ف.ب. ‖ وقال",
    "500 م. ‖ وقال",
    "قال ذلك . ‖ وأضاف",
    "عاد؟! ‖ نعم",
    "انقطعت الخدمة في كل المدن.. ‖ ثم عادت",
    "• أول ‖ • ثان",
    "شاهد X.com. ‖ ثم خرج",
)


@pytest.mark.parametrize("marked", SPLIT)
def test_sentence_ends_at(marked):
    raw = marked.replace("‖ ", "") if "ذلك. ‖ و" not in marked else marked.replace(" ‖ ", "")
    assert sentences(raw) == marked.split(" ‖ ")


@pytest.mark.parametrize(
    "raw",
    [
        "بلغت 12.5 في المئة من 1.200.000 مشترك",
        "أغلق المؤشر عند 37 .5 نقطة",
        "قال د. سمير لصحيفة",
        "قال د . سمير لصحيفة",
        "قالت ج. ك. رولينغ أمس",
        "السودان.. قطع الإنترنت",
        "عاجل... انقطاع الكهرباء في المدينة",
        'قال: "نعم."، مضيفا أنه باق',
        "قال «إنه عاد!»، وأضاف",
        "عاد؛ لأن العطل زال",
        "قال: عاد",
        "1. الأول عاد",
        "كتب (؟) ثم خرج",
        "قبل 300 ق.م. في مصر",
        "زار George W. Bush المدينة",
        "في U.S. قبل أمس",
        "منصة .NET للمطورين",
        "المتهم ع. م. في السجن",
        "قناة سي.إن.إن العربية",
    ],
)
def test_sentence_runs_on(raw):
    assert sentences(raw) == [raw]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n \n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_line_break_ends_sentence_and_paragraph(newline):
    text = read(f"عنوان بلا نقطة{newline}خبر أول. ثان{newline}")
    assert [(sentence.paragraph, sentence.first, sentence.last) for sentence in text.sentences] == [
        (0, 0, 3),
        (1, 3, 6),
        (1, 6, 7),
    ]


def test_no_text_has_no_sentence():
    assert read(" \n\n ").sentences == []


def test_full_stop_before_the_title_stays_with_the_line():
    assert sentences("انتهى يوم د.\nسمير") == ["انتهى يوم د.", "سمير"]


def test_long_sentence_is_cut_at_a_comma():
    text = read("كلمة " * 300 + "، " + "كلمة " * 300)
    assert [sentence.last - sentence.first for sentence in text.sentences] == [301, 300]


@pytest.mark.parametrize("unit", ["كلمة ", ".", "، ", '"', "؟", '." '])
def test_sentences_are_bounded_and_time_linear(unit):
    started = time.perf_counter()
    text = read(unit * (200_000 // len(unit)))
    assert time.perf_counter() - started < 10
    assert max(sentence.last - sentence.first for sentence in text.sentences) <= 400
    assert sum(sentence.last - sentence.first for sentence in text.sentences) == len(text.tokens)
