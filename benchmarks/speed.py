"""Words a second on one core, by stage, and peak memory: ``make bench SHARED=../shared``.

The articles are a sample of real news where SHARED has it, spread evenly over its files; otherwise the seed
article many times. A word is what stands between white space.
"""

import argparse
import itertools
import json
import lzma
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_bdbe3284323f89d4.txt"


def sample(shared: Path, count: int) -> list[dict[str, object]]:
    """Return ``count`` articles: every hundredth of each news file, or copies of the seed."""
    files = sorted((shared / "data" / "news").glob("*.jsonl.xz"))
    if not files:
        text = SEED.read_text(encoding="utf-8")
        return [{"id": str(number), "text": text} for number in range(count)]
    each = -(-count // len(files))
    rows = itertools.chain.from_iterable(itertools.islice(every(path, 20), each) for path in files)
    return list(itertools.islice(rows, count))


def every(path: Path, step: int) -> Iterator[dict[str, object]]:
    """Yield every ``step``-th row of a compressed JSON Lines file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, step):
            yield json.loads(line)


def main() -> int:
    """Time every stage and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with data/news")
    parser.add_argument("--articles", type=int, default=1000, help="articles in the sample")
    options = parser.parse_args()
    started = time.perf_counter()
    from waqia.assemble.record import assemble
    from waqia.extraction.analysis import Analysis
    from waqia.extraction.extractors import EXTRACTORS
    from waqia.ingest import read_inputs
    from waqia.lexicon.match import matcher
    from waqia.output import write_run
    from waqia.pipeline import _versions, extract_one, load, reference_date
    from waqia.records import Article
    from waqia.text.document import read

    extract_one({"text": "انقطعت الخدمة."})
    loading = time.perf_counter() - started
    spent: defaultdict[str, float] = defaultdict(float)

    def timed(stage: str, since: float) -> float:
        now = time.perf_counter()
        spent[stage] += now - since
        return now

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as target:
            for row in sample(options.shared, options.articles):
                target.write(json.dumps(row, ensure_ascii=False) + "\n")
        now = time.perf_counter()
        articles = [item for item in read_inputs([source]) if isinstance(item, Article)]
        timed("ingest", now)
        words = sum(len(article.text.split()) for article in articles)
        records = []
        for article in articles:
            now = time.perf_counter()
            text = read(article.text)
            now = timed("text", now)
            analysis = Analysis(text, matcher().find(text), reference_date(article.published_at), article.source)
            now = timed("lexicon", now)
            for name, extractor in EXTRACTORS.items():
                extractor(analysis)
                now = timed(name, now)
            records.append(assemble(article, analysis, _versions()))
            timed("assemble", now)
        nlp = load()
        now = time.perf_counter()
        for article in articles:
            nlp.make_doc(article.text)
        spacy_tokens = time.perf_counter() - now
        now = time.perf_counter()
        write_run(records, Path(folder) / "out")
        timed("write", now)
    report(spent, words, len(articles), loading)
    print(f"(not in the total: the same texts as spaCy Docs, {words / spacy_tokens:,.0f} words/s)")
    return 0


def report(spent: dict[str, float], words: int, articles: int, loading: float) -> None:
    """Print seconds and words a second by stage, the total, and peak memory."""
    total = sum(spent.values())
    print(f"{articles:,} articles, {words:,} words; loading took {loading:.1f} s\n")
    print("| stage | seconds | share | words/s |\n|---|---:|---:|---:|")
    for stage, seconds in spent.items():
        print(f"| {stage} | {seconds:.2f} | {seconds / total:.0%} | {words / seconds:,.0f} |")
    print(f"| **all** | {total:.2f} | 100% | {words / total:,.0f} |\n")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit:,.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
