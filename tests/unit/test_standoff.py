"""Annotations travel without text and come back whole."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "benchmarks" / "standoff.py"
SEED = ROOT / "seeds" / "000_bdbe3284323f89d4.record.jsonl"


def run(*arguments):
    return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, check=False)


def test_standoff_holds_no_text_and_joins_to_the_same_spans(tmp_path):
    packed, articles = tmp_path / "packed.jsonl", tmp_path / "articles.jsonl"
    packed.write_text(run("pack", SEED).stdout, encoding="utf-8")
    record = json.loads(SEED.read_text(encoding="utf-8").splitlines()[0])
    articles.write_text(json.dumps(record["article"], ensure_ascii=False) + "\n", encoding="utf-8")
    assert "\u0641" not in packed.read_text(encoding="utf-8")
    joined = json.loads(run("join", packed, articles).stdout)
    assert joined["events"] == record["events"]
    assert joined["claims"] == record["claims"]


def test_standoff_refuses_another_text(tmp_path):
    packed, articles = tmp_path / "packed.jsonl", tmp_path / "articles.jsonl"
    packed.write_text(run("pack", SEED).stdout, encoding="utf-8")
    articles.write_text(json.dumps({"id": SEED.name.split(".")[0], "text": "نص آخر"}) + "\n", encoding="utf-8")
    result = run("join", packed, articles)
    assert result.returncode == 1
    assert "no article of that id and text" in result.stderr


def test_shipped_standoff_has_no_arabic():
    for path in (ROOT / "corpora").glob("*.standoff.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert rows
        for row in rows:
            labels = json.dumps(
                [row.get(name) for name in ("actors", "quotes", "events", "claims", "mentions")], ensure_ascii=False
            )
            assert not any("\u0600" <= letter <= "\u06ff" for letter in labels)
