"""A normalised view of raw text whose every span maps back to raw offsets.

Two levels share one offset map. ``clean`` keeps the spelling: it removes what carries no letter (diacritics,
tatweel, zero-width and bidi controls) and writes presentation forms, decomposed letters, Persian letters and the
three digit sets in their standard characters. ``folded`` also folds the spellings that Arabic news mixes freely:
alef and hamza forms, alef maqsura/ya, ta marbuta/ha, the letters of foreign sounds. This second fold is one
character for one, so both have the same length and an offset in one is an offset in the other.

Three rules look at more than one character:

* a letter and a combining hamza or madda behind it (U+0653-0655, as NFD writes them) are one letter;
* ىء is the older typing of a ئ that ends a word (مفاجىء for مفاجئ "sudden"), and becomes ئ;
* tatweel with no letter before it is a dash (قال ـ وهو "he said - and he"), and becomes ``-``.

The table of characters is a camel-tools ``CharMapper``; the diacritics are its ``AR_DIAC_CHARSET`` and the
further Arabic marks of Unicode 15; presentation forms become what its ``normalize_unicode`` makes of them.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache, lru_cache

from camel_tools.utils.charmap import CharMapper
from camel_tools.utils.charsets import AR_DIAC_CHARSET
from camel_tools.utils.normalize import normalize_unicode


class Fold(Flag):
    """What a view folds; combine with ``|``. ``Fold.CLEAN`` loses no spelling, ``Fold.ALL`` folds all."""

    DIACRITICS = auto()
    TATWEEL = auto()
    CONTROLS = auto()
    PRESENTATION = auto()
    """Presentation forms, and letters that NFD has taken apart."""
    PERSIAN = auto()
    """Persian and Urdu letters that have a standard equal (ک ی ہ ۀ); گ پ چ ژ are kept."""
    DIGITS = auto()
    FINAL_HAMZA = auto()
    """ىء for ئ."""
    ALEF = auto()
    HAMZA = auto()
    """ؤ and ئ become ء: مسؤول and مسئول "official"; أبناؤه and أبنائه "his sons" in two cases."""
    ALEF_MAQSURA = auto()
    TA_MARBUTA = auto()
    FOREIGN = auto()
    """ڤ and پ, which most news writes ف and ب; گ چ ژ have no one equal (ك ج غ ق) and stay."""
    CLEAN = DIACRITICS | TATWEEL | CONTROLS | PRESENTATION | PERSIAN | DIGITS | FINAL_HAMZA
    SPELLING = ALEF | HAMZA | ALEF_MAQSURA | TA_MARBUTA | FOREIGN
    ALL = CLEAN | SPELLING


_MARKS = (
    "".join(sorted(AR_DIAC_CHARSET))
    + "\u0610-\u061a\u0653-\u065f\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    + "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_TATWEEL = "\u0640"
_CONTROLS = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f"
)
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_PERSIAN = {
    "\u06a9": "ك", "\u06aa": "ك", "\u06cc": "ي", "\u06d2": "ي", "\u06d3": "ئ", "\u06d0": "ي", "\u06cd": "ي",
    "\u06c1": "ه", "\u06c0": "ه", "\u06be": "ه", "\u06d5": "ه", "\u06c2": "ه", "\u06c3": "ة",
}  # fmt: skip
_DIGITS = {chr(base + digit): str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_SPELLINGS = {
    Fold.ALEF: dict.fromkeys("أإآٱ", "ا"),
    Fold.HAMZA: dict.fromkeys("ؤئ", "ء"),
    Fold.ALEF_MAQSURA: {"ى": "ي"},
    Fold.TA_MARBUTA: {"ة": "ه"},
    Fold.FOREIGN: {"ڤ": "ف", "پ": "ب"},
}
_HAMZA_ON = {"ا": "أ", "و": "ؤ", "ي": "ئ", "ى": "ئ", "\u06cc": "ئ"}
_COMPOSED = {
    "\u0653": {"ا": "آ"},
    "\u0654": _HAMZA_ON,
    "\u0655": {"ا": "إ", "ي": "ئ", "ى": "ئ"},
}
_LONE_HAMZA = "ء\ufe80"
_ENDS_IN_LETTER = re.compile(f"[{_LETTERS}][{_MARKS}{_CONTROLS}]*+$")
_MARK = re.compile(f"[{_MARKS}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")


_ONE_TO_ONE = {Fold.PERSIAN: _PERSIAN, Fold.DIGITS: _DIGITS, **_SPELLINGS}


@cache
def _one_to_one(folds: Fold) -> tuple[re.Pattern[str] | None, tuple[tuple[str, str], ...]]:
    """Return the letters that become one other letter, and a pattern that finds any of them."""
    table = {key: value for flag, letters in _ONE_TO_ONE.items() if flag in folds for key, value in letters.items()}
    return (re.compile(f"[{''.join(table)}]") if table else None), tuple(table.items())


def _substitute(text: str, folds: Fold) -> str:
    """Fold one character for one; ``replace`` a letter is several times faster than ``translate``."""
    pattern, pairs = _one_to_one(folds)
    if pattern is None or pattern.search(text) is None:
        return text
    for key, value in pairs:
        text = text.replace(key, value)
    return text


@dataclass(frozen=True, slots=True)
class _Resizing:
    """What changes length: a pattern that finds it, and the table that says what a character becomes."""

    pattern: re.Pattern[str]
    mapper: CharMapper
    folds: Fold

    def replacement(self, found: str) -> str:
        """Return what a match becomes; dashes are the caller's, who sees what stands before."""
        if len(found) == 1 or found[0] == _TATWEEL:
            mapped: str = self.mapper.map_string(found)
            return mapped
        if found[-1] in _LONE_HAMZA:
            before = found[0] if found[0] == "ى" else self.mapper.map_string(found[0])
            return f"{before[:-1]}ئ"
        letter = _COMPOSED[found[-1]].get(found[0])
        if Fold.DIACRITICS in self.folds:
            return letter or found[0]
        return letter + found[1:-1] if letter else found


