"""The tables: one row an event, and a companion for everything else, all joined by ``article_id``.

Column names and order of ``events`` are the contract's. Offsets are code points of the article's raw text.
``published_at`` is the date and time as the outlet writes it, without zone; null where only a year or month
is known (``articles.published_at_iso`` keeps what came). ``start_date`` and ``end_date`` are strings, since
an article may name a month or a week.
"""

import pyarrow as pa

from waqia.records import SCHEMA

_TYPES = {
    "": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "time": pa.timestamp("us"),
    "list": pa.list_(pa.string()),
    "claims": pa.list_(pa.struct([(name, pa.string()) for name in ("type", "status", "text", "holder")])),
}

_COLUMNS = {
    "events": """
        article_id event_id event_type realis published_at:time source url title
        trigger trigger_start:int trigger_end:int start_date end_date
        duration_text duration_min_seconds:int duration_max_seconds:int
        lost_time_text lost_time_min_seconds:int lost_time_max_seconds:int
        platforms:list place_names:list countries:list agents:list affected:list
        cause claims:claims source_chain:list confidence:float evidence schema_version""",
    "articles": """
        article_id title published_at:time published_at_iso source url language content_sha256 characters:int
        actor_count:int platform_count:int duration_count:int date_count:int quote_count:int event_count:int
        claim_count:int package_version schema_version""",
    "actors": """
        article_id actor_id type name canonical latin role country wikidata
        first_start:int first_end:int mention_count:int mentions:list""",
    "platforms": """
        article_id platform_id platform first_start:int first_end:int mention_count:int mentions:list""",
    "durations": """
        article_id duration_id text start:int end:int min_seconds:int max_seconds:int
        approximate:bool vague:bool role timex3_value timex3_mod""",
    "dates": "article_id date_id text start:int end:int value timex3_value timex3_mod",
    "quotes": "article_id quote_id kind text start:int end:int speaker_id speaker cue",
    "claims": """
        article_id claim_id event_id type status text start:int end:int holder_id holder sources:list conflicts:list
        duration_text duration_min_seconds:int duration_max_seconds:int
        amount_text amount_value:float amount_unit confidence:float""",
    "failures": "article_id stage reason message path line:int",
}


def _schema(table: str, columns: str) -> pa.Schema:
    fields = [column.partition(":") for column in columns.split()]
    return pa.schema(
        [(name, _TYPES[kind]) for name, _, kind in fields],
        metadata={"waqia_schema": SCHEMA, "waqia_table": table},
    )


SCHEMAS: dict[str, pa.Schema] = {table: _schema(table, columns) for table, columns in _COLUMNS.items()}
"""Arrow schema of each table; an empty table has the same types as a full one."""
