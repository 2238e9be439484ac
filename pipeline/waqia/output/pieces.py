"""Pieces of rows that several tables share."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from waqia.records import Actor, Duration, Span

Row = dict[str, Any]


def moment(published_at: str | None) -> datetime | None:
    """Return a publication date as wall-clock time without zone; None where no day is known.

    >>> moment("2021-10-07T23:30:00+03:00")
    datetime.datetime(2021, 10, 7, 23, 30)
    """
    if published_at is None or len(published_at) < len("2021-10-07"):
        return None
    try:
        return datetime.fromisoformat(published_at).replace(tzinfo=None)
    except ValueError:
        return None


def names_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Return the name of each actor id."""
    return {actor.id: actor.name for actor in actors}


def words(span: Span | None) -> str | None:
    """Return the words of a span, None of none."""
    return span.text if span else None


def span_cells(span: Span) -> Row:
    """Return a span as ``text``, ``start`` and ``end``."""
    return {"text": span.text, "start": span.start, "end": span.end}


def mention_cells(mentions: tuple[Span, ...]) -> Row:
    """Return where the first mention stands, how many there are, and their words."""
    first = mentions[0] if mentions else None
    return {
        "first_start": first.start if first else None,
        "first_end": first.end if first else None,
        "mention_count": len(mentions),
        "mentions": [mention.text for mention in mentions],
    }


def time_cells(prefix: str, duration: Duration | None) -> Row:
    """Return a duration as ``{prefix}_text``, ``_min_seconds`` and ``_max_seconds``, all None without one."""
    return {
        f"{prefix}_text": duration.span.text if duration else None,
        f"{prefix}_min_seconds": duration.min_seconds if duration else None,
        f"{prefix}_max_seconds": duration.max_seconds if duration else None,
    }
