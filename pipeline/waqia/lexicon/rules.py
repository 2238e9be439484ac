"""Rules that linguists edit: which trigger and object make an event, which cue changes its realis, what is a claim.

Every rule has an ``id``, an ``example`` in which it applies, a ``counter_example`` in which it does not, and a
``source``. Unknown keys are refused. Forms follow the word lists: ``a|b``, ``=`` for exact spelling; ``past`` and
``present`` hold third person masculine singular verbs and are inflected.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from waqia.errors import LexiconError
from waqia.lexicon.load import Entry, Form, expand_form, lexicon_dir
from waqia.lexicon.tables import Policy
from waqia.records import ClaimStatus, ClaimType, Realis

_T = TypeVar("_T")

CueCategory = Literal[
    "rumour", "possibility", "fear", "demand", "plan", "denial", "negation", "past", "hypothetical", "generic",
    "repetition", "presupposition", "pseudo", "terminate", "decide", "complaint",
]  # fmt: skip
Direction = Literal["forward", "backward", "both"]


class EventRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A trigger class, with an object class where one is needed, makes an event of a type.

    ``gap`` is how many words unknown to the lexicon may stand between trigger and object. ``object`` empty: the
    trigger needs none. ``order``: where the object may stand relative to the trigger. ``context``: types of which
    the article must tell another event, else the mention is dropped. ``completion``: phrases of which one must
    follow in the sentence (خرج التطبيق عن الخدمة "the app went out of service"). ``bridge``: nouns of which one must
    be the trigger's own object, with or without its subject between; what it happened to stands behind (رفعت المحكمة
    الحجب عن الموقع "the court lifted the block of the site"). ``digital``: the article must name a service, the
    internet, web sites or accounts (there is piracy at sea). ``link``: a word that must stand between
    trigger and object (حرمت السكان من الكهرباء). ``realis``: what the trigger itself says of whether it
    happened (لم يتأثر "was not affected"), null where the words around it do.
    """

    id: str
    type: str
    trigger: tuple[str, ...]
    example: str
    counter_example: str
    source: str
    object: tuple[str, ...] = ()
    gap: int = 0
    order: Direction = "both"
    context: tuple[str, ...] = ()
    completion: tuple[str, ...] = ()
    bridge: tuple[str, ...] = ()
    digital: bool = False
    link: str = ""
    realis: Realis | None = None


class CueRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cue in the manner of ConText (Chapman et al. 2007): words, what they say, how far they reach.

    ``scope`` counts tokens from the cue; ``direction`` forward reaches what follows it.
    """

    id: str
    category: CueCategory
    direction: Direction
    scope: int
    example: str
    counter_example: str
    source: str
    forms: str = ""
    past: str = ""
    present: str = ""
    targets: tuple[str, ...] = ()


class ClaimRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that, beside an event, state something an analyst would check.

    ``after`` is the claim type when the words follow the trigger (الانقطاع بسبب العاصفة "the outage because of the
    storm": cause), ``before`` when they precede it (بسبب الانقطاع "because of the outage": impact); either may be
    null. ``needs`` names what must stand beside the words: a ``duration``, a ``group`` between them and the trigger,
    or the ``extent`` of the event (places, people) right behind them. ``targets`` are the event types it is for,
    empty for all.
    ``status`` is the claim's status where no speaker changes it. ``loose``: the trigger may stand in an earlier
    sentence. ``result_first``: the words stand behind the consequence (اضطر إلى السير بسبب الانقطاع).
    """

    id: str
    example: str
    counter_example: str
    source: str
    after: ClaimType | None = None
    before: ClaimType | None = None
    status: ClaimStatus = "asserted"
    loose: bool = False
    result_first: bool = False
    needs: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    forms: str = ""
    past: str = ""
    present: str = ""


_VERB = Policy(proclitics="verb", enclitics=True)
_NOUN = Policy(proclitics="noun", article=True, enclitics=True)
_FIXED = Policy(proclitics="noun")
_NOMINAL = frozenset({"rumour", "possibility", "fear", "demand", "repetition"})


def _read(directory: Traversable | Path, file: str, key: str) -> list[object]:
    path = directory / file
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: {error}") from error
    return list(table.get(key, ()))


def _convert(items: list[object], kind: type[_T], file: str) -> tuple[_T, ...]:
    try:
        return msgspec.convert(items, tuple[kind, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise LexiconError(f"{file}: {error}") from error


def read_event_rules(directory: Traversable | Path) -> tuple[EventRule, ...]:
    """Read ``events.toml``; order is precedence."""
    return _convert(_read(directory, "events.toml", "rule"), EventRule, "events.toml")


def read_cues(directory: Traversable | Path) -> tuple[CueRule, ...]:
    """Read ``cues.toml``."""
    return _convert(_read(directory, "cues.toml", "cue"), CueRule, "cues.toml")


def read_claim_rules(directory: Traversable | Path) -> tuple[ClaimRule, ...]:
    """Read ``claims.toml``."""
    return _convert(_read(directory, "claims.toml", "claim"), ClaimRule, "claims.toml")


def rule_forms(rules: Sequence[CueRule | ClaimRule], category: str, file: str) -> list[Form]:
    """Return the surface forms of rules, so that the one matcher finds them too."""
    forms: list[Form] = []
    for number, rule in enumerate(rules, start=1):
        entry = Entry(rule.id, category, {}, file, number)
        fixed = isinstance(rule, CueRule) and rule.category not in _NOMINAL
        for column, policy in (("forms", _FIXED if fixed else _NOUN), ("past", _VERB), ("present", _VERB)):
            forms.extend(expand_form(entry, column, getattr(rule, column), policy))
    return forms


@cache
def event_rules() -> tuple[EventRule, ...]:
    """Return the event rules that ship with the package."""
    return read_event_rules(lexicon_dir())


@cache
def cues() -> dict[str, CueRule]:
    """Return the cues that ship with the package, by id."""
    return {cue.id: cue for cue in read_cues(lexicon_dir())}


@cache
def claim_rules() -> dict[str, ClaimRule]:
    """Return the claim rules that ship with the package, by id."""
    return {rule.id: rule for rule in read_claim_rules(lexicon_dir())}
