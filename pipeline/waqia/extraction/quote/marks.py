"""Pair quotation marks by what stands beside them, because Arabic news closes and opens with the same mark.

News sites write "…", «…», “…”, ”…“ (reversed by bidi editors), „…“ and ''…''. A mark opens when a space, a colon,
a bracket or a proclitic (لـ") stands before it and a letter behind; it closes in the mirror case; a stack decides
what is left. One pass, bounded stack: linear in the number of tokens.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from waqia.text.document import Text
from waqia.text.tokens import Token

Side = Literal["open", "close", "either"]

_FAMILY = {'"': "double", "“": "double", "”": "double", "„": "double", "″": "double", "‟": "double", "＂": "double",
           "«": "guillemet", "»": "guillemet", "‹": "guillemet", "›": "guillemet",
           "'": "single", "‘": "single", "’": "single"}  # fmt: skip
_HINT: dict[str, Side] = {"«": "open", "»": "close", "‹": "open", "›": "close", "“": "open", "”": "close",
                          "„": "open", "‟": "open", "‘": "open", "’": "close"}  # fmt: skip
_BEFORE_OPENING = frozenset(":([{،,؛;-–—/|\u0640…")
_AFTER_CLOSING = frozenset(".،,؛;:؟?!)]}…-–—/|\u0640")
_PROCLITICS = frozenset(("و", "ف", "ب", "ك", "ل", "ال", "لل", "بال", "وال", "ول", "وب"))
_DEPTH = 6
_PARAGRAPHS = 4
_TRAILING = frozenset(".،,؛;…")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks. Tokens ``[before, after)`` with the marks, ``[first, last)`` without; raw offsets.

    ``start`` and ``end`` delimit the words: no marks, no space, no final full stop. ``closed`` is False when the
    second mark is missing and the quotation runs to the end of its paragraph.
    """

    before: int
    first: int
    last: int
    after: int
    start: int
    end: int
    closed: bool


@dataclass(slots=True)
class _Mark:
    first: int
    last: int
    family: str
    character: str
    side: Side
    paragraph: int
    crowded: bool = False


def find_quotations(text: Text) -> list[Quotation]:
    """Return the quotations of a text in order of their opening mark; nested ones follow the outer one."""
    pairs: list[tuple[_Mark, _Mark | None, int]] = []
    stack: list[_Mark] = []
    pending: _Mark | None = None
    for mark in _marks(text):
        if stack and stack[-1].paragraph != mark.paragraph:
            pending = _leave_paragraph(stack, pairs)
        if pending and not stack:
            opener, pending = pending, None
            near = mark.paragraph - opener.paragraph <= _PARAGRAPHS
            if near and mark.family == opener.family and _closes_pending(mark, opener):
                pairs.append((opener, mark, 0))
                continue
            _run_out(opener, pairs)
        _step(mark, stack, pairs)
    if stack:
        pending = _leave_paragraph(stack, pairs)
    if pending:
        _run_out(pending, pairs)
    ends = _paragraph_ends(text)
    found = (_quotation(text, opener, closer, ends) for opener, closer, _ in pairs)
    return sorted(filter(None, found), key=lambda pair: (pair.before, -pair.after))


def _step(mark: _Mark, stack: list[_Mark], pairs: list[tuple[_Mark, _Mark | None, int]]) -> None:
    """Open or close with one mark."""
    if mark.family == "single" and mark.side == "either":
        return
    top = stack[-1] if stack and stack[-1].family == mark.family else None
    side = _decide(mark, top)
    if side == "close":
        if top is not None:
            stack.pop()
            pairs.append((top, mark, len(stack)))
        elif len(stack) > 1 and stack[-2].family == mark.family:
            stack.pop()
            pairs.append((stack.pop(), mark, len(stack)))
        return
    for outer in stack:
        outer.crowded = True
    if len(stack) == _DEPTH:
        del stack[0]
    stack.append(mark)


def _decide(mark: _Mark, top: _Mark | None) -> Side:
    hint = _HINT.get(mark.character)
    if hint is not None and top is not None and top.character in _HINT:
        return "close" if top.character != mark.character else mark.side if mark.side != "either" else hint
    if mark.side != "either":
        return mark.side
    return hint or ("close" if top is not None else "open")


def _closes_pending(mark: _Mark, opener: _Mark) -> bool:
    return mark.side == "close" or (mark.side == "either" and _HINT.get(mark.character) != "open")


def _leave_paragraph(stack: list[_Mark], pairs: list[tuple[_Mark, _Mark | None, int]]) -> _Mark | None:
    """Settle what a paragraph leaves open: pair two lone marks, keep one lone mark, drop the rest."""
    lone = list(stack)
    stack.clear()
    if len(lone) == 2 and lone[0].family == lone[1].family and lone[0].character == lone[1].character:
        pairs.append((lone[0], lone[1], 0))
        return None
    if len(lone) == 1 and not lone[0].crowded:
        return lone[0]
    return None


def _run_out(opener: _Mark, pairs: list[tuple[_Mark, _Mark | None, int]]) -> None:
    if opener.family != "single" and opener.side == "open":
        pairs.append((opener, None, 0))


def _marks(text: Text) -> Iterator[_Mark]:
    tokens, raw = text.tokens, text.raw
    paragraphs = [text.sentences[number].paragraph for number in text.sentence_of]
    skip = False
    for index, token in enumerate(tokens):
        family = _FAMILY.get(token.clean)
        if family is None or skip:
            skip = False
            continue
        last = index + 1
        following = tokens[last] if last < len(tokens) else None
        if token.clean == "'" and following and following.clean == "'" and following.start == token.end:
            family, last, skip = "double", index + 2, True
        before = tokens[index - 1] if index else None
        side = _side(raw, token.start, tokens[last - 1].end, before)
        yield _Mark(index, last, family, token.clean, side, paragraphs[index])


def _side(raw: str, start: int, end: int, before: Token | None) -> Side:
    left, right = raw[start - 1 : start], raw[end : end + 1]
    glued = before is not None and before.end == start and before.norm in _PROCLITICS
    opens_left = not left or left.isspace() or left in _BEFORE_OPENING or glued
    closes_right = not right or right.isspace() or right in _AFTER_CLOSING
    if opens_left and not closes_right:
        return "open"
    if closes_right and not opens_left:
        return "close"
    return "either"


def _paragraph_ends(text: Text) -> dict[int, int]:
    """Return for each paragraph the index behind its last token."""
    return {sentence.paragraph: sentence.last for sentence in text.sentences}


def _quotation(text: Text, opener: _Mark, closer: _Mark | None, ends: dict[int, int]) -> Quotation | None:
    after = closer.last if closer else ends[opener.paragraph]
    limit = closer.first if closer else after
    last = limit
    while last > opener.last and text.tokens[last - 1].clean in _TRAILING:
        last -= 1
    if last <= opener.last:
        return None
    start, end = text.tokens[opener.last].start, text.tokens[last - 1].end
    return Quotation(opener.first, opener.last, last, after, start, end, closer is not None)
