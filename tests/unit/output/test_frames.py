import msgspec
import pandas as pd
import pyarrow as pa
import pytest

from waqia.output import to_frames
from waqia.output.events import evidence_finder
from waqia.output.pieces import moment
from waqia.output.tables import SCHEMAS
from waqia.records import Failure

CONTRACT = """article_id, event_id, event_type, realis, published_at, source, url, title, trigger,
trigger_start, trigger_end, start_date, end_date, duration_text, duration_min_seconds, duration_max_seconds,
lost_time_text, lost_time_min_seconds, lost_time_max_seconds, platforms, place_names, countries, agents,
affected, cause, claims, source_chain, confidence, evidence, schema_version"""


def with_article(record, **fields):
    return msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, **fields))


@pytest.fixture
def frames(seed_record):
    failure = Failure(article_id=None, stage="ingest", reason="bad_json", message="no JSON", path="a.jsonl", line=7)
    return to_frames([with_article(seed_record, published_at="2021-10-09T08:00:00+03:00"), failure])


def test_event_table_has_the_columns_of_the_contract(frames):
    assert list(frames["events"].columns) == CONTRACT.replace("\n", " ").split(", ")


def test_every_event_of_the_seed_is_one_row(frames):
    events = frames["events"].set_index("event_id")
    assert list(events.index) == ["e1", "e2", "e3", "e4"]
    first = events.loc["e1"]
    assert (first.event_type, first.realis, first.trigger) == ("platform_outage", "actual", "الانقطاع")
    assert first.platforms == ["facebook", "instagram", "whatsapp"]
    assert (first.duration_text, first.duration_min_seconds, first.duration_max_seconds) == (
        "بضع ساعات",
        10800,
        32400,
    )
    assert first.published_at == pd.Timestamp(2021, 10, 9, 8)
    assert first.place_names == ["العراق"]
    assert first.countries == ["IQ"]


def test_lost_time_stays_apart_from_the_length_of_the_outage(frames):
    first = frames["events"].iloc[0]
    assert (first.lost_time_text, first.lost_time_min_seconds) == ("أكثر من 12 ساعة", 43200)
    assert first.lost_time_max_seconds is pd.NA


def test_claims_and_sources_are_told_by_name(frames):
    last = frames["events"].iloc[3]
    assert last.source_chain == ["علي أغوان", "سكاي نيوز عربية"]
    assert last.claims[0]["type"] == "shutdown_rumour"
    assert last.claims[0]["holder"] == "علي أغوان"


def test_evidence_is_the_sentence_of_the_first_trigger(frames, seed_record):
    for row in frames["events"].itertuples():
        assert row.trigger in row.evidence
        assert row.evidence in seed_record.article.text
        assert "\n" not in row.evidence


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("انقطع الاتصال. وعاد بعد ساعة.", "عاد", "وعاد بعد ساعة."),
        ("عنوان\r\nانقطع الاتصال", "انقطع", "انقطع الاتصال"),
        ("عنوان\nانقطع", "عنوان", "عنوان"),
        ("  \n  ", "\n", ""),
    ],
)
def test_evidence_finder_respects_paragraphs(text, word, sentence):
    assert evidence_finder(text)(text.index(word)) == sentence


def test_companions_join_by_article_id(frames, seed_record):
    counts = frames["articles"].iloc[0]
    for name in ("actors", "platforms", "durations", "dates", "quotes", "events", "claims"):
        assert set(frames[name].article_id) == {seed_record.article.id}
        assert len(frames[name]) == len(getattr(seed_record, name)) == counts[f"{name[:-1]}_count"]
    failure = frames["failures"].iloc[0]
    assert pd.isna(failure.article_id)
    assert (failure.reason, failure.path, failure.line) == ("bad_json", "a.jsonl", 7)


def test_types_do_not_depend_on_the_rows(frames):
    empty = to_frames([])
    assert set(empty) == set(frames) == set(SCHEMAS)
    for name, frame in frames.items():
        assert list(empty[name].dtypes) == list(frame.dtypes)
    events = empty["events"].dtypes
    assert str(events.trigger_start) == str(events.duration_max_seconds) == "Int64"
    assert str(events.published_at).startswith("datetime64[us")
    assert events.title == events.evidence == pd.StringDtype()


def test_schemas_hold_no_null_types():
    assert not [field for schema in SCHEMAS.values() for field in schema if pa.types.is_null(field.type)]


@pytest.mark.parametrize(
    ("published_at", "expected"),
    [
        (None, None),
        ("2021", None),
        ("2021-10", None),
        ("2021-10-07", pd.Timestamp(2021, 10, 7)),
        ("2021-10-07T23:30:00+03:00", pd.Timestamp(2021, 10, 7, 23, 30)),
        ("2021-10-07T23:30:00Z", pd.Timestamp(2021, 10, 7, 23, 30)),
        ("yesterday evening", None),
    ],
)
def test_moment_is_wall_clock_time_of_full_dates(published_at, expected):
    assert moment(published_at) == expected
