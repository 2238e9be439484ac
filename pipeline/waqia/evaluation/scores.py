"""Strict scores of predicted records against reference records, summed over articles."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from waqia.errors import DataError
from waqia.evaluation.pairing import Item
from waqia.evaluation.rows import Count, Mistake, rows_of


class Row(NamedTuple):
    """The counts of one row: what was found rightly, what the reference has, what was predicted."""

    right: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 1 where both sides are empty."""
        if self.predicted:
            return self.right / self.predicted
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """Share of the reference that was found; 1 where it is empty."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


class Evaluation(NamedTuple):
    """The table over all articles, in the order of ``rows.py``, and each error with the id of its article."""

    articles: int
    predicted: int
    rows: dict[str, Row]
    mistakes: list[tuple[str, Mistake]]


def record_id(record: Item) -> str:
    """Return the article's id, which stands at the top of a record or in its article."""
    return str(record.get("id") or record["article"]["id"])


def read_records(path: Path) -> dict[str, Item]:
    """Read records, one a line, by the article's id; of two with one id the later counts.

    Raises:
        DataError: a line is no JSON object, or has no article id.
    """
    found: dict[str, Item] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                found[record_id(record)] = record
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise DataError(f"{path}:{number}: {line[:60]!r}: expected a record of JSON with an id") from error
    return found


def evaluate(golds: Mapping[str, Item], preds: Mapping[str, Item]) -> Evaluation:
    """Score records by the article's id; an article without a prediction counts as empty.

    Strictness: mentions by start, end and type (rows with ``~``: any overlap); platforms, durations, dates by overlap,
    ``=`` rows by their values, too; direct quotes by a share of common code points of 0.7; events by type and an
    overlapping trigger; claims by type and a share of 0.3.

    Raises:
        DataError: a record lacks a field that the contract (docs/record.md) asks for.
    """
    sums: dict[str, Row] = {}
    mistakes = []
    for key, gold in golds.items():
        try:
            for found in rows_of(gold, preds.get(key, {})):
                if isinstance(found, Count):
                    right, wanted, given = sums.get(found.row, (0, 0, 0))
                    sums[found.row] = Row(right + found.right, wanted + found.gold, given + found.predicted)
                else:
                    mistakes.append((key, found))
        except (KeyError, TypeError) as error:
            raise DataError(f"{key}: {error}: expected the fields of waqia.article/1 (waqia schema)") from error
    return Evaluation(len(golds), sum(key in preds for key in golds), sums, mistakes)
