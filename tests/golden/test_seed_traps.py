"""The traps of the seed article: every place where a careless reader goes wrong, and what must not happen there.

Offsets are code points of ``seeds/000_bdbe3284323f89d4.txt``. Each trap names what must hold in the record.
"""

from pathlib import Path

import pytest

import waqia

SEED = Path(__file__).parents[2] / "seeds" / "000_bdbe3284323f89d4.txt"


@pytest.fixture(scope="module")
def record():
    text = SEED.read_text(encoding="utf-8")
    return next(waqia.extract([{"id": SEED.stem, "text": text}]))


def at(items, start, end):
    """Items with a span or mention that overlaps [start, end)."""
    found = []
    for item in items:
        spans = getattr(item, "mentions", None) or getattr(item, "triggers", None) or (item.span,)
        if any(span.start < end and start < span.end for span in spans):
            found.append(item)
    return found


def by_id(record, item_id):
    everything = (*record.actors, *record.platforms, *record.durations, *record.quotes, *record.events)
    return next(item for item in everything if item.id == item_id)


def names(record, ids):
    return [by_id(record, item).name for item in ids]


NO_DATE = {
    "آب first": (152, 154), "آب second": (528, 530), "الآن": (1574, 1578), "اليوم الانتخابي": (1850, 1855),
    "قاب قوسين": (1098, 1107), "متواصل الآن": (1893, 1904),
}  # fmt: skip
NO_DURATION = {
    "طال": (187, 190), "زمن طويل": (1507, 1515), "ساعات ذهبية": (1770, 1775), "الوقت المتبقي": (2726, 2739),
    "قاب قوسين": (1098, 1107), "متواصل الآن": (1893, 1904),
}  # fmt: skip
NO_ACTOR = {
    "على": (377, 380), "أخواته": (436, 442), "ميدان": (535, 540), "مجموعات": (696, 703),
    "الموقع العالمي": (1623, 1637), "على الأرض": (2230, 2239), "السوشيال ميديا": (1294, 1314),
}  # fmt: skip
NO_PLATFORM = {
    "أخواته": (436, 442), "السوشيال ميديا": (1294, 1314), "الموقع العالمي": (1623, 1637),
    "الأقمار الصناعية": (2580, 2596),
}  # fmt: skip
NO_EVENT = {
    "مزلزل": (181, 186), "الحملات الانتخابية": (358, 376), "المعركة": (1585, 1592), "بلا انقطاع": (1909, 1915),
    "للتعطل": (2040, 2044), "الاختراق": (2046, 2054),
}  # fmt: skip


@pytest.mark.parametrize("span", NO_DATE.values(), ids=NO_DATE)
def test_seed_no_date(record, span):
    assert at(record.dates, *span) == []


@pytest.mark.parametrize("span", NO_DURATION.values(), ids=NO_DURATION)
def test_seed_no_duration(record, span):
    assert at(record.durations, *span) == []


@pytest.mark.parametrize("span", NO_ACTOR.values(), ids=NO_ACTOR)
def test_seed_no_actor(record, span):
    assert at(record.actors, *span) == []


@pytest.mark.parametrize("span", NO_PLATFORM.values(), ids=NO_PLATFORM)
def test_seed_no_platform(record, span):
    assert at(record.platforms, *span) == []


@pytest.mark.parametrize("span", NO_EVENT.values(), ids=NO_EVENT)
def test_seed_no_event(record, span):
    assert at(record.events, *span) == []


def test_seed_dateline_outlet_and_place(record):
    (outlet,), (place,) = at(record.actors, 0, 5), at(record.actors, 9, 14)
    assert outlet.type == "organization"
    assert place.type == "place"
    assert all(place.id not in event.places for event in record.events)
    assert all(outlet.id not in claim.sources for claim in record.claims)


def test_seed_vague_hours_are_three_to_nine(record):
    (duration,) = at(record.durations, 16, 25)
    assert (duration.min_seconds, duration.max_seconds, duration.vague) == (10800, 32400, True)
    assert duration.role == "outage"


@pytest.mark.parametrize("start", [147, 523])
def test_seed_whatsapp_without_proclitic(record, start):
    (platform,) = at(record.platforms, start, start + 7)
    assert platform.platform == "whatsapp"
    assert any((span.start, span.text) == (start, "واتس آب") for span in platform.mentions)


def test_seed_litotes_affirms(record):
    (claim,) = [claim for claim in at(record.claims, 228, 286) if claim.span.start < 286 and claim.span.end <= 300]
    assert (claim.type, claim.status) == ("impact", "attributed")
    assert all(claim.type != "denial" for claim in record.claims)


