"""Cut the proclitics from an Arabic word: و ف (conjunctions), ب ك ل (prepositions), س (future), and ل + ال.

Whether و begins وزارة "ministry" or وبغداد "and Baghdad" is not to be seen in the letters, so the cut rests on
counts. ``stems.tsv`` lists the words of Arabic news (2010-2024, 102,000 articles, 12 occurrences or more) that
are words of their own, with their counts. A word that begins with one of the six letters was entered if

* it takes what only a word of its own can take (الوزارة, بوزارة; behind و also ووزارة), relative to its count, or
* what remains without the letter is no word, or one too rare beside it (0.02 for و ف, 0.12 for ب ل, 1 for ك), or
* it is an inflection of a commoner word that begins with the same letter (كلهم of كل "all").

What remains behind س must be a present tense, that is, occur with two of the prefixes ي ت ن. What the counts get
wrong stands in ``proclitic_exceptions.tsv``. Words that are in neither list are cut where the rest is a listed
word or an inflection of one. The grammar of what may follow what: Ryding, *A Reference Grammar of Modern Standard
Arabic*, 2005, ch. 16 and 18. Accuracy is pinned in ``tests/unit/text/test_clitics.py``.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بكل"
_PRESENT = "يتنأ"
_HAMZA = "أإآ"
_SUFFIXES = (
    "هما", "هم", "هن", "ها", "نا", "كم", "وا", "ون", "ين", "ان", "ات", "ية", "ه", "ي", "ا", "ت", "ة", "ك",
)  # fmt: skip
_ENDINGS = {"ت": "ة", "ئ": "ء", "ؤ": "ء", "ا": "ى"}
"""How the last letter before a suffix is written where none follows."""
_COMMON, _VERY_COMMON = 40, 500
_SHORTEST = 3
_LEAST = {"ا": 6, "و": 6, "ي": 8}
"""Letters that an unknown rest behind و must have, by its first: names begin with وا وو وي (واترلو, ويندسور)."""


class Segments(NamedTuple):
    """The proclitics of a word, letter by letter in order, and what remains; joined they are the word.

    ``stem`` keeps ال where it is written; for ل + ال the second ل is a proclitic of its own, so that the stem
    begins behind لل (للإنترنت: ل, ل, إنترنت "for the internet").
    """

    proclitics: tuple[str, ...]
    stem: str


def split_proclitics(word: str) -> Segments:
    """Cut the proclitics from a clean word (``Token.clean``); words in doubt stay whole.

    >>> split_proclitics("وبالعراق")  # "and in Iraq"
    Segments(proclitics=('و', 'ب'), stem='العراق')
    >>> split_proclitics("وزارة")  # "ministry"
    Segments(proclitics=(), stem='وزارة')
    """
    return _segment(word) or Segments((), word)


def _segment(word: str) -> Segments | None:
    """Return the segments of a word that is known or can be cut; None if neither."""
    listed = _exceptions().get(word)
    if listed is not None:
        cut = len("".join(listed))
        return Segments(listed, word[cut:])
    if word in _stems():
        return Segments((), word)
    if len(word) < _SHORTEST:
        return None
    head, rest = word[0], word[1:]
    if _inflects_own(word, rest):
        return Segments((), word)
    if head in _CONJUNCTIONS:
        return _behind_conjunction(head, rest)
    return _behind_preposition(word)


def _behind_conjunction(head: str, rest: str) -> Segments | None:
    if _has_article(rest) or rest[0] in _HAMZA:
        return Segments((head,), rest)
    inner = _segment(rest) if rest[0] not in _CONJUNCTIONS or rest in _stems() or rest in _exceptions() else None
    if inner is None and _inflected(rest):
        inner = Segments((), rest)
    if inner is None and (_is_present(rest) or (head == "و" and len(rest) >= _LEAST.get(rest[0], _SHORTEST))):
        inner = Segments((), rest)
    return inner and Segments((head, *inner.proclitics), inner.stem)


def _behind_preposition(word: str) -> Segments | None:
    head, rest = word[0], word[1:]
    if head == "س":
        return Segments((head,), rest) if _is_present(rest) else None
    if head not in _PREPOSITIONS:
        return None
    if head == "ل" and rest.startswith("ل"):
        return _behind_lam(rest)
    if rest[0] in _HAMZA:
        return Segments((head,), rest)
    if _has_article(rest):
        sure = _known(rest[2:]) or (head == "ب" and len(rest) >= _LEAST["ا"])
        return Segments((head,), rest) if sure else None
    if head == "ل" and _is_present(rest):
        return Segments((head,), rest)
    if head == "ك":
        least = _COMMON if len(rest) > _SHORTEST else _VERY_COMMON
        return Segments((head,), rest) if _stems().get(rest, 0) >= least else None
    return Segments((head,), rest) if rest in _stems() or _inflected(rest) else None


def _behind_lam(rest: str) -> Segments | None:
    """Cut للجنة into ل + لجنة "committee", but للمدينة into ل + ل + مدينة "city": the commoner word wins."""
    if len(rest) < _SHORTEST:
        return None
    if _weight(rest) > _weight(rest[1:]):
        return Segments(("ل",), rest)
    return Segments(("ل", "ل"), rest[1:])


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) > len("ال") + 1


def _known(word: str) -> bool:
    return word in _stems() or word[0] in _HAMZA or _inflected(word) or _is_present(word)


def _weight(word: str) -> int:
    """Return the count of a word or of the longest stem it inflects."""
    return _stems().get(word) or next((_stems()[stem] for stem in _bases(word)), 0)


def _inflected(word: str) -> bool:
    return any(True for _ in _bases(word))


def _bases(word: str) -> list[str]:
    """Return the listed words that ``word`` may be an inflection of: a suffix cut, the last letter restored."""
    bases = []
    for suffix in _SUFFIXES:
        base = word.removesuffix(suffix)
        if base != word and len(base) >= _SHORTEST:
            restored = base[:-1] + _ENDINGS.get(base[-1], base[-1])
            bases += [stem for stem in (base, restored, base + "ة", base + "ى") if stem in _stems()]
    return bases


def _inflects_own(word: str, rest: str) -> bool:
    """Say whether a word inflects one of its own that is commoner than what remains without its first letter."""
    best = max((_stems()[stem] for stem in _bases(word)), default=0)
    return best > _stems().get(rest, 0) and not (rest[0] in _HAMZA or _has_article(rest))


def _is_present(word: str) -> bool:
    """Say whether a word is a present tense: listed, or listed with another of the prefixes."""
    if len(word) < _SHORTEST or word[0] not in _PRESENT:
        return False
    bodies = {word[1:], *(word[1:].removesuffix(suffix) for suffix in ("وا", "ون", "ها", "ه", "هم", "ان"))}
    return any(prefix + body in _stems() for body in bodies if len(body) > 1 for prefix in "يتن")


@cache
def _stems() -> dict[str, int]:
    with (files("waqia.text") / "stems.tsv").open(encoding="utf-8") as lines:
        next(lines)
        return {word: int(count) for word, count in (line.rstrip("\n").split("\t") for line in lines)}


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    """Return the proclitics of the words that the counts get wrong."""
    with (files("waqia.text") / "proclitic_exceptions.tsv").open(encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["word"]: tuple(filter(None, row["proclitics"].split("+"))) for row in rows}
