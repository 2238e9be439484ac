"""A normalised view of raw text whose every span maps back to raw offsets.

Two levels share one offset map. ``clean`` removes what carries no letter (diacritics, tatweel, zero-width and
bidi controls) and maps presentation forms, Persian letters and the three digit sets to their standard
characters. ``folded`` additionally folds the spellings that Arabic news mixes freely: alef and hamza forms, alef
maqsura/ya, ta marbuta/ha. Folding is one character for one, so ``clean`` and ``folded`` have the same length and
an offset in one is an offset in the other.

The character maps are camel-tools' ``CharMapper``; what it maps is listed in Unicode's Arabic blocks
(U+0600-06FF, U+FB50-FDFF, U+FE70-FEFF) and camel-tools' ``AR_DIAC_CHARSET``.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache

from camel_tools.utils.charmap import CharMapper
from camel_tools.utils.charsets import AR_DIAC_CHARSET


class Fold(Flag):
    """What a view folds; combine with ``|``. ``Fold.CLEAN`` loses no spelling, ``Fold.ALL`` folds all."""

    DIACRITICS = auto()
    TATWEEL = auto()
    CONTROLS = auto()
    PRESENTATION = auto()
    PERSIAN = auto()
    DIGITS = auto()
    ALEF = auto()
    HAMZA = auto()
    ALEF_MAQSURA = auto()
    TA_MARBUTA = auto()
    CLEAN = DIACRITICS | TATWEEL | CONTROLS | PRESENTATION | PERSIAN | DIGITS
    SPELLING = ALEF | HAMZA | ALEF_MAQSURA | TA_MARBUTA
    ALL = CLEAN | SPELLING


_MARKS = (
    "".join(sorted(AR_DIAC_CHARSET)) + "\u0610-\u061a\u0653-\u065f\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
)
_TATWEEL = "\u0640"
_CONTROLS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_PERSIAN = {
    "\u06a9": "ك",
    "\u06cc": "ي",
    "\u06c1": "ه",
    "\u06c0": "ه",
    "\u06be": "ه",
    "\u06aa": "ك",
    "\u06d2": "ي",
}
_DIGITS = {chr(base + digit): str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_ALEF = dict.fromkeys("أإآٱ", "ا")
_HAMZA = dict.fromkeys("ؤئ", "ء")


def _presentation() -> dict[str, str]:
    table = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        character = chr(code)
        decomposed = unicodedata.normalize("NFKC", character)
        if decomposed != character:
            table[character] = decomposed.replace(" ", "") or " "
    return table


@cache
def _one_to_one(folds: Fold) -> dict[int, str]:
    table: dict[str, str] = {}
    if Fold.PERSIAN in folds:
        table |= _PERSIAN
    if Fold.DIGITS in folds:
        table |= _DIGITS
    if Fold.ALEF in folds:
        table |= _ALEF
    if Fold.HAMZA in folds:
        table |= _HAMZA
    if Fold.ALEF_MAQSURA in folds:
        table["ى"] = "ي"
    if Fold.TA_MARBUTA in folds:
        table["ة"] = "ه"
    return {ord(key): value for key, value in table.items()}


@cache
def _resizing(folds: Fold) -> tuple[re.Pattern[str] | None, CharMapper]:
    """Return what changes length: a pattern that finds it, and the mapper that says what it becomes."""
    classes = ""
    mapping: dict[str, str] = {}
    if Fold.DIACRITICS in folds:
        classes += _MARKS
    if Fold.TATWEEL in folds:
        classes += _TATWEEL
    if Fold.CONTROLS in folds:
        classes += _CONTROLS
    if Fold.PRESENTATION in folds:
        mapping = _presentation()
        classes += "".join(mapping)
    pattern = re.compile(f"[{classes}]") if classes else None
    return pattern, CharMapper(mapping, default="")


@dataclass(frozen=True, slots=True)
class View:
    """Normalised text with its way back.

    ``clean`` and ``folded`` are of one length n; ``starts[i]`` and ``ends[i]`` are the raw offsets of the
    character that gave position i, marks that stand on it included. Both arrays are None when the view has raw
    offsets already (nothing was removed or expanded).
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


def normalise(text: str, folds: Fold = Fold.ALL) -> View:
    """Return the view of ``text`` under ``folds``.

    >>> view = normalise("قـُطِعَت الإنترنت")  # "the internet was cut"
    >>> view.folded
    'قطعت الانترنت'
    >>> view.raw_span(0, 4)
    (0, 8)
    """
    pattern, mapper = _resizing(folds & Fold.CLEAN)
    if pattern is None or pattern.search(text) is None:
        clean = text.translate(_one_to_one(folds & Fold.CLEAN))
        return View(text, clean, clean.translate(_one_to_one(folds & Fold.SPELLING)), None, None)
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    position = 0
    for match in pattern.finditer(text):
        at = match.start()
        pieces.append(text[position:at])
        starts.extend(range(position, at))
        ends.extend(range(position + 1, at + 1))
        position = at + 1
        replacement = _replacement(text[at], mapper)
        pieces.append(replacement)
        starts.extend([at] * len(replacement))
        ends.extend([at + 1] * len(replacement))
        if not replacement and ends and ends[-1] == at and text[at] not in _CONTROL_SET:
            ends[-1] = at + 1
    pieces.append(text[position:])
    starts.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    clean = "".join(pieces).translate(_one_to_one(folds & Fold.CLEAN))
    return View(text, clean, clean.translate(_one_to_one(folds & Fold.SPELLING)), starts, ends)


def fold(text: str) -> str:
    """Return ``text`` fully folded, without a map back; for lexicon keys and look-ups."""
    return normalise(text).folded


_CONTROL_SET = frozenset(
    chr(code)
    for first, last in ((0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E),
                        (0x2060, 0x2064), (0x2066, 0x206F), (0xFEFF, 0xFEFF))
    for code in range(first, last + 1)
)  # fmt: skip


def _replacement(character: str, mapper: CharMapper) -> str:
    mapped: str = mapper.map_string(character)
    return mapped
