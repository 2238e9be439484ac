"""Clauses around a word: the stretch an analyst would quote as the claim.

Arabic news strings clauses with commas and connectives. A clause here runs from the last boundary before the word
(sentence or quotation start, ؛ ، :, a complementizer أن or إن, or a connective of result) to the next one behind it.
"""

from waqia.extraction.event.words import words
from waqia.extraction.layout import Layout
from waqia.records import Span

_EDGE = frozenset('؛.؟!?:;…"«»“”„')
_COMMA = frozenset("،,")
_LONGEST = 26


def clause_around(layout: Layout, first: int, last: int, *, commas: bool = True) -> tuple[int, int]:
    """Return the tokens ``[start, stop)`` of the clause that holds tokens ``[first, last)``.

    Args:
        layout: where things stand.
        first: first token of the word.
        last: token behind the word.
        commas: whether a comma ends the clause.
    """
    begin, end = layout.sentence_bounds(first)
    start = first
    while start > max(begin, first - _LONGEST) and not _opens_after(layout, start - 1, commas):
        start -= 1
    stop = last
    while stop < min(end, last + _LONGEST) and not _closes_at(layout, stop, commas):
        stop += 1
    return start, stop


def _opens_after(layout: Layout, index: int, commas: bool) -> bool:
    token = layout.tokens[index]
    return (
        token.clean in _EDGE
        or (commas and token.clean in _COMMA)
        or token.norm in words("complementizer")
        or token.norm in words("turn")
    )


def _closes_at(layout: Layout, index: int, commas: bool) -> bool:
    token = layout.tokens[index]
    if token.clean in _EDGE or (commas and token.clean in _COMMA) or token.norm in words("turn"):
        return True
    return any(hit.first == index and hit.form.column == "participle" for hit in layout.hits("report", index))


def clause_span(layout: Layout, start: int, stop: int) -> Span:
    """Return the raw span of tokens, without a leading conjunction و or ف where the token is known to bear one."""
    tokens = layout.tokens
    while stop > start + 1 and tokens[stop - 1].kind == "punct":
        stop -= 1
    while start < stop - 1 and tokens[start].kind == "punct":
        start += 1
    begin = tokens[start].start + _conjunction(layout, start)
    return layout.analysis.text.span(begin, tokens[stop - 1].end)


def _conjunction(layout: Layout, index: int) -> int:
    """Return 1 if a lexicon or actor mention begins behind the token's first letter, else 0."""
    token = layout.tokens[index]
    if token.text[:1] not in ("و", "ف"):
        return 0
    starts = set(layout.hit_starts.get(index, ()))
    starts |= {actor.span.start for where, actor in layout.actors(index) if where[0] == index}
    return 1 if starts and min(starts) == token.start + 1 else 0
