"""What Arabic writes together with a word: proclitics and the article before it, a pronoun behind it.

The rules are those of any reference grammar (Ryding, *A Reference Grammar of Modern Standard Arabic*, 2005,
ch. 4, 12 and 16). All functions work on single words, folded unless said otherwise.
"""

from collections.abc import Iterator

ENCLITICS = ("هما", "هم", "هن", "ها", "نا", "كم", "ه")  # ني and كما are not for news
_THIRD_PERSON = ("هما", "هم", "هن", "ها", "ه")
NOUN_CUTS = ("", "و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل")
VERB_CUTS = ("", "و", "ف", "س", "ل", "وس", "ول", "فس", "فل")


def has_article(word: str) -> bool:
    """Say whether a word begins with ال and has at least two letters behind it."""
    return word.startswith("ال") and len(word) > 3


def cuts(word: str) -> Iterator[tuple[int, str, str]]:
    """Yield (letters cut, article found, what remains); article is "", "ال" (inside the span) or "لل".

    After لل the cut takes both letters; where the word itself begins with ل only two of the three are written
    (للجنة "for the committee"), and the second stays.
    """
    yield 0, "", word
    if has_article(word):
        yield 0, "ال", word[2:]
    longest = 2 if word[0] in "وف" else 1
    for cut in range(1, longest + 1):
        if len(word) - cut < 2 or word[cut - 1] not in "وفبكلس":
            return
        rest = word[cut:]
        yield cut, "", rest
        if has_article(rest):
            yield cut, "ال", rest[2:]
        if word[cut - 1] == "ل" and rest.startswith("ل"):
            if len(rest) > 2:
                yield cut + 1, "لل", rest[1:]
            yield cut, "لل", rest


def stems_before_pronoun(word: str) -> tuple[str, ...]:
    """Return the shapes of a folded word before a pronoun: its last ه may be ة, its last ي may be ى."""
    if word.endswith("ه"):
        return word[:-1] + "ت", word
    if word.endswith("ي"):
        return word[:-1] + "ا", word
    return (word,)


def enclitic_forms(norm: str, clean: str) -> Iterator[tuple[str, str]]:
    """Yield (clean stem, pronoun): ة opens to ت, ى to ا, and وا loses its alef (Ryding 2005, ch. 12).

    A word in ى takes third persons only: ترى and كم would read تراكم "heap up".

    >>> [stem + pronoun for stem, pronoun in enclitic_forms("خدمه", "خدمة")][:2]  # "their service"
    ['خدمتهما', 'خدمتهم']
    """
    stem = clean
    enclitics: tuple[str, ...] = ENCLITICS
    if clean.endswith("ة"):
        stem = clean[:-1] + "ت"
    elif clean.endswith("ى"):
        stem, enclitics = clean[:-1] + "ا", _THIRD_PERSON
    elif norm.endswith("وا") and len(norm) > 3:
        stem = clean[:-1]
    for enclitic in enclitics:
        yield stem, enclitic
