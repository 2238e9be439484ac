"""Orthographic words of Arabic news: where a word ends when punctuation has no spaces around it.

A token is what stands between spaces and punctuation; proclitics stay inside (see ``clitics``). Digits and
letters written together (12ساعة "12 hours") are two tokens. Kept whole: decimal and grouped numbers (12.5, 1,200,
2،000), clock times (10:30), numeric dates and ranges (4/10/2021, 6-7), URLs and e-mail addresses without the
punctuation behind them, handles, hashtags, Latin words with their marks (AT&T, Wi-Fi, X.com, COVID-19, 5G), and
abbreviations: titles (د. أ. م. "Dr, Prof, Eng"), which keep their full stop, and dotted letters or names of
letters (أ.ف.ب "AFP", سي.إن.إن "CNN"), which leave the full stop behind them to the sentence.

A letter and a full stop are a title only where a name can follow: not behind a number (500 م. "500 m."), not at
the end of a line, not behind the words of ``not_after`` in ``abbreviations.tsv`` (فيتامين د. "vitamin D.").
"""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from waqia.text.normalise import View

TokenKind = Literal["word", "latin", "number", "url", "email", "handle", "hashtag", "abbreviation", "punct", "symbol"]

_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    "\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_LETTER = f"[{_ARABIC}]"
_GAP = r"[^\S\r\n]{0,2}"
_IN_URL = '[^\\s<>"«»“”،؛]'
_URL_END = "[^\\s<>\"«»“”،؛.,:;!?؟…)\\]}'’*]"
_LATIN = f"[^\\W\\d_{_ARABIC}]"
_LATIN_TAIL = f"(?:[^\\W{_ARABIC}]|[\u0300-\u036f])"
_SYMBOLS = "$%٪‰¢-¥°©®™\u20a0-\u20cf\u2190-\u23ff\u2600-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"

# The first alternative that matches wins. None can match empty or nests a quantifier in another over the same
# characters, and look-ahead is bounded, so that tokenising is linear.
_URL = rf"""
    https?://(?:[A-Za-z0-9.-]*[A-Za-z0-9](?::\d{{1,5}})?(?:[/?\#](?:{_IN_URL}*{_URL_END})?)?
               |(?=[^\x00-\x7f]){_IN_URL}*{_URL_END})
  | www\.[A-Za-z0-9.-]*[A-Za-z0-9](?:[/?\#](?:{_IN_URL}*{_URL_END})?)?
  | [A-Za-z][A-Za-z0-9-]{{0,40}}(?:\.[A-Za-z0-9-]{{1,40}}){{1,3}}/(?=[A-Za-z0-9]){_IN_URL}*{_URL_END}
"""
_EMAIL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
_HASHTAG = r"\#(?=[\d_]{0,40}[^\W\d_])\w{1,140}"
_NUMBER = r"\d{1,3}(?:،\d{3})+(?![\d،])|\d+(?:[.,٫٬/:-]\d+)*"
_LATIN_WORD = rf"""
    \d{{1,2}}[GKD](?![A-Za-z0-9_])
  | {_LATIN}{_LATIN_TAIL}*(?:['’&.-](?!https?:|www\.){_LATIN_TAIL}+)*
"""
_KINDS: dict[str | None, TokenKind] = {"plain": "word", "dotted": "word"}


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token: raw offsets, its text clean and folded (see ``normalise``), its offset ``at`` in the view."""

    start: int
    end: int
    at: int
    text: str
    clean: str
    norm: str
    kind: TokenKind


def tokenise(view: View) -> list[Token]:
    """Split a view into tokens, in order; white space belongs to none of them."""
    raw, clean, folded, starts, ends = view.raw, view.clean, view.folded, view.starts, view.ends
    tokens: list[Token] = []
    for match in _pattern().finditer(clean):
        at, stop = match.span()
        word = match.group()
        group: TokenKind = match.lastgroup  # type: ignore[assignment]
        start, end = (at, stop) if starts is None or ends is None else (starts[at], ends[stop - 1])
        text, norm = raw[start:end], folded[at:stop]
        # Equal strings are one object, so that a long text takes less memory.
        tokens.append(
            Token(
                start,
                end,
                at,
                word if text == word else text,
                word,
                word if norm == word else norm,
                _KINDS.get(group, group),
            )
        )
    return tokens


@cache
def abbreviations(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of one class of ``abbreviations.tsv`` with the words they may not stand behind.

    Classes: ``title`` (one letter before a name), ``agency`` and ``dotted`` (dotted letters of news agencies,
    and of coins, eras, firms), ``letter`` (the Arabic name of a Latin letter, as in سي.إن.إن "CNN"), ``latin``
    (a Latin word that keeps its full stop).
    """
    with (files("waqia.text") / "abbreviations.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["form"]: tuple(filter(None, row["not_after"].split("|"))) for row in rows if row["class"] == kind}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of one token; the name of its group is the token's kind."""
    return re.compile(
        rf"""
    (?P<plain>{_LETTER}{{2,}}+(?!\.{_LETTER}))
  | (?P<abbreviation>(?<!{_LETTER})(?<!\d)(?:{_dotted()}|{_titles()}))
  | (?P<dotted>{_letter_names()})
  | (?P<word>{_LETTER}+)
  | (?P<email>{_EMAIL})
  | (?P<number>(?!\d{{1,2}}[GKD](?![A-Za-z0-9_]))(?:{_NUMBER}))
  | (?P<url>{_URL})
  | (?P<handle>@[A-Za-z0-9_]{{1,50}})
  | (?P<hashtag>{_HASHTAG})
  | (?P<latin>{_LATIN_WORD})
  | (?P<symbol>[\U0001f1e6-\U0001f1ff]{{2}}|[{_SYMBOLS}][\U0001f3fb-\U0001f3ff]?|\w)
  | (?P<punct>[^\w\s])
    """,
        re.VERBOSE,
    )


def _dotted() -> str:
    """Letters with full stops between them; before a name only if listed, for else they are initials."""
    listed = "|".join(re.escape(form) for form in (*abbreviations("agency"), *abbreviations("dotted")))
    return (
        rf"(?:{listed})(?!\.?{_LETTER})"
        rf"|(?!(?:{_LETTER}\.){{2,6}}{_GAP}{_LETTER}{{2}}){_LETTER}(?:\.{_LETTER}(?!{_LETTER})){{1,5}}"
    )


def _titles() -> str:
    """A title and its full stop before a word, or one of several initials (ج. ك. رولينغ "J. K. Rowling")."""
    titles = []
    for letter, not_after in abbreviations("title").items():
        barred = "".join(rf"(?<!{word}\s{letter}\.)" for word in not_after)
        titles.append(rf"{letter}\.{barred}")
    initial = rf"(?<!{_LETTER}){_LETTER}\."
    return (
        rf"(?:{'|'.join(titles)})(?<!\d\s{_LETTER}\.)(?={_GAP}{_LETTER}|\Z)"
        rf"|{_LETTER}\.(?={_GAP}{_LETTER}\.(?!\.))"
        rf"|{_LETTER}\.(?:(?<={initial}\s{_LETTER}\.)|(?<={initial}{_LETTER}\.))(?={_GAP}{_LETTER})"
    )


def _letter_names() -> str:
    """Names of Latin letters with full stops between them."""
    names = "|".join(sorted(abbreviations("letter"), key=lambda name: (-len(name), name)))
    return rf"(?<!{_LETTER})[وفبل]?(?:{names})(?:\.(?:{names})(?!{_LETTER})){{1,5}}"
