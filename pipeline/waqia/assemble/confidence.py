"""Confidence of events and claims: the share of such items that a careful reader has, too.

``lexicon/confidence.tsv`` holds rates by evidence, measured on annotated articles and shrunk towards the rate of the
wider class where few were seen (``benchmarks/confidence.py`` writes it, and prints how well the rates hold on articles
that they were not counted on). An event's evidence is its type, whether it names what it happened to, and how many
triggers tell it; a claim's is the rule that found it.
"""

from functools import cache

from waqia.errors import LexiconError
from waqia.lexicon.load import lexicon_dir, read_table
from waqia.lexicon.tables import Table

CLAIM, EVENT = "claim", "event"
_TABLE = Table("confidence.tsv", "confidence", ("key", "rate", "right", "found", "source"), {}, key="key")
_MANY = 3
_NAMED_BY_TYPE = frozenset({"power_outage", "election"})


def event_keys(kind: str, *, platforms: int, triggers: int) -> tuple[str, ...]:
    """Return the keys of an event's evidence (type, number of platforms and triggers), the narrowest first."""
    named = platforms > 0 or kind in _NAMED_BY_TYPE
    evidence = f"{EVENT}/{'named' if named else 'bare'}/{min(triggers, _MANY)}"
    return f"{evidence}/{kind}", evidence, EVENT


def claim_keys(rule: str) -> tuple[str, ...]:
    """Return the keys of a claim's evidence, the narrowest first."""
    return f"{CLAIM}/{rule}", CLAIM


def confidence(keys: tuple[str, ...]) -> float:
    """Return the rate of the narrowest key that was measured, rounded to two digits.

    Raises:
        LexiconError: not even the widest key is listed.
    """
    rates = _rates()
    for key in keys:
        if key in rates:
            return rates[key]
    raise LexiconError(f"{_TABLE.file} has no rate for {keys[-1]!r}: benchmarks/confidence.py writes it")


@cache
def _rates() -> dict[str, float]:
    return {entry.key: round(float(entry.values["rate"]), 2) for entry in read_table(_TABLE, lexicon_dir())}
