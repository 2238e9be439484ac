"""``waqia evaluate``."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from waqia.evaluation import Evaluation

_EPILOG = """\b
GOLD and PRED hold one article record a line (waqia.article/1; see docs/record.md),
and are paired by the article's id. An article that PRED lacks counts as empty.
\b
Rows:
  person, place...   mention spans, strict: start, end and type
  ...~               the same, any overlap
  platform, date...  overlap; with =value, =role also that value
  quote              direct quotes, 0.7 of either span shared; =speaker too
  event              type and an overlapping trigger; =realis, :platform, :place
  claim              type and 0.3 of either span shared; =status, =holder too
  has_event          articles with an event that is not past
\b
Examples:
  waqia evaluate gold.jsonl out/records.jsonl
  waqia evaluate gold.jsonl out/records.jsonl --errors 5
  waqia evaluate gold.jsonl out/records.jsonl --json > scores.json
\b
Exit codes: 0 scored; 2 a file is not of records.
"""

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(name="evaluate", epilog=_EPILOG)
@click.argument("gold", type=_FILE)
@click.argument("pred", type=_FILE)
@click.option("--errors", default=0, metavar="N", help="List N errors of each kind.", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the table as one JSON object.")
def command(gold: Path, pred: Path, *, errors: int, as_json: bool) -> None:
    """Score the records of PRED against the reference records of GOLD."""
    from waqia.evaluation import evaluate, read_records

    found = evaluate(read_records(gold), read_records(pred))
    if as_json:
        click.echo(json.dumps(_rounded(found)))
        return
    click.echo(f"{found.articles} articles, {found.predicted} predicted")
    click.echo(f"{'':16} {'P':>6} {'R':>6} {'F1':>6} {'right':>5} {'gold':>5} {'pred':>5}")
    for name, row in found.rows.items():
        if row.gold or row.predicted:
            rates = f"{row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}"
            click.echo(f"{name:16} {rates} {row.right:5d} {row.gold:5d} {row.predicted:5d}")
    shown: Counter[str] = Counter()
    for article, mistake in found.mistakes:
        shown[mistake.kind] += 1
        if shown[mistake.kind] <= errors:
            click.echo(f"{mistake.kind}\t{article}\t{json.dumps(mistake.words, ensure_ascii=False)}")


def _rounded(found: "Evaluation") -> dict[str, dict[str, float]]:
    return {
        name: {"p": round(row.precision, 4), "r": round(row.recall, 4), "f1": round(row.f1, 4)}
        | {"right": row.right, "gold": row.gold, "pred": row.predicted}
        for name, row in found.rows.items()
    }