def test_seed_relative_date_has_no_value(record):
    (date,) = at(record.dates, 340, 352)
    assert date.value is None


def test_seed_triggers_without_proclitics(record):
    outage = record.events[0]
    assert any((span.start, span.end) == (413, 417) for span in outage.triggers)
    (facebook,) = at(record.platforms, 428, 434)
    assert any((span.start, span.text) == (428, "فيسبوك") for span in facebook.mentions)


def test_seed_outlet_in_quotation_marks_is_no_quote(record):
    (outlet,) = at(record.actors, 604, 626)
    assert [span.text for span in outlet.mentions if span.start < 626 and span.end > 604] == ["سكاي نيوز عربية"]
    assert not any(quote.kind == "direct" and quote.span.start < 626 < quote.span.end + 1 for quote in record.quotes)


def test_seed_epithet_is_the_same_place(record):
    (place,) = at(record.actors, 1069, 1082)
    assert (place.name, place.country) == ("العراق", "IQ")


def test_seed_nisba_is_no_mention(record):
    assert all(actor.type != "place" for actor in at(record.actors, 1235, 1241))


def test_seed_closing_mark_colon_opening_mark(record):
    assert any((quote.span.start, quote.kind) == (1280, "direct") for quote in record.quotes)
    assert not any(quote.span.start == 1277 for quote in record.quotes)


def test_seed_lost_time_is_not_the_length(record):
    (duration,) = at(record.durations, 1728, 1743)
    assert (duration.min_seconds, duration.max_seconds, duration.role) == (43200, None, "lost_time")
    (claim,) = [claim for claim in record.claims if claim.type == "lost_time"]
    assert claim.duration == duration.id
    assert claim.event == record.events[0].id
    assert record.events[0].duration != duration.id
    assert by_id(record, record.events[0].duration).span.text == "بضع ساعات"


def test_seed_priceless_is_no_financial_loss(record):
    assert all(claim.type != "financial_loss" for claim in record.claims)


def test_seed_corrected_window_stays_two_windows(record):
    days, hours = at(record.durations, 1815, 1821), at(record.durations, 1825, 1840)
    assert [item.span.text for item in (*days, *hours)] == ["الأيام", "الساعات الأخيرة"]
    assert {item.role for item in (*days, *hours)} == {"window"}


def test_seed_election_day_is_an_election_trigger(record):
    (election,) = at(record.events, 1850, 1855)
    assert (election.type, election.realis) == ("election", "planned")


def test_seed_speaker_by_role(record):
    quote = next(quote for quote in record.quotes if quote.kind == "direct" and quote.span.start == 1995)
    assert by_id(record, quote.speaker).name == "علي أغوان"


def test_seed_not_only_denies_nothing(record):
    assert all(event.realis != "denied" for event in record.events)


def test_seed_feared_recurrence_is_its_own_event(record):
    (event,) = at(record.events, 2287, 2292)
    assert (event.type, event.realis) == ("platform_outage", "feared")
    assert event.id != record.events[0].id


def test_seed_shutdown_is_rumoured_only(record):
    (event,) = at(record.events, 2457, 2460)
    assert (event.type, event.realis) == ("internet_shutdown", "rumoured")
    assert (event.agents, event.cause, event.start, event.end) == ((), None, None, None)
    (internet,) = at(record.platforms, 2463, 2469)
    assert (internet.platform, internet.mentions[-1].start, internet.mentions[-1].end) == ("internet", 2463, 2469)
    (claim,) = [claim for claim in record.claims if claim.type == "shutdown_rumour"]
    assert (claim.status, names(record, [claim.holder])) == ("rumoured", ["علي أغوان"])


def test_seed_source_chain_ends_before_the_outlet_that_publishes(record):
    claim = next(claim for claim in record.claims if claim.type == "lost_time")
    assert names(record, claim.sources) == ["علي أغوان", "سكاي نيوز عربية"]


def test_seed_elided_speaker(record):
    quote = next(quote for quote in record.quotes if quote.kind == "direct" and quote.span.start == 2649)
    assert by_id(record, quote.speaker).name == "علي أغوان"


def test_seed_quote_four_belongs_to_the_outage(record):
    claim = next(claim for claim in record.claims if claim.type == "lost_time")
    assert claim.span.start == 1689
    assert by_id(record, claim.event).type == "platform_outage"


def test_seed_those_who_spread_rumours_do_not_cut(record):
    mentioned = {actor.id for actor in at(record.actors, 2656, 2666)}
    assert all(not mentioned & set(event.agents) for event in record.events)
