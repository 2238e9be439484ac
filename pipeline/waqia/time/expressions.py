"""Date expressions as they are read: fields of a calendar reference, before it is resolved."""

from dataclasses import dataclass


@dataclass(slots=True)
class Expression:
    """A calendar reference over tokens ``[first, last)``, ``cut`` proclitic letters left out.

    ``days`` are the days of the month it names; ``relation`` -1, 0, 1 is past, current, coming, of ``unit``
    (D, W, M, Y, E decade, C century) or, beside a month or weekday, of that; ``year_offset`` is العام الماضي
    "last year" beside a month. ``offset`` counts days from the reference. ``named`` keeps a null value (an
    event's name, a habit).
    ``nth`` is which of the month's weekdays is meant, -1 the last; with ``nth_unit`` W which of its weeks, D day.
    ``after`` is (n, weekday) of أول جمعة بعد "the first Friday after" the day.
    ``feast`` says that month and day are those of a feast, of either calendar, in a Gregorian year.
    ``piece`` is the part of a single token that is meant (2006 of 2006-2007).
    """

    first: int
    last: int
    cut: int
    rule: str
    calendar: str = "gregorian"
    year: int | None = None
    month: int | None = None
    days: tuple[int, ...] = ()
    weekday: int | None = None
    offset: int | None = None
    unit: str | None = None
    relation: int | None = None
    in_text: bool = False
    year_offset: int | None = None
    week_offset: int | None = None
    decade: int | None = None
    century: int | None = None
    season: str | None = None
    fraction: str | None = None
    edge: str | None = None
    part: str | None = None
    era: str | None = None
    future: bool = False
    named: bool = False
    paired: bool = False
    piece: tuple[int, int] | None = None
    nth: int | None = None
    nth_unit: str | None = None
    feast: bool = False
    after: tuple[int, int] | None = None