@cache
def _resizing(folds: Fold) -> _Resizing | None:
    mapping: dict[str, str] = {}
    several = ""
    if Fold.PRESENTATION in folds:
        mapping |= _presentation(folds)
        several += "[اويى\u06cc][\u064b-\u0652\u0670]*[\u0653-\u0655]|"
    if Fold.FINAL_HAMZA in folds:
        maqsuras = "ى" + "".join(form for form, letters in mapping.items() if letters.endswith("ى"))
        several += f"[{maqsuras}][{_MARKS}{_CONTROLS}{_TATWEEL}]*[{_LONE_HAMZA}]|"
    classes = "".join(mapping)
    for flag, characters in (
        (Fold.DIACRITICS, _MARKS),
        (Fold.CONTROLS, _CONTROLS),
    ):
        if flag in folds:
            classes += characters
    tatweel = f"{_TATWEEL}+|" if Fold.TATWEEL in folds else ""
    if not (classes or several or tatweel):
        return None
    pattern = f"{several}{tatweel}[{classes}]" if classes else f"{several}{tatweel}".rstrip("|")
    return _Resizing(re.compile(pattern), CharMapper(mapping, default=""), folds)


def _presentation(folds: Fold) -> dict[str, str]:
    """Map every presentation form to its letters, under the other folds of the same view."""
    table = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        letters: str = normalize_unicode(chr(code))
        if letters == chr(code):
            continue
        letters = letters.strip()
        if Fold.DIACRITICS in folds:
            letters = _MARK.sub("", letters)
        if Fold.TATWEEL in folds:
            letters = letters.replace(_TATWEEL, "")
        table[chr(code)] = letters
    return table


@dataclass(frozen=True, slots=True)
class View:
    """Normalised text with its way back.

    ``clean`` and ``folded`` are of one length n; ``starts[i]`` and ``ends[i]`` are the raw offsets of the
    character that gave position i, marks that stand on it included. Both arrays are None when the view has
    raw offsets already (nothing was removed or expanded).
    """

    raw: str
    clean: str
    folded: str
    starts: Sequence[int] | None
    ends: Sequence[int] | None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Map ``[start, end)`` of the view to raw offsets; an empty interval stays empty."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= len(self.starts):
            return len(self.raw), len(self.raw)
        if end <= start:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.ends[end - 1]

    def view_offset(self, offset: int) -> int:
        """Return the first position of the view whose character begins at or after raw ``offset``."""
        return offset if self.starts is None else bisect_left(self.starts, offset)


def normalise(text: str, folds: Fold = Fold.ALL) -> View:
    """Return the view of ``text`` under ``folds``; never fails, also not on lone surrogates.

    >>> view = normalise("قـُطِعَت الإنترنت")  # "the internet was cut"
    >>> view.folded
    'قطعت الانترنت'
    >>> view.raw_span(0, 4)
    (0, 8)
    """
    resizing = _resizing(folds & Fold.CLEAN)
    shorter, starts, ends = (text, None, None) if resizing is None else _resize(text, resizing)
    clean = _substitute(shorter, folds & Fold.CLEAN)
    return View(text, clean, _substitute(clean, folds & Fold.SPELLING), starts, ends)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a name or word fully folded, without a map back; for lexicon keys and look-ups."""
    return normalise(text).folded


def _resize(text: str, resizing: _Resizing) -> tuple[str, "array[int] | None", "array[int] | None"]:
    """Return the text with its removals and expansions, and the raw start and end of every character."""
    first = resizing.pattern.search(text)
    if first is None:
        return text, None, None
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    position = 0
    replacements: dict[str, str] = {}
    for match in resizing.pattern.finditer(text, first.start()):
        at, after = match.span()
        if at > position:
            pieces.append(text[position:at])
            starts.extend(range(position, at))
            ends.extend(range(position + 1, at + 1))
        position = after
        found = match.group()
        replacement = replacements.get(found)
        if replacement is None:
            replacement = replacements.setdefault(found, resizing.replacement(found))
        if found[0] == _TATWEEL and not _follows_letter(text, at):
            replacement = "-"
        if replacement:
            pieces.append(replacement)
            starts.extend([at] * len(replacement))
            ends.extend([after] * len(replacement))
        elif ends and ends[-1] == at and not _CONTROL.match(found):
            ends[-1] = after
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return "".join(pieces), starts, ends


_REACH = 16


def _follows_letter(text: str, at: int) -> bool:
    """Say whether a letter stands before ``at``, marks and controls between them set aside."""
    return _ENDS_IN_LETTER.search(text, max(0, at - _REACH), at) is not None
