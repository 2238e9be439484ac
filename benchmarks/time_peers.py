"""Durations and dates beside other tools, each in its own environment, one core, one run.

usage: time_peers.py [--shared DIR] [--environments DIR] [--articles N] [--make]

Speed is on real news. The tools that take seconds for a thousand words get a part of the same articles, spread over
them. F1 is on the reference sentences of SHARED (any overlap of spans), so that speed is not bought with silence.
``--make`` builds the environments with pip: puckling needs CPython 3.13. Recognizers-Text has no
Python package that installs.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from quality_time import load_scorer, read_lines
from speed import ROOT, sample

WORKER = Path(__file__).parent / "time_worker.py"
ENVIRONMENTS = {
    "maha": ("python3.11", "mahad==0.3.0"),
    "puckling": ("python3.13", "puckling==0.5.0"),
    "dateparser": ("python3.11", "dateparser==1.5.0"),
}
PEERS = {
    "maha durations": ("maha", 1),
    "maha": ("maha", 20),
    "puckling": ("puckling", 10),
    "dateparser": ("dateparser", 2),
}
_DAY = "2021-10-06"
_SETS = ("time_dev", "time_hard_dev")


def make(folder: Path) -> None:
    """Build the peers' environments."""
    for name, (python, package) in ENVIRONMENTS.items():
        target = folder / name
        if not (target / "bin" / "python").exists():
            subprocess.run([python, "-m", "venv", str(target)], check=True)
        subprocess.run([str(target / "bin" / "python"), "-m", "pip", "install", "-q", package], check=True)


def run(python: Path, tool: str, lines: list[dict[str, str]], rounds: int = 1) -> dict[str, Any]:
    """Run the worker on one core and return its result."""
    given = "".join(json.dumps(line) + "\n" for line in lines)
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": ""}
    done = subprocess.run(
        [str(python), str(WORKER), tool, str(rounds)],
        input=given,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, {0}),
    )
    if done.returncode:
        raise SystemExit(f"{tool} in {python}: {done.stderr[-400:]}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def accuracy(shared: Path, python: Path, tool: str) -> tuple[float, float]:
    """Return F1 of durations and of dates on the reference sentences."""
    scorer = load_scorer(shared)
    records = [record for name in _SETS for record in read_lines(shared / "data" / "gold" / f"{name}.jsonl")]
    lines = [
        {
            "text": record["article"]["text"],
            "reference": (record["article"]["published_at"] or _DAY)[:10].ljust(10, "x"),
        }
        for record in records
    ]
    for line in lines:
        line["reference"] = line["reference"] if "x" not in line["reference"] else _DAY
    tally = scorer.Tally()
    for record, (lengths, days) in zip(records, run(python, tool, lines)["spans"], strict=True):
        found = {"id": record["id"], "durations": _items(lengths, record), "dates": _items(days, record)}
        gold = {"id": record["id"], "durations": record["durations"], "dates": record["dates"]}
        scorer.score_article(gold, found, tally, [])
    return scorer.rates(tally["duration"])[2], scorer.rates(tally["date"])[2]


def _items(spans: list[list[int]], record: dict[str, Any]) -> list[dict[str, Any]]:
    text = record["article"]["text"]
    unknown = {"min_seconds": None, "max_seconds": None, "value": None}
    return [{"span": {"start": start, "end": end, "text": text[start:end]}, **unknown} for start, end in spans]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--environments", type=Path, default=Path(".peers"))
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--make", action="store_true", help="build the environments first")
    options = parser.parse_args()
    if options.make:
        make(options.environments)
    rows = sample(options.shared, options.articles)
    lines = [{"text": str(row["text"]), "reference": _DAY} for row in rows]
    heads = ("tool", "words", "words/s", "waqia, same words", "ratio", "duration F1", "date F1", "errors raised")
    print("| " + " | ".join(heads) + " |\n|---|" + "---:|" * (len(heads) - 1))
    here = Path(sys.executable)
    own = accuracy(options.shared, here, "waqia")
    for tool, (environment, step) in PEERS.items():
        python = options.environments / environment / "bin" / "python"
        part = list(itertools.islice(lines, 0, None, step))
        words = sum(len(line["text"].split()) for line in part)
        result = run(python, tool, part)
        theirs = words / min(result["seconds"])
        ours = words / min(run(here, "waqia", part, 3)["seconds"])
        lengths, days = accuracy(options.shared, python, tool)
        print(
            f"| {tool} | {words:,} | {theirs:,.0f} | {ours:,.0f} | {ours / theirs:,.1f} | {lengths:.3f} | {days:.3f} |"
            f" {result['failed']} of {len(part)} |",
            flush=True,
        )
    words = sum(len(line["text"].split()) for line in lines)
    seconds = min(run(here, "waqia", lines, 3)["seconds"])
    print(f"| waqia | {words:,} | {words / seconds:,.0f} | | | {own[0]:.3f} | {own[1]:.3f} | 0 of {len(lines)} |")


if __name__ == "__main__":
    main()
