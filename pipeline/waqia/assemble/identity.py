"""What names an actor across articles and alphabets: its canonical name, and a Latin one to show.

Neither adds a fact: the canonical name is the lexicon's first form of a known entity; the Latin one stands in the text,
or spells a person's name as people of that name do (Wikidata, by arabic-name-romanizer), or is the lexicon's id of a
place. A part of a name that nobody is known to spell leaves it out.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from waqia.assemble.coreference import ResolvedActor
from waqia.lexicon.load import lexicon

if TYPE_CHECKING:
    from arabic_name_romanizer import Transliterator

_NAMED = ("places.tsv", "organizations.tsv", "outlets.tsv")


def canonical_name(actor: ResolvedActor) -> str | None:
    """Return the first form that the lexicon gives for what the actor is, if it knows it.

    >>> canonical_name(ResolvedActor("place", "بلاد الرافدين", None, "IQ", "places/IQ", None, ()))  # "Mesopotamia"
    'العراق'
    """
    return None if actor.key is None else _canonical_names().get(actor.key)


def latin_name(actor: ResolvedActor) -> str | None:
    """Return a name in Latin letters, or None.

    >>> latin_name(ResolvedActor("person", "خالد المحنا", None, "IQ", None, None, ()))
    'Khalid Al-Muhanna'
    """
    written = [mention.span.text for mention in actor.mentions if mention.span.text.isascii()]
    if written:
        return max(written, key=len)
    if actor.type == "person" and " " in actor.name:  # one word alone is spelt too many ways
        return _spelt(actor.name, actor.country)
    if actor.type == "place" and actor.key is not None:
        _, _, slug = actor.key.partition(".")
        return slug.replace("_", " ").title() or None
    return None


@cache
def _canonical_names() -> dict[str, str]:
    entries = (entry for entry in lexicon().entries if entry.file in _NAMED)
    return {entry.rule: entry.values["forms"].split("|")[0].removeprefix("=") for entry in entries}


@lru_cache(maxsize=20_000)
def _spelt(name: str, country: str | None) -> str | None:
    found: str = _romanizer().transliterate(name, country=country)
    return found or None


@cache
def _romanizer() -> "Transliterator":
    from arabic_name_romanizer import Transliterator

    return Transliterator(auto_load_model=False, use_rules_fallback=False)
