from datetime import UTC, date, datetime

import pytest

from waqia.ingest.published import normalise_published


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2021-10-07", "2021-10-07"),
        ("2021-10-07T10:30:00Z", "2021-10-07T10:30:00Z"),
        ("2021-10-07 10:30", "2021-10-07T10:30"),
        ("2021-10-07T10:30:00+03:00", "2021-10-07T10:30:00+03:00"),
        ("2021-10", "2021-10"),
        ("2022", "2022"),
        (2022, "2022"),
        (" 2021/10/07 ", "2021-10-07"),
        ("2021/1/7 9:05", "2021-01-07T09:05:00"),
        ("25/10/2021", "2021-10-25"),
        ("10/25/2021", "2021-10-25"),
        ("07.07.2021", "2021-07-07"),
        ("Thu, 07 Oct 2021", "2021-10-07"),
        ("Thu, 07 Oct 2021 10:30:00 GMT", "2021-10-07T10:30:00+00:00"),
        ("Thu, 07 Oct 2021 10:30:00 +0300", "2021-10-07T10:30:00+03:00"),
        ("7 October 2021", "2021-10-07"),
        ("Oct 7, 2021", "2021-10-07"),
        ("٢٠٢١-١٠-٠٧", "2021-10-07"),
        (date(2021, 10, 7), "2021-10-07"),
        (datetime(2021, 10, 7, 10, tzinfo=UTC), "2021-10-07T10:00:00+00:00"),
    ],
)
def test_published_dates_become_iso(value, iso):
    assert normalise_published(value) == iso


@pytest.mark.parametrize(
    "value",
    ["07/10/2021", "2021-13-01", "2021-02-30", "31/02/2021", "yesterday", "", None, True, 5, 1633564800, [],
     "2" * 99,
     "7 Foo 2021", "99:99"],
)  # fmt: skip
def test_dates_that_need_guessing_are_null(value):
    assert normalise_published(value) is None


@pytest.mark.parametrize("value", ["2021/10/07 25:61", "2021-10-07T99:99"])
def test_unreadable_time_of_day_leaves_the_day(value):
    assert normalise_published(value) == "2021-10-07"
