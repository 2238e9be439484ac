"""The entry points: read a text once, run the grammars, settle what overlaps."""

from dataclasses import dataclass
from datetime import date, datetime

from waqia.text.document import Text, read
from waqia.time.amounts import Amount
from waqia.time.dates import find_expressions, to_dates
from waqia.time.durations import find_amounts, to_duration
from waqia.time.expressions import Expression
from waqia.time.mentions import Date, Duration, Number
from waqia.time.scan import Scan, scan
from waqia.time.spoken import as_numbers


@dataclass(frozen=True, slots=True)
class Tagged:
    """Durations and dates of one text, each in text order, none overlapping another."""

    durations: list[Duration]
    dates: list[Date]


def tag(text: str | Text, reference: date | datetime | None = None) -> Tagged:
    """Return durations and dates in one pass.

    ``reference`` is the day the text speaks from (an aware datetime counts by its own zone); without it
    relative dates keep the value None, unless the text gives its own day (آخر تحديث "last updated").
    """
    found = _scanned(text)
    amounts, expressions = _apart(find_amounts(found), find_expressions(found))
    day = reference.date() if isinstance(reference, datetime) else reference
    return Tagged([to_duration(found, amount) for amount in amounts], to_dates(found, expressions, day))


def durations(text: str | Text) -> list[Duration]:
    """Return the amounts of time of a text in order.

    >>> [found.text for found in durations("بعد أكثر من 12 ساعة")]  # "after more than 12 hours"
    ['أكثر من 12 ساعة']
    """
    return tag(text).durations


def dates(text: str | Text, reference: date | datetime | None = None) -> list[Date]:
    """Return the calendar references of a text in order.

    >>> [(found.text, found.value) for found in dates("في 4 تشرين الأول/أكتوبر 2021")]
    [('4 تشرين الأول/أكتوبر 2021', '2021-10-04')]
    """
    return tag(text, reference).dates


def numbers(text: str | Text) -> list[Number]:
    """Return the numbers of a text in order, digits and words.

    >>> [(found.text, found.value) for found in numbers("خمسة وعشرون شخصا و12 ألفا")]
    [('خمسة وعشرون', 25), ('12 ألفا', 12000)]
    """
    return as_numbers(_scanned(text))


def _scanned(text: str | Text) -> Scan:
    return scan(read(text) if isinstance(text, str) else text)


def _apart(amounts: list[Amount], expressions: list[Expression]) -> tuple[list[Amount], list[Expression]]:
    """Drop what overlaps: the longer reading stands, a date where both are as long."""
    if not amounts or not expressions:
        return amounts, expressions
    kept_amounts: list[Amount] = []
    lost: set[int] = set()
    at = 0
    for amount in amounts:
        while at < len(expressions) and expressions[at].last <= amount.first:
            at += 1
        rivals = []
        index = at
        while index < len(expressions) and expressions[index].first < amount.last:
            rivals.append(index)
            index += 1
        length = amount.last - amount.first
        if all(length > expressions[rival].last - expressions[rival].first for rival in rivals):
            kept_amounts.append(amount)
            lost.update(rivals)
    return kept_amounts, [made for index, made in enumerate(expressions) if index not in lost]
