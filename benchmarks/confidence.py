"""Measure how often events and claims are right by their evidence, and how well those rates hold.

usage: python benchmarks/confidence.py --shared ../shared [--write]

Reads the annotated articles (``corpora/outage_articles.standoff.jsonl`` with their texts, and the development set),
extracts them, and counts by the keys of ``waqia.assemble.confidence`` what is right: an event of the same type with an
overlapping trigger, a claim of the same type that shares 0.3 of either span. Prints the reliability curve and the
expected calibration error over five folds of articles, each judged by the rates of the other four. ``--write`` writes
``lexicon/confidence.tsv`` from all of them.
"""

import argparse
import hashlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import msgspec

import waqia
from waqia.assemble.confidence import CLAIM, EVENT, claim_keys, event_keys
from waqia.evaluation.pairing import Item
from waqia.evaluation.rows import pair_claims, pair_events
from waqia.records import encode

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "pipeline" / "waqia" / "lexicon" / "confidence.tsv"
FOLDS, BINS, SHRINK, FEWEST = 5, 5, 6.0, 3
Judged = tuple[str, tuple[str, ...], bool]
"""Article id, keys of the evidence, whether the item is right."""


def references(shared: Path) -> list[dict[str, object]]:
    """Return the annotated articles with their texts."""
    standoff = ROOT / "corpora" / "outage_articles.standoff.jsonl"
    command = [sys.executable, str(ROOT / "benchmarks" / "standoff.py"), "join", str(standoff)]
    articles = str(shared / "data" / "outage_articles.jsonl")
    joined = subprocess.run([*command, articles], check=True, capture_output=True, text=True).stdout
    dev = (shared / "data" / "gold" / "dev.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in (joined + dev).splitlines() if line.strip()]


def judged(gold: Item) -> Iterable[Judged]:
    """Yield each event and claim that waqia gives for an article, with whether the reference has it."""
    fields = ("id", "title", "text", "published_at", "source")
    article = {name: gold["article"].get(name) for name in fields}
    pred = msgspec.json.decode(encode(waqia.extract_one(article)))

    found = {id(other) for _, other in pair_events(gold["events"], pred["events"])}
    for event in pred["events"]:
        keys = event_keys(event["type"], platforms=len(event["platforms"]), triggers=len(event["triggers"]))
        yield article["id"], keys, id(event) in found
    found = {id(other) for _, other in pair_claims(gold["claims"], pred["claims"])}
    for claim in pred["claims"]:
        yield article["id"], claim_keys(pred["provenance"]["items"][claim["id"]][0]), id(claim) in found


def rates(items: Iterable[Judged]) -> dict[str, tuple[float, int, int]]:
    """Return rate, right and found by key: each key shrunk towards the next wider one."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wider: dict[str, str] = {}
    for _, keys, good in items:
        for key in keys:
            found[key] += 1
            right[key] += good
        wider.update(pairwise(keys))
    table: dict[str, tuple[float, int, int]] = {}
    for key in sorted(found, key=lambda key: (key.count("/"), key)):
        prior = table[wider[key]][0] if key in wider else right[key] / found[key]
        table[key] = ((right[key] + SHRINK * prior) / (found[key] + SHRINK), right[key], found[key])
    return {key: row for key, row in table.items() if row[2] >= FEWEST or key not in wider}


def held_out(items: list[Judged]) -> list[tuple[str, float, bool]]:
    """Return class, confidence and truth of each item, by the rates of the other folds."""
    fold = {article: int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS for article, _, _ in items}
    made = []
    for number in range(FOLDS):
        table = rates(item for item in items if fold[item[0]] != number)
        for article, keys, good in items:
            if fold[article] == number:
                made.append((keys[-1], next(table[key][0] for key in keys if key in table), good))
    return made


def report(name: str, rows: list[tuple[float, bool]]) -> None:
    """Print the reliability curve and the expected calibration error of one class."""
    error = 0.0
    print(f"{name}: {len(rows)} items, {sum(good for _, good in rows)} right")
    for low in range(BINS):
        inside = [(value, good) for value, good in rows if min(int(value * BINS), BINS - 1) == low]
        if not inside:
            continue
        said = sum(value for value, _ in inside) / len(inside)
        was = sum(good for _, good in inside) / len(inside)
        error += len(inside) / len(rows) * abs(said - was)
        print(f"  {low / BINS:.1f}-{(low + 1) / BINS:.1f}  said {said:.3f}  right {was:.3f}  n {len(inside)}")
    print(f"  expected calibration error {error:.3f}")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true", help="write the rates of all articles to the lexicon")
    options = parser.parse_args()
    items = [item for gold in references(options.shared) for item in judged(gold)]
    rows = held_out(items)
    for name in (EVENT, CLAIM):
        report(name, [(value, good) for kind, value, good in rows if kind == name])
    if options.write:
        lines = [
            f"{key}\t{rate:.3f}\t{right}\t{found}\tsweep of annotated articles"
            for key, (rate, right, found) in rates(items).items()
        ]
        TABLE.write_text("key\trate\tright\tfound\tsource\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
