"""Trigger words that are verb and noun alike: تعطل "broke down, breaking down", قطع "cut, cutting".

Without short vowels a third person past and its verbal noun are often the same letters. Where the word has no article
and no preposition, it reads as a verb at the start of its sentence and right behind its subject (واتساب تعطل).
"""

from functools import cache

from waqia.extraction.layout import Layout
from waqia.lexicon.load import lexicon
from waqia.lexicon.match import Hit
from waqia.text.normalise import fold

_VERB_COLUMNS = ("past", "present")
_CONJUNCTIONS = ("", "و", "ف")


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(
        fold(form.text) for form in lexicon().forms if form.entry.category == "trigger" and form.column == "past"
    )


def is_verb(layout: Layout, hit: Hit) -> bool:
    """Say whether a trigger hit is a verb where it stands, or must be taken for one."""
    if hit.form.column in _VERB_COLUMNS:
        return True
    if hit.article or hit.enclitic or hit.proclitics not in _CONJUNCTIONS or fold(hit.form.text) not in _past_forms():
        return False
    begin, _ = layout.sentence_bounds(hit.first)
    return hit.first == begin or hit.first in layout.thing_ends
