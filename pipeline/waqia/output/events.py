"""The event table: one row an event, with what an analyst needs beside it."""

import re
from collections.abc import Callable, Iterable

from waqia.output.pieces import Row, moment, names_of, time_cells, words
from waqia.records import ArticleRecord, Claim, Duration, Event
from waqia.text.document import read
from waqia.text.sentences import Sentence

_PARAGRAPH_END = re.compile(r"[\n\r\u2029]")


def event_rows(record: ArticleRecord) -> list[Row]:
    """Return the rows of the event table that one record gives, in the order of its events."""
    evidence = evidence_finder(record.article.text)
    return [_event_row(record, event, evidence) for event in record.events]


def _event_row(record: ArticleRecord, event: Event, evidence: Callable[[int], str]) -> Row:
    article = record.article
    names = names_of(record.actors)
    durations = {duration.id: duration for duration in record.durations}
    claims = [claim for claim in record.claims if claim.event == event.id]
    trigger = event.triggers[0]
    return {
        "article_id": article.id,
        "event_id": event.id,
        "event_type": event.type,
        "realis": event.realis,
        "published_at": moment(article.published_at),
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "trigger": trigger.text,
        "trigger_start": trigger.start,
        "trigger_end": trigger.end,
        "start_date": event.start,
        "end_date": event.end,
        **time_cells("duration", durations.get(event.duration or "")),
        **time_cells("lost_time", _lost_time(claims, durations)),
        **_arguments(record, event),
        "cause": words(event.cause),
        "claims": [_claim_cell(claim, names) for claim in claims],
        "source_chain": _source_chain(claims, names),
        "confidence": event.confidence,
        "evidence": evidence(trigger.start),
        "schema_version": record.schema,
    }


def _arguments(record: ArticleRecord, event: Event) -> Row:
    actors = {actor.id: actor for actor in record.actors}
    platforms = {platform.id: platform.platform for platform in record.platforms}
    places = [actors[place] for place in event.places]
    return {
        "platforms": [platforms[platform] for platform in event.platforms],
        "place_names": [place.name for place in places],
        "countries": list(dict.fromkeys(place.country for place in places if place.country)),
        "agents": [actors[agent].name for agent in event.agents],
        "affected": [actors[affected].name for affected in event.affected],
    }


def _lost_time(claims: Iterable[Claim], durations: dict[str, Duration]) -> Duration | None:
    for claim in claims:
        if claim.type == "lost_time" and claim.duration in durations:
            return durations[claim.duration]
    return None


def _source_chain(claims: Iterable[Claim], names: dict[str, str]) -> list[str]:
    """Return the longest chain among an event's claims, the first of equals, from the holder outwards."""
    chains = [claim.sources or ((claim.holder,) if claim.holder else ()) for claim in claims]
    return [names[actor] for actor in max(chains, key=len, default=())]


def _claim_cell(claim: Claim, names: dict[str, str]) -> Row:
    return {
        "type": claim.type,
        "status": claim.status,
        "text": claim.span.text,
        "holder": names.get(claim.holder or ""),
    }


def evidence_finder(text: str) -> Callable[[int], str]:
    """Return a function from a raw offset to the sentence that holds it.

    Sentences never cross a paragraph, so only the paragraphs that are asked about are read, each once.
    """
    paragraphs: dict[int, list[Sentence]] = {}

    def find(offset: int) -> str:
        first = max(text.rfind(mark, 0, offset) for mark in "\n\r\u2029") + 1
        closing = _PARAGRAPH_END.search(text, offset)
        end = closing.start() if closing else len(text)
        if first not in paragraphs:
            paragraphs[first] = read(text[first:end]).sentences
        for sentence in paragraphs[first]:
            if offset < first + sentence.end:
                return text[first + sentence.start : first + sentence.end]
        return text[first:end].strip()

    return find
