"""Our matcher beside spaCy's PhraseMatcher: the same forms, the same texts, one run.

usage: python benchmarks/matcher.py [--shared DIR] [--articles N]

PhraseMatcher is what a spaCy user would pick. It compares whole tokens, so a form behind a proclitic (لفيسبوك "to
Facebook") is found only if the tokenizer happened to cut there. Prints words a second and how many platform mentions
each finds: PhraseMatcher over spaCy's own Arabic tokens, over our tokens, and our matcher.
"""

import argparse
import random
import sys
import time
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher
from speed import ROOT, sample

from waqia.lexicon.load import lexicon
from waqia.lexicon.match import matcher
from waqia.pipeline import load
from waqia.text.document import read


def phrase_matcher(nlp: spacy.Language) -> PhraseMatcher:
    """Return a PhraseMatcher over the forms of every platform."""
    found = PhraseMatcher(nlp.vocab)
    forms = [form for form in lexicon().forms if form.entry.category == "platform" and form.column == "forms"]
    found.add("platform", [nlp.make_doc(form.text) for form in forms])
    return found


def count_phrases(nlp: spacy.Language, texts: list[str]) -> tuple[int, float]:
    """Return mentions found by PhraseMatcher and the seconds that tokenising and matching took."""
    phrases = phrase_matcher(nlp)
    start = time.perf_counter()
    found = 0
    for text in texts:
        doc = nlp.make_doc(text)
        found += len(spacy.util.filter_spans(phrases(doc, as_spans=True)))
    return found, time.perf_counter() - start


def count_ours(texts: list[str]) -> tuple[int, float]:
    """Return mentions of unambiguous platform forms, found while looking for every form of the lexicon."""
    matcher()
    start = time.perf_counter()
    found = 0
    for text in texts:
        hits = matcher().find(read(text))
        found += sum(hit.category == "platform" and hit.form.column == "forms" for hit in hits)
    return found, time.perf_counter() - start


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    random.seed(0)
    texts = [str(row["text"]) for row in sample(options.shared, options.articles)]
    words = sum(len(text.split()) for text in texts)
    rows = [
        ("PhraseMatcher, spaCy's Arabic tokens", *count_phrases(spacy.blank("ar"), texts)),
        ("PhraseMatcher, our tokens", *count_phrases(load(), texts)),
        ("our matcher, whole lexicon", *count_ours(texts)),
    ]
    print(f"{len(texts):,} articles, {words:,} words\n\n| matcher | platform mentions | words/s |\n|---|---:|---:|")
    for name, found, seconds in rows:
        print(f"| {name} | {found:,} | {words / seconds:,.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
