"""The JSON Schema of an article record, made from the types themselves."""

import json
from typing import Any

import msgspec

from waqia.records import SCHEMA, ArticleRecord


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one line of ``records.jsonl``."""
    schema = msgspec.json.schema(ArticleRecord)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": SCHEMA,
        **schema,
    }


def schema_text() -> str:
    """Return the schema as indented JSON with a newline at its end, the same bytes every time."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
