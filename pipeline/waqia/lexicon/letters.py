"""Which letters a word list may hold, and what to write instead of the others.

Matching removes or folds these letters anyway; a list that holds them shows something else than it matches,
and two lines that look alike may differ.
"""

import unicodedata

from waqia.text.normalise import Fold, normalise

_NAMES = {
    Fold.PRESENTATION: "presentation-form letters",
    Fold.PERSIAN: "Persian letters",
    Fold.TATWEEL: "tatweel",
    Fold.DIACRITICS: "diacritics",
    Fold.CONTROLS: "invisible control characters",
}
_REFUSED = Fold.PRESENTATION | Fold.PERSIAN | Fold.TATWEEL | Fold.DIACRITICS | Fold.CONTROLS


def letter_fault(value: str) -> str | None:
    """Say what is wrong with the letters of a cell and what would be right; None if nothing is.

    >>> letter_fault("ﻋﺸﺮﺓ")  # "ten", in presentation forms
    'presentation-form letters; write عشرة'
    """
    right = unicodedata.normalize("NFC", normalise(value, _REFUSED).clean)
    if right == value:
        return None
    faults = [name for fold, name in _NAMES.items() if normalise(value, fold).clean != value]
    return f"{' and '.join(faults) or 'decomposed letters (not NFC)'}; write {right}"
