"""Unvocalised inflection of Arabic verbs, as far as news needs it: third persons and first plural.

The rules are those of any reference grammar (Ryding, *A Reference Grammar of Modern Standard Arabic*, 2005,
ch. 21-27) after the short vowels are left out: a final weak radical (ى ا) falls before ت and وا, a present
tense changes its prefix and takes ون or ان. Passives whose letters equal the active need no forms of their own.
"""


def past_forms(stem: str) -> list[str]:
    """Inflect a third person masculine singular past (قال "he said", نفى "he denied").

    >>> past_forms("نفى")
    ['نفى', 'نفت', 'نفوا', 'نفيا', 'نفتا', 'نفينا', 'نفين']
    """
    if stem.endswith("ى") or (stem.endswith("ا") and len(stem) > 2):
        root = stem[:-1]
        weak = "ي" if stem.endswith("ى") else "و"
        return [
            stem,
            f"{root}ت",
            f"{root}وا",
            f"{root}{weak}ا",
            f"{root}تا",
            f"{root}{weak}نا",
            f"{root}{weak}ن",
        ]
    if stem.endswith("ي"):
        return [stem, f"{stem}ت", f"{stem[:-1]}وا", f"{stem}ا", f"{stem}تا", f"{stem}نا"]
    return [stem, f"{stem}ت", f"{stem}وا", f"{stem}ا", f"{stem}تا", f"{stem}نا"]


def present_forms(stem: str) -> list[str]:
    """Inflect a third person masculine singular present (يقول "he says", ينفي "he denies").

    >>> present_forms("ينفي")
    ['ينفي', 'تنفي', 'ننفي', 'ينفون', 'تنفون', 'ينفوا', 'ينفيان', 'تنفيان', 'ينفين']
    """
    body = stem[1:]
    plural = body[:-1] if body[-1:] in "يىو" else body
    dual = body[:-1] + "ي" if body[-1:] == "ى" else body
    return [
        stem, f"ت{body}", f"ن{body}", f"ي{plural}ون", f"ت{plural}ون", f"ي{plural}وا",
        f"ي{dual}ان", f"ت{dual}ان", f"ي{dual}ن",
    ]  # fmt: skip
