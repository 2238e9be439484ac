"""Score waqia against reference records: ``make quality SHARED=../shared``.

Writes the reference articles without their annotations, runs ``waqia extract`` on them as a user would, and
prints the table of the scorer that belongs to the references.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Score the seed and the development set; return 1 where an article failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder of references and scorer")
    parser.add_argument("--errors", type=int, default=0, help="errors to list for each row of the table")
    options = parser.parse_args()
    sets = {"seed": ROOT / "seeds" / "000_bdbe3284323f89d4.record.jsonl"}
    scorer = options.shared / "tools" / "score.py"
    if not scorer.is_file():
        print(
            f"{scorer}: no scorer there; name its folder: make quality SHARED=/path/to/shared",
            file=sys.stderr,
        )
        return 2
    sets["dev"] = options.shared / "data" / "gold" / "dev.jsonl"
    codes = [score(name, reference, scorer, options.errors) for name, reference in sets.items()]
    return max(codes)


def score(name: str, reference: Path, scorer: Path, errors: int) -> int:
    """Extract the articles of one reference file and print its table."""
    with tempfile.TemporaryDirectory() as folder:
        articles, out = Path(folder) / "articles.jsonl", Path(folder) / "out"
        with reference.open(encoding="utf-8") as lines, articles.open("w", encoding="utf-8") as target:
            for line in lines:
                article = json.loads(line)["article"]
                target.write(json.dumps(article, ensure_ascii=False) + "\n")
        waqia = [str(Path(sys.executable).parent / "waqia"), "extract", str(articles), "-o", str(out)]
        code = subprocess.run(waqia, check=False).returncode
        print(f"\n{name}: {reference}", flush=True)
        table = [sys.executable, str(scorer), str(reference), str(out / "records.jsonl")]
        subprocess.run([*table, *(["--errors", str(errors)] if errors else [])], check=True)
        print(flush=True)
        return code


if __name__ == "__main__":
    sys.exit(main())
