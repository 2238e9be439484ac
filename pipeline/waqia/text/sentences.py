"""Sentences of Arabic news: they respect lines, quotation marks, numbers and abbreviations.

A line break of any kind ends a sentence and a paragraph. ``.`` ``!`` ``؟`` ``…`` end a sentence, also with no space
behind them (ذلك.وقال "that.And he said"), and take along the closing quotation marks and brackets that stand behind
them (قال." ثم). They do not end one where the text runs on:

* a comma, semicolon or colon follows the closing mark (.."، مضيفا "...", adding");
* the full stop belongs to an abbreviation, an initial, a list number or a number written with spaces (د . محمد, U.S.,
  1. ..., 37 . 5);
* two or three dots, or …, stand behind at most three words: news heads a line with a place or a cue that the rest
  belongs to (السودان.. قطع الإنترنت "Sudan.. internet cut"). Behind more words they end the sentence, because
  columnists write them for the full stop.

؛ does not end a sentence: it stands between a clause and its cause or consequence, whose reporting verb, place and
date they share. A full stop inside an open quotation does end one; quotations are paired over tokens, not sentences.
A sentence without any of these is cut at 400 tokens, at its last comma if that is in the second half; the longest of
11,414 sentences of 1,000 news articles has 259 tokens, so that the limit bounds work and touches no prose.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from waqia.text.normalise import View
from waqia.text.tokens import Token, abbreviations

_END = frozenset(".!؟?…۔")
_PAUSE = frozenset(".…")
_RUNS_ON = frozenset("،,؛;:")
_COMMAS = frozenset("،,؛;")
_CLOSING = frozenset("»›)]}’")
_EITHER = frozenset("\"“”″'‘＂")
_BULLETS = frozenset("•●▪■◾◼►")
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DOTTED_CAPITALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_LONGEST = 400
_HEADING_WORDS = 3


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens ``[first, last)`` and raw ``[start, end)``; ``paragraph`` counts from 0."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


def split_sentences(view: View, tokens: Sequence[Token]) -> list[Sentence]:
    """Split tokens into sentences; every token is in exactly one. Linear in the number of tokens."""
    return [
        Sentence(begin, end, tokens[begin].start, tokens[end - 1].end, paragraph)
        for paragraph, (first, last) in enumerate(_lines(view, tokens))
        for whole, stop in _split_line(tokens, first, last)
        for begin, end in _pieces(whole, stop)
    ]


def _pieces(first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut what is still too long: a run of thousands of end marks."""
    for begin in range(first, last, _LONGEST):
        yield begin, min(begin + _LONGEST, last)


def _lines(view: View, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token intervals between line breaks."""
    first = index = 0
    for match in _BREAK.finditer(view.raw):
        at = match.start()
        while index < len(tokens) and tokens[index].start < at:
            index += 1
        if index > first:
            yield first, index
            first = index
    if first < len(tokens):
        yield first, len(tokens)


def _split_line(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    index = first
    comma = -1
    quoted = False
    while index < last:
        token = tokens[index]
        after = index + 1
        end = None
        if token.kind == "punct":
            if token.clean in _END:
                end, after = _sentence_end(tokens, first, index, last, quoted)
            elif token.clean in _COMMAS:
                comma = index
            elif token.clean in _BULLETS and index > first:
                yield first, index
                first = index
            quoted ^= _marks(tokens, index, after)
        if end is None and after - first >= _LONGEST:
            end = comma + 1 if comma - first > _LONGEST // 2 else after
        if end is not None:
            yield first, end
            first = end
        index = after
    if first < last:
        yield first, last


def _marks(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether an odd number of quotation marks that look the same on both sides stands in an interval."""
    return sum(tokens[index].clean in _EITHER for index in range(first, last)) % 2 == 1


def _sentence_end(tokens: Sequence[Token], first: int, index: int, last: int, quoted: bool) -> tuple[int | None, int]:
    """Return where the sentence ends that the mark at ``index`` may end, and the token to go on with.

    The end is one past the run of end marks and the closing marks behind it; None if the text runs on.
    """
    stop = _behind(tokens, index, last, quoted)
    if stop == last:
        return stop, stop
    if tokens[stop].clean in _RUNS_ON or _bracketed(tokens, first, index, stop):
        return None, stop
    marks = [tokens[at].clean for at in range(index, stop) if tokens[at].clean in _END]
    if marks == ["."]:
        return (None if _abbreviates(tokens, first, index, stop) else stop), stop
    if _PAUSE.issuperset(marks) and index - first <= _HEADING_WORDS:
        return None, stop
    return stop, stop


def _behind(tokens: Sequence[Token], index: int, last: int, quoted: bool) -> int:
    """Return the first token behind a run of end marks and closing marks."""
    while index < last:
        mark = tokens[index].clean
        if mark in _EITHER:
            if not _closes(tokens, index, last, quoted):
                break
            quoted = not quoted
        elif mark not in _END and mark not in _CLOSING:
            break
        index += 1
    return index


def _closes(tokens: Sequence[Token], index: int, last: int, quoted: bool) -> bool:
    """Say whether a mark that may open or close closes: by the space beside it, else by what is open."""
    joined_before = tokens[index - 1].end == tokens[index].start
    joined_after = index + 1 < last and tokens[index].end == tokens[index + 1].start
    if joined_after and tokens[index + 1].kind == "punct":
        joined_after = tokens[index + 1].clean in _EITHER and not joined_before
    return joined_before if joined_before != joined_after else quoted


def _bracketed(tokens: Sequence[Token], first: int, index: int, stop: int) -> bool:
    """Say whether the mark stands alone in brackets, as (!) does."""
    return index > first and tokens[index - 1].clean in "([" and tokens[stop - 1].clean in ")]"


def _abbreviates(tokens: Sequence[Token], first: int, index: int, stop: int) -> bool:
    """Say whether the full stop at ``index`` belongs to the word before it, or the one behind."""
    if index == first:
        return False
    before, behind = tokens[index - 1], tokens[stop]
    if before.kind == "number":
        spaced = behind.kind == "number" and before.end < tokens[index].start
        return spaced or (index - 1 == first and len(before.clean) <= 3)
    if before.kind == "abbreviation":
        return before.clean not in abbreviations("agency") and not behind.clean.startswith("و")
    if before.kind == "latin":
        return _latin_abbreviates(before.clean, behind)
    if behind.kind == "latin":
        return before.end < tokens[index].start and tokens[index].end == behind.start
    return before.clean in abbreviations("title") and _is_title(tokens, first, index - 1, behind)


def _latin_abbreviates(word: str, behind: Token) -> bool:
    if _DOTTED_CAPITALS.fullmatch(word):
        return behind.kind == "latin" or (len(word) > 1 and not behind.clean.startswith("و"))
    return behind.kind == "latin" and word in abbreviations("latin")


def _is_title(tokens: Sequence[Token], first: int, index: int, behind: Token) -> bool:
    """Say whether a letter before a spaced full stop is a title (د . محمد "Dr . Muhammad")."""
    before = tokens[index - 1] if index > first else None
    if tokens[index].end == tokens[index + 1].start or behind.kind not in ("word", "abbreviation"):
        return False
    return before is None or (
        before.kind != "number" and before.clean not in abbreviations("title")[tokens[index].clean]
    )
