from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.text.clitics import split_proclitics
from waqia.text.document import read
from waqia.text.normalise import Fold, normalise

CHARACTERS = (
    *"ابتسلمنهويىةءأإآؤئٱکیہۀگپچژڤ",
    *"\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u0640\u0640",
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2067\ufeff\u00ad\u061c",
    *"0123456789٠١٢٣۴۵٫٬",
    *"ﻋﺸﺮﺓﻻﷲﷺ\ufdfc\ufef0\ufe80\ufc5e\ufe71\ufc05\ufbe8",
    *" \n\r\u2028.،؛:؟!…\"'«»“”‹›()[]-–/@#%$&_",
    *"aZé\u0301😀\ud800\x00",
)
NEWS = ("قال", "وبالعراق", "د.", "أ.ف.ب", "12.5", "https://", "www.", "x@y.org", "#وسم", "سي.إن.إن", "..", '."', "U.S.")
MIXED = st.lists(st.one_of(st.sampled_from(CHARACTERS), st.sampled_from(NEWS)), max_size=40).map("".join)
TEXTS = st.one_of(MIXED, st.text(st.characters(exclude_categories=()), max_size=40))
LEVELS = pytest.mark.parametrize("folds", [Fold.CLEAN, Fold.ALL])


@LEVELS
@given(raw=TEXTS)
def test_normalise_is_idempotent(folds, raw):
    once = normalise(raw, folds)
    assert normalise(once.clean, folds).clean == once.clean
    assert normalise(once.folded, folds).folded == once.folded


@LEVELS
@given(raw=TEXTS, data=st.data())
def test_span_of_a_view_maps_to_raw_text_that_normalises_to_it(folds, raw, data):
    view = normalise(raw, folds)
    size = len(view.clean)
    assert size == len(view.folded)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    first, last = view.raw_span(start, end)
    assert 0 <= first <= last <= len(raw)
    if start < end and _between_characters(view, start) and _between_characters(view, end):
        part = normalise(raw[first:last], folds)
        assert (part.clean, part.folded) == (view.clean[start:end], view.folded[start:end])


def _between_characters(view, at):
    """Say whether a position of the view lies between two raw characters, not inside an expanded one."""
    inner = 0 < at < len(view.clean)
    return not inner or view.starts is None or view.starts[at] != view.starts[at - 1]


@given(raw=TEXTS)
def test_map_runs_forward(raw):
    view = normalise(raw)
    spans = [view.raw_span(at, at + 1) for at in range(len(view.clean))]
    assert all(start < end for start, end in spans)
    assert all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairwise(spans))


@given(digits=st.text(st.sampled_from("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")))
def test_digits_keep_length_and_value(digits):
    view = normalise(digits)
    assert len(view.folded) == len(digits)
    assert [int(folded) for folded in view.folded] == [int(digit) for digit in digits]


@given(raw=TEXTS)
def test_tokens_cover_all_but_space_and_what_normalisation_removes(raw):
    text = read(raw)
    assert all(token.text == raw[token.start : token.end] for token in text.tokens)
    assert all(before.start <= after.start and before.end <= after.end for before, after in pairwise(text.tokens))
    assert "".join(token.clean for token in text.tokens) == "".join(text.view.clean.split())
    assert all(len(token.clean) == len(token.norm) for token in text.tokens)


@given(raw=TEXTS)
def test_every_token_is_in_exactly_one_sentence(raw):
    text = read(raw)
    covered = [index for sentence in text.sentences for index in range(sentence.first, sentence.last)]
    assert covered == [*range(len(text.tokens))]
    assert all(sentence.first < sentence.last for sentence in text.sentences)
    assert all(before.paragraph <= after.paragraph for before, after in pairwise(text.sentences))
    for sentence in text.sentences:
        assert sentence.start == text.tokens[sentence.first].start
        assert sentence.end == text.tokens[sentence.last - 1].end


@given(word=st.text(st.sampled_from("وفبكلسالينتمأإءةىه"), max_size=12))
def test_proclitics_and_stem_spell_the_word(word):
    proclitics, stem = split_proclitics(word)
    assert "".join(proclitics) + stem == word
    assert set(proclitics) <= set("وفبكلس")
    assert stem or not word
