"""Rows as CSV that a spreadsheet opens right: UTF-8 with byte order mark, no cell that runs as a formula."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SEPARATOR = "; "


def cell(value: Any) -> str:  # noqa: ANN401 (any value of a row)
    """Return a value as the text of a CSV cell.

    Null is empty, lists are joined with ``"; "``, a claim is ``type (status, holder): text``. Text that a
    spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).

    >>> cell(["facebook", "whatsapp"])
    'facebook; whatsapp'
    >>> cell("=1+1")
    "'=1+1"
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.hour or value.minute or value.second else value.date().isoformat()
    text = SEPARATOR.join(map(_item, value)) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _item(value: str | Mapping[str, str | None]) -> str:
    if isinstance(value, str):
        return value
    by = ", ".join(filter(None, (value["status"], value["holder"])))
    return f"{value['type']} ({by}): {value['text']}"
