"""The workbench of one article: what each extractor has found so far, as mentions, before ids exist.

Extractors are pure functions ``(Analysis) -> list of mentions``; the spaCy components of ``components`` call
them in order and store what they return here and in ``doc.spans``. Assembly turns mentions into the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from waqia.lexicon.match import Hit
from waqia.records import (
    ActorType,
    Amount,
    ClaimStatus,
    ClaimType,
    DurationRole,
    QuoteKind,
    Realis,
    Span,
    Timex3,
)
from waqia.tagger.choices import NameTagger
from waqia.text.document import Text


@dataclass(frozen=True, slots=True)
class PlatformMention:
    """A named service, or the network itself where something happens to it."""

    span: Span
    platform: str
    rules: tuple[str, ...]


@dataclass(slots=True)
class DurationMention:
    """An amount of time; ``role`` is decided by the events around it."""

    span: Span
    min_seconds: int
    max_seconds: int | None
    approximate: bool
    vague: bool
    timex3: Timex3
    rules: tuple[str, ...]
    role: DurationRole = "other"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar reference, resolved against the article's date where it needs one."""

    span: Span
    value: str | None
    timex3: Timex3
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A named person, organization or place, or an unnamed group, at one place of the text.

    ``key`` is the lexicon entry it names (``places/IQ``), if any; ``role`` the title beside the name;
    ``country`` an ISO 3166 alpha-2 code where the name or role shows it; ``alias_of`` the raw offset where the mention
    begins whose name this one says again in brackets (NBC in شبكة إن بي سي (NBC)).
    """

    span: Span
    type: ActorType
    rules: tuple[str, ...]
    key: str | None = None
    role: Span | None = None
    country: str | None = None
    wikidata: str | None = None
    alias_of: int | None = None


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """Words given as someone's. ``speaker`` is a mention of ``Analysis.actors``; None if nobody is named.

    ``cue_class`` is the class of the reporting words (say, confirm, deny, warn, demand, expect, attribute).
    """

    kind: QuoteKind
    span: Span
    speaker: ActorMention | None
    cue: Span | None
    cue_class: str | None
    rules: tuple[str, ...]


@dataclass(slots=True)
class EventMention:
    """One trigger with its type, realis and arguments; assembly merges those of one real-world event.

    ``resolved`` False: a bare definite noun that refers to an event told elsewhere. ``background``: a cue places
    it before the story's news; ``again``: it is another instance of its kind. ``context``: types of which the
    article must tell another event. ``has_doer``: its verb has a subject, known as an actor or not;
    ``verbal``: its trigger is a verb.
    """

    trigger: Span
    type: str
    realis: Realis
    rules: tuple[str, ...]
    sentence: int
    trigger_class: str = ""
    context: tuple[str, ...] = ()
    has_doer: bool = False
    verbal: bool = False
    platforms: list[PlatformMention] = field(default_factory=list)
    places: list[ActorMention] = field(default_factory=list)
    agents: list[ActorMention] = field(default_factory=list)
    affected: list[ActorMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    ends: list[DateMention] = field(default_factory=list)
    durations: list[DurationMention] = field(default_factory=list)
    cause: Span | None = None
    holder: ActorMention | None = None
    definite: bool = False
    resolved: bool = True
    background: bool = False
    again: bool = False
    confidence: float = 0.5


@dataclass(slots=True)
class ClaimMention:
    """A proposition about an event that an analyst would check."""

    type: ClaimType
    status: ClaimStatus
    span: Span
    rules: tuple[str, ...]
    event: EventMention | None
    holder: ActorMention | None = None
    sources: tuple[ActorMention, ...] = ()
    duration: DurationMention | None = None
    amount: Amount | None = None
    confidence: float = 0.5


@dataclass
class Analysis:
    """Everything known about one article while it is read."""

    text: Text
    hits: Sequence[Hit]
    reference: date | None = None
    source: str | None = None
    tagger: NameTagger | None = None
    everywhere: bool = False
    tagged: bool = False
    platforms: list[PlatformMention] = field(default_factory=list)
    durations: list[DurationMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    actors: list[ActorMention] = field(default_factory=list)
    quotes: list[QuoteMention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    claims: list[ClaimMention] = field(default_factory=list)

    @cached_property
    def hits_by_category(self) -> dict[str, list[Hit]]:
        """The lexicon hits of each category, in text order."""
        table: dict[str, list[Hit]] = {}
        for hit in self.hits:
            table.setdefault(hit.category, []).append(hit)
        return table

    def of(self, category: str) -> list[Hit]:
        """Return the hits of one category in text order; empty if there are none."""
        return self.hits_by_category.get(category, [])
