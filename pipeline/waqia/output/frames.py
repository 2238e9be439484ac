"""Records to pandas frames."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyarrow as pa

from waqia.output.rows import Rows, rows_of
from waqia.output.tables import SCHEMAS
from waqia.records import ArticleRecord, Failure

if TYPE_CHECKING:
    import pandas as pd


def to_frames(records: Iterable[ArticleRecord | Failure]) -> "dict[str, pd.DataFrame]":
    """Return the tables ``events``, ``articles``, ``actors``, ``platforms``, ``durations``, ``dates``,
    ``quotes``, ``claims`` and ``failures`` as pandas frames, joined by ``article_id``.

    Integers are nullable (``Int64``), text is ``string``, ``published_at`` is ``datetime64[us]``, lists are
    Python lists (empty, never null), claims in them dicts. The frames hold everything in memory; for a corpus
    use ``write_tables``.
    """  # noqa: D205
    rows: Rows = {name: [] for name in SCHEMAS}
    for record in records:
        for name, found in rows_of(record).items():
            rows[name].extend(found)
    return {name: _frame(pa.Table.from_pylist(rows[name], schema=SCHEMAS[name])) for name in SCHEMAS}


def _frame(table: pa.Table) -> "pd.DataFrame":
    import pandas as pd

    types = {
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
        pa.float64(): pd.Float64Dtype(),
        pa.string(): pd.StringDtype(),
    }
    frame: pd.DataFrame = table.to_pandas(types_mapper=types.get)
    for column in table.schema:
        if pa.types.is_list(column.type):
            frame[column.name] = pd.Series(table.column(column.name).to_pylist(), index=frame.index, dtype=object)
    return frame
