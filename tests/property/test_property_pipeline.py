"""Any string goes through, and every span says where its words stand."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

import waqia
from waqia.records import Span, decode, encode

PIECES = st.sampled_from(
    ["انقطع الإنترنت عن بغداد", "قال محمد علي إن", "\"", "«", "»", ":", ".", "،", "\n", " ", "أكثر من 12 ساعة",
     "تعطل فيسبوك", "نفى الوزير", "بسبب", "و", "ل", "\u202b", "\u0640", "ﻻ", "😀", "4 تشرين الأول/أكتوبر 2021",
     "لواتس آب", "شائعات عن", "(رويترز) -", "خسائر", "٣ ملايين", "http://x.co/ب", "@ف", "#قطع_الإنترنت"]
)  # fmt: skip
NEWS = st.lists(PIECES, max_size=25).map(" ".join)


def spans(value):
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        if hasattr(value, "start") and hasattr(value, "text") and isinstance(value.start, int):
            yield Span(value.start, value.end, value.text)
            return
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check(text):
    record = waqia.extract_one({"id": "x", "text": text, "published_at": "2021-10-06"})
    for span in spans(record):
        assert span.text == text[span.start : span.end]
        assert span.text
    return record


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_pipeline_any_text_goes_through(text):
    check(text)


@settings(max_examples=80)
@given(st.text(st.characters(), max_size=80))
def test_pipeline_lone_surrogates_go_through(text):
    check(text)


@settings(max_examples=150)
@given(NEWS)
def test_pipeline_news_pieces_round_trip_and_repeat(text):
    record = check(text)
    assert decode(encode(record)) == record
    assert encode(waqia.extract_one({"id": "x", "text": text, "published_at": "2021-10-06"})) == encode(record)


@settings(max_examples=60)
@given(NEWS)
def test_pipeline_references_exist_in_the_record(text):
    record = check(text)
    actors = {actor.id for actor in record.actors}
    events = {event.id for event in record.events}
    durations = {duration.id for duration in record.durations}
    platforms = {platform.id for platform in record.platforms}
    for event in record.events:
        assert set(event.places) | set(event.agents) | set(event.affected) <= actors
        assert set(event.platforms) <= platforms
        assert event.duration is None or event.duration in durations
    for claim in record.claims:
        assert claim.event in events
        assert claim.holder is None or claim.holder in actors
        assert set(claim.sources) <= actors
        assert claim.duration is None or claim.duration in durations
    for quote in record.quotes:
        assert quote.speaker is None or quote.speaker in actors
