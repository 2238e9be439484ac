"""The contract as types: what waqia says about one article.

Every offset is a code-point index into ``Article.text`` as received, never into normalised text, and every
interval is half-open. Constructors do not validate (msgspec validates on decode); mypy and the round-trip
property test do. Identifiers (``a1``, ``e2``...) are unique within one record and stable: the same text under
the same version gives the same bytes.
"""

from typing import Literal

import msgspec

SCHEMA = "waqia.article/1"

ActorType = Literal["person", "organization", "group", "place"]
DurationRole = Literal["outage", "lost_time", "window", "other"]
QuoteKind = Literal["direct", "indirect"]
Realis = Literal["actual", "reported", "planned", "rumoured", "feared", "demanded", "denied", "past"]
ClaimType = Literal[
    "lost_time",
    "financial_loss",
    "users_affected",
    "cause",
    "responsibility",
    "shutdown_rumour",
    "shutdown_plan",
    "denial",
    "confirmation",
    "restoration",
    "impact",
    "warning",
]
ClaimStatus = Literal["asserted", "attributed", "rumoured", "speculated", "denied", "planned"]


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """Half-open ``[start, end)`` in code points of the article's raw text.

    ``text == article.text[start:end]``, always. Proclitics, enclitic pronouns, titles and quotation marks are
    left out; ال is kept where it is written, and after لل the span starts behind the second ل.
    """

    start: int
    end: int
    text: str


class Amount(msgspec.Struct, frozen=True, gc=False):
    """A number of people, things or money: its span, and its value when the words give one.

    ``unit`` is ``people``, ``items`` or an ISO 4217 currency code; both are null for vague amounts.
    """

    start: int
    end: int
    text: str
    value: float | None = None
    unit: str | None = None


class Timex3(msgspec.Struct, frozen=True, gc=False):
    """TIMEX3 ``value`` and ``mod`` attributes (ISO-TimeML), e.g. ``PT12H`` and ``MORE_THAN``."""

    value: str | None
    mod: str | None = None


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article as received. ``text`` is never altered.

    ``published_at`` is an ISO 8601 date or date-time, or null; a year alone is kept but anchors no relative
    date. ``language`` is an ISO 639 code. ``content_sha256`` is the digest of ``text`` in UTF-8.
    """

    id: str
    title: str | None = None
    text: str
    published_at: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    content_sha256: str | None = None


class Actor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A person, organization, place, or unnamed group, with every named mention in text order.

    ``name`` is its fullest form in the text; ``canonical`` the one that the lexicon has for it in every article, null
    for what it doesn't know; ``latin`` a form in Latin letters to show.
    """

    id: str
    type: ActorType
    name: str
    canonical: str | None = None
    latin: str | None = None
    role: Span | None = None
    country: str | None = None
    wikidata: str | None = None
    mentions: tuple[Span, ...]


class Platform(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A digital service, or the ``internet``, ``telephony`` or ``sms`` to which something happens."""

    id: str
    platform: str
    mentions: tuple[Span, ...]


class Duration(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An amount of time in seconds; ``max_seconds`` null means unbounded above."""

    id: str
    span: Span
    min_seconds: int
    max_seconds: int | None
    approximate: bool = False
    vague: bool = False
    role: DurationRole = "other"
    timex3: Timex3


class Date(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A calendar reference; ``value`` is YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www, or null if unanchored."""

    id: str
    span: Span
    value: str | None
    timex3: Timex3


class Quote(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Words given as someone's; ``speaker`` is an actor id, ``cue`` the reporting words."""

    id: str
    kind: QuoteKind
    span: Span
    speaker: str | None
    cue: Span | None


class Event(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One real-world event of the article with all its triggers; arguments are ids in the same record."""

    id: str
    type: str
    realis: Realis
    triggers: tuple[Span, ...]
    platforms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    cause: Span | None = None
    confidence: float


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A checkable proposition about an event; ``holder`` null is the narrator.

    ``sources`` is the chain from the closest holder outwards, the publishing outlet left out. ``conflicts`` are the ids
    of claims of other holders about the same event that contradict it; both stay.
    """

    id: str
    type: ClaimType
    status: ClaimStatus
    span: Span
    holder: str | None
    sources: tuple[str, ...] = ()
    event: str | None
    duration: str | None = None
    amount: Amount | None = None
    conflicts: tuple[str, ...] = ()
    confidence: float


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What made the record: versions, hashes, and for each item id the rules or models that made it."""

    package: str
    schema: str
    models: dict[str, str]
    lexicon: str
    items: dict[str, tuple[str, ...]]


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Everything waqia says about one article; one JSON line."""

    schema: Literal["waqia.article/1"] = "waqia.article/1"
    article: Article
    actors: tuple[Actor, ...] = ()
    platforms: tuple[Platform, ...] = ()
    durations: tuple[Duration, ...] = ()
    dates: tuple[Date, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    provenance: Provenance


class Failure(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An article that could not be processed, and why; it stands beside the records, never in their place.

    ``stage`` is the step that failed (``ingest``, ``extract``...), ``reason`` a short stable code such as
    ``empty_file``, ``message`` says in words what was found and what would be right. ``line`` is 1-based.
    """

    article_id: str | None
    stage: str
    reason: str
    message: str
    path: str | None = None
    line: int | None = None


def encode(record: ArticleRecord | Failure) -> bytes:
    """Return the record as one line of UTF-8 JSON, without the newline."""
    return msgspec.json.encode(record)


def decode(line: bytes | str) -> ArticleRecord:
    """Read a record back.

    Raises:
        msgspec.ValidationError: the line is JSON but no article record; the message holds the path.
        msgspec.DecodeError: the line is no JSON.
    """
    return _DECODER.decode(line)


_DECODER = msgspec.json.Decoder(ArticleRecord)
