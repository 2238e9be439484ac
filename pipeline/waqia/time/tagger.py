"""The entry points: read a text once, run the grammars, settle what overlaps."""

from dataclasses import dataclass
from datetime import date, datetime

from waqia.text.document import Text, read
from waqia.time.durations import find_amounts, to_duration
from waqia.time.mentions import Date, Duration, Number
from waqia.time.scan import Scan, scan


@dataclass(frozen=True, slots=True)
class Tagged:
    """Durations and dates of one text, each in text order, none overlapping another."""

    durations: list[Duration]
    dates: list[Date]


def _scanned(text: str | Text) -> Scan:
    return scan(read(text) if isinstance(text, str) else text)


def tag(text: str | Text, reference: date | datetime | None = None) -> Tagged:
    found = _scanned(text)
    amounts = find_amounts(found)
    return Tagged([to_duration(found, amount) for amount in amounts], [])


def durations(text: str | Text) -> list[Duration]:
    return tag(text).durations


def dates(text: str | Text, reference: date | datetime | None = None) -> list[Date]:
    return tag(text, reference).dates


def numbers(text: str | Text) -> list[Number]:
    return []
