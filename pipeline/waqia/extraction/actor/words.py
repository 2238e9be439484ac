"""What can't be part of a name, and how the words around names behave: classes of words read from two lists.

``actor_words.tsv`` holds small classes of words (particles, place heads, kinds of institution heads), each
explained by a comment line. ``common_words.tsv`` lists the words counted at least 30 times in six million
tokens of Arabic news (2010-2024, five countries), less those that stand behind a given name in 5 % of their
uses or are labelled as persons in public NER corpora (ANERcorp, AQMAR, Wojood); what a clitic makes of a
listed word is left out of it and found by :func:`is_common`. Look-ups are by folded form.
"""

from functools import cache, lru_cache

from waqia.lexicon.words import common_words, word_class

_PROCLITICS = tuple("وال بال فال كال ولل لل ال وب ول وس فل فب و ف ب ل ك س".split(" "))  # noqa: SIM905
_ENCLITICS = ("هما", "ها", "هم", "نا", "ه")
_NO_ADJECTIVES = frozenset(
    ("التي", "الذي", "الثلاثي", "الاهالي", "النادي", "المباني", "الاراضي", "المساعي", "المحامي", "القاضي")
)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the folded words of a class of ``actor_words.tsv``; ``function`` joins the closed classes.

    Raises:
        LexiconError: there is no such class; the message lists those there are.
    """
    if name == "function":
        return word_set("preposition") | word_set("conjunction") | word_set("pronoun")
    return word_class("actor_words.tsv", name)


@lru_cache(maxsize=65536)
def without_proclitic(norm: str, proclitics: tuple[str, ...], *classes: str) -> str:
    """Return a folded token without the first proclitic that leaves a word of the classes, else as it is.

    >>> without_proclitic("وبمحافظه", ("", "و", "وب"), "place_head")  # "and in the governorate"
    'محافظه'
    """
    for proclitic in proclitics:
        rest = norm[len(proclitic) :]
        if norm.startswith(proclitic) and any(rest in word_set(name) for name in classes):
            return rest
    return norm


@lru_cache(maxsize=65536)
def is_common(norm: str) -> bool:
    """Tell whether a folded token is a function word or common word, also with clitics.

    >>> is_common("المتحدث"), is_common("الصحاف")  # "the spokesman", a surname
    (True, False)
    """
    words = common_words()
    function = word_set("function")
    if norm in words or norm in function or norm in word_set("temporal"):
        return True
    for proclitic in _PROCLITICS:
        if norm.startswith(proclitic) and len(norm) - len(proclitic) >= 3:
            rest = norm[len(proclitic) :]
            if rest in words or rest in function or _without_enclitic(rest, words):
                return True
    return _without_enclitic(norm, words)


def _without_enclitic(word: str, words: frozenset[str]) -> bool:
    for enclitic in _ENCLITICS:
        if word.endswith(enclitic) and len(word) - len(enclitic) >= 3:
            stem = word[: -len(enclitic)]
            feminine = stem[:-1] + "ه" if stem.endswith("ت") else stem
            if not words.isdisjoint((stem, "ال" + stem, feminine, "ال" + feminine)):
                return True
    return False


def opens_clause(norm: str) -> bool:
    """Tell whether a token begins a clause, behind which no title reaches its name."""
    return norm in word_set("clause_opener")


@lru_cache(maxsize=16384)
def is_titular_adjective(norm: str) -> bool:
    """Tell whether a folded token with ال can be an adjective in an institution's name (nisba or listed).

    >>> is_titular_adjective("العراقيه"), is_titular_adjective("الماضي")  # "Iraqi", "last"
    (True, False)
    """
    if not norm.startswith("ال") or len(norm) < 5 or norm in _NO_ADJECTIVES or norm in word_set("temporal"):
        return False
    stem = norm[2:]
    return stem in word_set("titular_adjective") or stem.endswith(("يه", "ي", "يين"))
