"""What the time layer returns: numbers, durations and dates at raw offsets."""

from dataclasses import dataclass

from waqia.records import Timex3


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits or words at raw ``[start, end)``; ``text == raw[start:end]``.

    ``value`` is an int where it is whole. ``ordinal`` is true for الثالث "the third".
    """

    start: int
    end: int
    text: str
    value: int | float
    ordinal: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount of time at raw ``[start, end)``; seconds as in the record, null max means unbounded.

    ``rule`` is the stable id of the construct that was read, e.g. ``time.duration.range``.
    """

    start: int
    end: int
    text: str
    min_seconds: int
    max_seconds: int | None
    approximate: bool
    vague: bool
    timex3: Timex3
    rule: str


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar reference at raw ``[start, end)``.

    ``value`` is YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Www (Gregorian), or None where the words and the reference do
    not give one.
    """

    start: int
    end: int
    text: str
    value: str | None
    timex3: Timex3
    rule: str
