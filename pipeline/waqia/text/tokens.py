"""Orthographic words of Arabic news: where a word ends when punctuation has no spaces around it.

A token is what stands between spaces and punctuation; proclitics stay inside (see ``clitics``). Digits and
letters written together (12ساعة) are two tokens. Kept whole: decimal and grouped numbers (12.5, 1,200), clock
times (10:30), numeric dates (4/10/2021), URLs, e-mail addresses, handles, hashtags and the abbreviations of
titles (د. أ. م.).
"""

import re
from dataclasses import dataclass
from typing import Literal

from waqia.text.normalise import View

TokenKind = Literal[
    "word", "latin", "number", "url", "email", "handle", "hashtag", "abbreviation", "punct", "symbol"
]

# Order matters: the first alternative that matches wins. No alternative can match empty, none nests a quantifier
# in another over the same characters, so tokenising is linear.
_TOKEN = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)[^\s<>"«»“”،؛]+)
  | (?P<email>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})
  | (?P<handle>@[A-Za-z0-9_]{1,50})
  | (?P<hashtag>\#[\w\u0621-\u064a]{1,100})
  | (?P<number>\d+(?:[.,٫٬/:-]\d+)*)
  | (?P<abbreviation>(?<![\u0621-\u064a])[\u0621-\u064a]\.(?!\.))
  | (?P<word>[\u0621-\u063a\u0641-\u06d3\u06d5\u06fa-\u06ff]+)
  | (?P<latin>[^\W\d_\u0600-\u06ff]+(?:['’&.-][^\W\d_\u0600-\u06ff]+)*\d*)
  | (?P<symbol>\w)
  | (?P<punct>[^\w\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
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
    tokens = []
    for match in _TOKEN.finditer(view.clean):
        start, end = view.raw_span(match.start(), match.end())
        tokens.append(
            Token(
                start,
                end,
                match.start(),
                view.raw[start:end],
                match.group(),
                view.folded[match.start() : match.end()],
                match.lastgroup,  # type: ignore[arg-type]
            )
        )
    return tokens
