"""Measure durations and dates against the reference sentences, with the matching of ``tools/score.py``.

usage: quality_time.py [--shared DIR] [--errors N] [SET ...]
"""

import argparse
import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from waqia.time import tag

SETS = ("time_dev", "time_hard_dev", "dev")


def load_scorer(shared: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared}: holds no tools/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference_of(published_at: str | None) -> date | None:
    """Return the day of publication where it is known to the day."""
    return date.fromisoformat(published_at[:10]) if published_at and len(published_at) >= 10 else None


def predict(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record that holds only what the time layer finds."""
    found = tag(record["article"]["text"], reference_of(record["article"]["published_at"]))
    return {
        "id": record["id"],
        "durations": [
            {
                "span": {"start": item.start, "end": item.end, "text": item.text},
                "min_seconds": item.min_seconds,
                "max_seconds": item.max_seconds,
            }
            for item in found.durations
        ],
        "dates": [
            {"span": {"start": item.start, "end": item.end, "text": item.text}, "value": item.value}
            for item in found.dates
        ],
    }


def measure(scorer: ModuleType, records: list[dict[str, Any]]) -> tuple[Any, list[tuple[str, str, str]]]:
    """Score durations and dates of some records."""
    tally, errors = scorer.Tally(), []
    for record in records:
        kept = {"id": record["id"], "durations": record["durations"], "dates": record["dates"]}
        scorer.score_article(kept, predict(record), tally, errors)
    return tally, errors


def exact(records: list[dict[str, Any]], key: str) -> tuple[int, int]:
    """Return how many reference spans are found with equal bounds, of how many."""
    right = total = 0
    for record in records:
        mine = {(item["span"]["start"], item["span"]["end"]) for item in predict(record)[key]}
        gold = {(item["span"]["start"], item["span"]["end"]) for item in record[key]}
        right, total = right + len(mine & gold), total + len(gold)
    return right, total


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("sets", nargs="*", default=SETS)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.shared)
    print(f"{'set':16}{'row':18}{'P':>7}{'R':>7}{'F1':>7}{'tp':>5}{'gold':>5}{'pred':>5}")
    for name in arguments.sets:
        path = arguments.shared / "data" / "gold" / f"{name}.jsonl"
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        tally, errors = measure(scorer, records)
        for row in ("duration", "duration=value", "date", "date=value"):
            precision, recall, f1 = scorer.rates(tally[row])
            counts = tally[row]
            print(
                f"{name:16}{row:18}{precision:7.3f}{recall:7.3f}{f1:7.3f}"
                f"{counts['tp']:5}{counts['gold']:5}{counts['pred']:5}"
            )
        for key in ("durations", "dates"):
            right, total = exact(records, key)
            print(f"{name:16}{key + ' exact span':18}{right:5} of {total}")
        for what, article, text in errors[: arguments.errors]:
            print(f"    {what}\t{article}\t{text}")


if __name__ == "__main__":
    main()
