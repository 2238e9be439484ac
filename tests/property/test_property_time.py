"""Any text at all: spans lie inside it, never overlap, and reading it takes time linear in its length."""

from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqia.lexicon.load import lexicon_dir
from waqia.text.document import read
from waqia.time import numbers, tag
from waqia.time.vocabulary import TIME_TABLES, read_table

REFERENCE = date(2021, 10, 6)
WORDS = sorted(
    {
        form.removeprefix("=")
        for table in TIME_TABLES
        for entry in read_table(table, lexicon_dir())
        for form in entry.values["forms"].split("|")
        if form
    }
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: "ال" + word),
    st.builds(str.__add__, st.sampled_from(["و", "ل", "ب", "وال", "لل", "ف"]), st.sampled_from(WORDS)),
    st.integers(0, 2100).map(str),
    st.sampled_from(
        ["،", ",", "(", ")", "-", "/", ".", "و", "من", "إلى", "بين", "أو", "4/10/2021", "6-7", "2019-2020", "إلا"]
    ),
)
PHRASES = st.lists(PIECES, max_size=14).map(" ".join)


def check(text):
    found = tag(text, REFERENCE)
    spans = sorted((item.start, item.end) for item in (*found.durations, *found.dates))
    for item in (*found.durations, *found.dates, *numbers(text)):
        assert 0 <= item.start < item.end <= len(text)
        assert item.text == text[item.start : item.end]
        assert not item.text[0].isspace()
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for item in found.durations:
        assert item.min_seconds >= 0
        assert item.max_seconds is None or item.max_seconds >= item.min_seconds


@given(st.text(max_size=200))
def test_any_text_gives_spans_of_its_own(text):
    check(text)


@settings(max_examples=400)
@given(PHRASES)
def test_any_order_of_time_words_gives_spans_of_its_own(text):
    check(text)


@settings(max_examples=100)
@given(PHRASES)
def test_reading_is_the_same_with_diacritics_and_tatweel(text):
    marked = text.replace("ا", "اَ").replace("ع", "عـ")
    plain, dressed = tag(text, REFERENCE), tag(marked, REFERENCE)
    assert [item.value for item in plain.dates] == [item.value for item in dressed.dates]
    assert [item.min_seconds for item in plain.durations] == [item.min_seconds for item in dressed.durations]


@pytest.mark.parametrize(
    "piece",
    [
        *["1", "و", '"', "1 ", "و ", "ساعة ", "وساعة ", "الأحد ", "ثلاثة و", "أكثر من ", "بين 6 و", "4/", "من "],
        *["يوم و1 ", "شهر 3 ", "أول جمعة بعد ", "عيد الفطر ", "خُمس ", "آخر يوم من ", "الجمعة الأخيرة من "],
    ],
)
def test_time_grows_linearly(piece):
    short, long = (read(piece * (size // len(piece))) for size in (20_000, 80_000))

    def seconds(text):
        best = float("inf")
        for _ in range(2):
            begin = perf_counter()
            tag(text, REFERENCE)
            best = min(best, perf_counter() - begin)
        return best

    tag(short)
    assert seconds(long) < 12 * seconds(short) + 0.05


@pytest.mark.parametrize("piece", ["2e5 ", "2^", ".5 ", "1/2 ", "ثلاثة من ", "3 مئة ", "إلا ربع ", "123 "])
def test_numbers_of_repeated_notation_are_read_once(piece):
    found = numbers(piece * 20_000)
    assert all(left.end <= right.start for left, right in pairwise(found))
