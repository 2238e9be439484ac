"""Annotations without text: pack reference records for ``corpora/``, and join them with the texts again.

usage:
  python benchmarks/standoff.py pack RECORDS.jsonl > corpora/NAME.standoff.jsonl
  python benchmarks/standoff.py join corpora/NAME.standoff.jsonl ARTICLES.jsonl > RECORDS.jsonl

Texts of outlets stay where they are licensed to be. A standoff line holds the article's id and the SHA-256 of its
text, and every label with its offsets; ``join`` takes ``text`` from ARTICLES by id, refuses another text, and gives
records that the scorer reads.
"""

import json
import sys
from pathlib import Path

from waqia.text.digest import digest

KEPT = ("id", "source", "published_at")
LABELS = ("actors", "platforms", "durations", "dates", "quotes", "events", "claims")


def without_text(value: object) -> object:
    """Return a value with every span as its offsets alone."""
    if isinstance(value, dict):
        return {key: without_text(item) for key, item in value.items() if key not in ("text", "name")}
    return [without_text(item) for item in value] if isinstance(value, list) else value


def with_text(value: object, text: str) -> object:
    """Return a value whose spans have their words again."""
    if isinstance(value, list):
        return [with_text(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    filled = {key: with_text(item, text) for key, item in value.items()}
    if isinstance(filled.get("start"), int) and isinstance(filled.get("end"), int):
        filled["text"] = text[filled["start"] : filled["end"]]
    return filled


def pack(records: Path) -> None:
    """Print a standoff line for each record."""
    for line in records.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = record["article"]
        packed = {name: article.get(name) for name in KEPT} | {"sha256": digest(article["text"])}
        packed |= {name: without_text(record.get(name) or []) for name in LABELS}
        print(json.dumps(packed, ensure_ascii=False))


def join(standoff: Path, articles: Path) -> int:
    """Print a record for each standoff line; return 1 where a text is missing or another."""
    texts = {row["id"]: row["text"] for row in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    missing = 0
    for line in standoff.read_text(encoding="utf-8").splitlines():
        packed = json.loads(line)
        text = texts.get(packed["id"])
        if text is None or digest(text) != packed["sha256"]:
            print(f"{packed['id']}: no article of that id and text in {articles}", file=sys.stderr)
            missing += 1
            continue
        record = {"schema": "waqia.article/1", "id": packed["id"]}
        record["article"] = {name: packed[name] for name in KEPT} | {"text": text}
        record |= {name: with_text(packed[name], text) for name in LABELS}
        for actor in record["actors"]:
            actor["name"] = max((mention["text"] for mention in actor["mentions"]), key=len)
        print(json.dumps(record, ensure_ascii=False))
    return int(missing > 0)


def main(arguments: list[str]) -> int:
    """Run the command."""
    match arguments:
        case ["pack", records]:
            pack(Path(records))
            return 0
        case ["join", standoff, articles]:
            return join(Path(standoff), Path(articles))
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
