"""Records to rows: pure functions from one record to the rows that each table gets from it."""

from waqia.output.events import event_rows
from waqia.output.pieces import Row, mention_cells, moment, names_of, span_cells, time_cells, words
from waqia.records import ArticleRecord, Failure

Rows = dict[str, list[Row]]


def rows_of(item: ArticleRecord | Failure) -> Rows:
    """Return the rows of one record or failure by table; tables that get none are left out."""
    if isinstance(item, Failure):
        return {"failures": [_failure_row(item)]}
    return {
        "events": event_rows(item),
        "articles": [_article_row(item)],
        "actors": _actor_rows(item),
        "platforms": _platform_rows(item),
        "durations": _duration_rows(item),
        "dates": _date_rows(item),
        "quotes": _quote_rows(item),
        "claims": _claim_rows(item),
    }


def _article_row(record: ArticleRecord) -> Row:
    article = record.article
    return {
        "article_id": article.id,
        "title": article.title,
        "published_at": moment(article.published_at),
        "published_at_iso": article.published_at,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "content_sha256": article.content_sha256,
        "characters": len(article.text),
        "actor_count": len(record.actors),
        "platform_count": len(record.platforms),
        "duration_count": len(record.durations),
        "date_count": len(record.dates),
        "quote_count": len(record.quotes),
        "event_count": len(record.events),
        "claim_count": len(record.claims),
        "package_version": record.provenance.package,
        "schema_version": record.schema,
    }


def _actor_rows(record: ArticleRecord) -> list[Row]:
    return [
        {
            "article_id": record.article.id,
            "actor_id": actor.id,
            "type": actor.type,
            "name": actor.name,
            "role": words(actor.role),
            "country": actor.country,
            "canonical": actor.canonical,
            "latin": actor.latin,
            "wikidata": actor.wikidata,
            **mention_cells(actor.mentions),
        }
        for actor in record.actors
    ]


def _platform_rows(record: ArticleRecord) -> list[Row]:
    return [
        {
            "article_id": record.article.id,
            "platform_id": platform.id,
            "platform": platform.platform,
            **mention_cells(platform.mentions),
        }
        for platform in record.platforms
    ]


def _duration_rows(record: ArticleRecord) -> list[Row]:
    return [
        {
            "article_id": record.article.id,
            "duration_id": duration.id,
            **span_cells(duration.span),
            "min_seconds": duration.min_seconds,
            "max_seconds": duration.max_seconds,
            "approximate": duration.approximate,
            "vague": duration.vague,
            "role": duration.role,
            "timex3_value": duration.timex3.value,
            "timex3_mod": duration.timex3.mod,
        }
        for duration in record.durations
    ]


def _date_rows(record: ArticleRecord) -> list[Row]:
    return [
        {
            "article_id": record.article.id,
            "date_id": day.id,
            **span_cells(day.span),
            "value": day.value,
            "timex3_value": day.timex3.value,
            "timex3_mod": day.timex3.mod,
        }
        for day in record.dates
    ]


def _quote_rows(record: ArticleRecord) -> list[Row]:
    names = names_of(record.actors)
    return [
        {
            "article_id": record.article.id,
            "quote_id": quote.id,
            "kind": quote.kind,
            **span_cells(quote.span),
            "speaker_id": quote.speaker,
            "speaker": names.get(quote.speaker or ""),
            "cue": words(quote.cue),
        }
        for quote in record.quotes
    ]


def _claim_rows(record: ArticleRecord) -> list[Row]:
    names = names_of(record.actors)
    durations = {duration.id: duration for duration in record.durations}
    return [
        {
            "article_id": record.article.id,
            "claim_id": claim.id,
            "event_id": claim.event,
            "type": claim.type,
            "status": claim.status,
            **span_cells(claim.span),
            "holder_id": claim.holder,
            "holder": names.get(claim.holder or ""),
            "sources": [names[source] for source in claim.sources],
            "conflicts": list(claim.conflicts),
            **time_cells("duration", durations.get(claim.duration or "")),
            "amount_text": claim.amount.text if claim.amount else None,
            "amount_value": claim.amount.value if claim.amount else None,
            "amount_unit": claim.amount.unit if claim.amount else None,
            "confidence": claim.confidence,
        }
        for claim in record.claims
    ]


def _failure_row(failure: Failure) -> Row:
    return {name: getattr(failure, name) for name in failure.__struct_fields__}
