"""Taggers of names beside a BERT of CAMeL Tools' size, one core, the same sentences of real news, in one run.

usage: python benchmarks/actors_speed.py [--shared DIR] [--sentences N]

The BERT is transformers' base model for token classification (12 layers of 768, 110 million parameters) with random
weights, which costs what trained ones do, in torch on one thread; its pieces are taken as 1.4 a word.
"""

import argparse
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

from speed import ROOT, sample

_PIECES = 1.4
_BATCH = 16


def seconds(run: Callable[[], object]) -> float:
    """Return the wall time of one run."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def bert(lengths: list[int]) -> Callable[[], None]:
    """Return a run of BERT-base over sentences of these lengths in pieces, sorted into batches."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    torch.set_num_threads(1)
    model = BertForTokenClassification(BertConfig(vocab_size=30_000, num_labels=9)).eval()
    ordered = sorted(lengths)

    def run() -> None:
        with torch.no_grad():
            for start in range(0, len(ordered), _BATCH):
                batch = ordered[start : start + _BATCH]
                model(torch.randint(5, 30_000, (len(batch), min(512, batch[-1]))))

    return run


def main() -> None:
    """Print tokens and words a second of each tagger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sentences", type=int, default=2000)
    options = parser.parse_args()
    os.sched_setaffinity(0, {0})
    from waqia.tagger.taggers import load_tagger
    from waqia.text.document import read

    sentences: list[list[str]] = []
    for row in sample(options.shared, 400):
        text = read(str(row["text"]))
        sentences += [[token.clean for token in text.tokens[item.first : item.last]] for item in text.sentences]
    sentences = [words for words in sentences if words][: options.sentences]
    total = sum(map(len, sentences))
    spoken = sum(any(map(str.isalnum, token)) for words in sentences for token in words)
    print(f"{len(sentences):,} sentences, {total:,} tokens, {spoken:,} of them words\n")
    print("| tagger | tokens/s | words/s | memory so far, MB |\n|---|---:|---:|---:|")
    for choice in ("fast", "accurate"):
        tagger = load_tagger(choice)
        if tagger is None:
            raise SystemExit(f"{choice}: not there")
        tagger.tag_all(sentences[:50])
        best = min(seconds(lambda tagger=tagger: tagger.tag_all(sentences)) for _ in range(2))  # type: ignore[misc]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {choice} | {total / best:,.0f} | {spoken / best:,.0f} | {memory:,.0f} |", flush=True)
    part = sentences[:: max(1, len(sentences) // 300)]
    words = sum(map(len, part))
    spent = seconds(bert([max(3, round(len(item) * _PIECES) + 2) for item in part]))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"| BERT-base | {words / spent:,.0f} | {words / spent * spoken / total:,.0f} | {memory:,.0f} |")


if __name__ == "__main__":
    main()
