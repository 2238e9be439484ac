from hypothesis import given
from hypothesis import strategies as st

from waqia.ingest.decode import decode as decode_bytes
from waqia.ingest.published import normalise_published
from waqia.output.cells import cell
from waqia.output.pieces import moment
from waqia.output.rows import rows_of
from waqia.records import (
    Actor,
    Amount,
    Article,
    ArticleRecord,
    Claim,
    Date,
    Duration,
    Event,
    Failure,
    Platform,
    Provenance,
    Quote,
    Span,
    Timex3,
    decode,
    encode,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
OFFSET = st.integers(0, 2**53)
SPAN = st.builds(Span, OFFSET, OFFSET, TEXT)
SPANS = st.lists(SPAN, min_size=1, max_size=3).map(tuple)
MAYBE_TEXT = st.none() | TEXT
CONFIDENCE = st.floats(0, 1)
ACTORS, PLATFORMS, EVENTS, DURATIONS = ("a1", "a2"), ("p1",), ("e1",), ("d1",)
some = lambda ids: st.lists(st.sampled_from(ids), max_size=2).map(tuple)  # noqa: E731
maybe = lambda ids: st.none() | st.sampled_from(ids)  # noqa: E731
TIMEX = st.builds(Timex3, value=MAYBE_TEXT, mod=MAYBE_TEXT)


def listed(ids, make):
    return st.tuples(*(make(st.just(id)) for id in ids))


RECORDS = st.builds(
    ArticleRecord,
    schema=st.just("waqia.article/1"),
    article=st.builds(
        Article,
        id=TEXT,
        title=MAYBE_TEXT,
        text=TEXT,
        published_at=MAYBE_TEXT,
        source=MAYBE_TEXT,
        url=MAYBE_TEXT,
        language=MAYBE_TEXT,
        content_sha256=MAYBE_TEXT,
    ),
    actors=listed(
        ACTORS,
        lambda id: st.builds(
            Actor,
            id=id,
            name=TEXT,
            role=st.none() | SPAN,
            country=MAYBE_TEXT,
            wikidata=MAYBE_TEXT,
            mentions=SPANS,
        ),
    ),
    platforms=listed(PLATFORMS, lambda id: st.builds(Platform, id=id, platform=TEXT, mentions=SPANS)),
    durations=listed(
        DURATIONS,
        lambda id: st.builds(
            Duration, id=id, span=SPAN, min_seconds=OFFSET, max_seconds=st.none() | OFFSET, timex3=TIMEX
        ),
    ),
    dates=st.lists(st.builds(Date, id=TEXT, span=SPAN, value=MAYBE_TEXT, timex3=TIMEX), max_size=2).map(tuple),
    quotes=st.lists(st.builds(Quote, id=TEXT, span=SPAN, speaker=maybe(ACTORS), cue=st.none() | SPAN), max_size=2).map(
        tuple
    ),
    events=listed(
        EVENTS,
        lambda id: st.builds(
            Event,
            id=id,
            type=TEXT,
            triggers=SPANS,
            platforms=some(PLATFORMS),
            places=some(ACTORS),
            agents=some(ACTORS),
            affected=some(ACTORS),
            start=MAYBE_TEXT,
            end=MAYBE_TEXT,
            duration=maybe(DURATIONS),
            cause=st.none() | SPAN,
            confidence=CONFIDENCE,
        ),
    ),
    claims=st.lists(
        st.builds(
            Claim,
            id=TEXT,
            span=SPAN,
            holder=maybe(ACTORS),
            sources=some(ACTORS),
            event=maybe(EVENTS),
            duration=maybe(DURATIONS),
            confidence=CONFIDENCE,
            amount=st.none() | st.builds(Amount, OFFSET, OFFSET, TEXT, st.none() | st.floats(0, 1e12), MAYBE_TEXT),
        ),
        max_size=2,
    ).map(tuple),
    provenance=st.builds(
        Provenance,
        package=TEXT,
        schema=TEXT,
        lexicon=TEXT,
        models=st.dictionaries(TEXT, TEXT),
        items=st.dictionaries(TEXT, st.lists(TEXT, max_size=2).map(tuple), max_size=2),
    ),
)


@given(RECORDS)
def test_decode_of_encode_is_the_identity(record):
    line = encode(record)
    assert b"\n" not in line
    assert decode(line) == record
    assert encode(decode(line)) == line


@given(RECORDS)
def test_every_record_has_rows(record):
    rows = rows_of(record)
    assert len(rows["events"]) == 1
    for table in rows.values():
        for row in table:
            assert all(isinstance(cell(value), str) for value in row.values())


@given(st.builds(Failure, article_id=MAYBE_TEXT, stage=TEXT, reason=TEXT, message=TEXT))
def test_failures_are_one_line(failure):
    assert encode(failure).count(b"\n") == 0


@given(st.text() | st.integers() | st.none() | st.dates() | st.datetimes())
def test_published_dates_are_null_or_start_with_a_year(value):
    found = normalise_published(value)
    assert found is None or found[:4].isdecimal()
    moment(found)


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_is_never_altered(text):
    assert decode_bytes(text.encode()) == text
