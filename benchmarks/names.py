"""Score names on our labelled sentences that no tagger learned: rules alone, each tagger alone, and both together.

The held-out tenth of ``corpora/names.standoff.jsonl``, joined with the news of SHARED. By exact characters, by type and
by news file; a tagger alone has its words' characters, without what rules mend. ``fast`` trained on ANERcorp shows what
our own labels bring. Prints the tables of the model card.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import waqia
from waqia.extraction.actor.learned import TYPES
from waqia.resources import models_dir
from waqia.tagger.bio import mentions
from waqia.tagger.choices import Choice, Labeller
from waqia.tagger.crf import CrfTagger
from waqia.tagger.gazetteer import gazetteer
from waqia.tagger.standoff import NamedSentence, join, read_standoff
from waqia.tagger.taggers import FIELDS, named_tagger
from waqia.text.document import read

ROOT = Path(__file__).parent.parent
LABELS = {kind: label for label, kind in TYPES.items()}
Name = tuple[int, int, str]


def held_out(shared: Path) -> list[tuple[NamedSentence, str]]:
    """Return the held-out sentences with their words."""
    rows = read_standoff(ROOT / "corpora" / "names.standoff.jsonl")
    return list(join([row for row in rows if row.held_out], shared / "data" / "news"))


def pipeline(choice: Choice) -> Callable[[str], set[Name]]:
    """Return what finds names as ``waqia extract --actors`` does."""

    def found(text: str) -> set[Name]:
        record = waqia.extract_one({"id": "x", "text": text}, actors=choice)
        named = (actor for actor in record.actors if actor.type in LABELS)
        return {(span.start, span.end, LABELS[actor.type]) for actor in named for span in actor.mentions}

    return found


def alone(tagger: Labeller) -> Callable[[str], set[Name]]:
    """Return what finds names by a tagger without any rule."""

    def found(text: str) -> set[Name]:
        tokens = read(text).tokens
        (guess,) = tagger.tag_all([[token.clean for token in tokens]])
        names = ((tokens[first].start, tokens[last - 1].end, kind) for first, last, kind in mentions(guess.labels))
        return {name for name in names if name[2] in TYPES}

    return found


class Tally:
    """Right, gold and found names by group."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def add(self, group: str, gold: set[Name], found: set[Name]) -> None:
        """Count the names of one sentence under a group."""
        self.right[group] += len(gold & found)
        self.gold[group] += len(gold)
        self.found[group] += len(found)

    def f1(self, group: str) -> float:
        """Return the F1 of a group."""
        return 2 * self.right[group] / max(1, self.gold[group] + self.found[group])


def score(find: Callable[[str], set[Name]], sentences: list[tuple[NamedSentence, str]]) -> Tally:
    """Return the tally by type, by news file and over all."""
    tally = Tally()
    for row, text in sentences:
        gold, found = {(name.start, name.end, name.type) for name in row.mentions}, find(text)
        tally.add("all", gold, found)
        tally.add(news_file(row), gold, found)
        for kind in TYPES:
            tally.add(kind, {name for name in gold if name[2] == kind}, {name for name in found if name[2] == kind})
    return tally


def news_file(row: NamedSentence) -> str:
    """Return the news file that a sentence is from."""
    return row.file.removesuffix(".jsonl.xz")


def lines(sentences: list[tuple[NamedSentence, str]]) -> Iterator[str]:
    """Yield the tables."""
    ways: dict[str, Callable[[str], set[Name]]] = {
        "rules": pipeline("none"),
        "fast of ANERcorp": alone(CrfTagger(models_dir() / "actors" / FIELDS["camel"], gazetteer())),
        "fast alone": alone(named_tagger("fast")),
        "accurate alone": alone(named_tagger("accurate")),
        "rules + accurate": pipeline("all"),
    }
    tallies = {name: score(find, sentences) for name, find in ways.items()}
    kinds = [*TYPES, "all"]
    yield f"{'':20}" + "".join(f"{kind:>8}" for kind in kinds) + f"{'P':>8}{'R':>8}"
    for name, tally in tallies.items():
        precision, recall = (tally.right["all"] / max(1, part["all"]) for part in (tally.found, tally.gold))
        yield f"{name:20}" + "".join(f"{tally.f1(kind):8.3f}" for kind in kinds) + f"{precision:8.3f}{recall:8.3f}"
    sizes: dict[str, int] = defaultdict(int)
    for row, _ in sentences:
        sizes[news_file(row)] += 1
    yield ""
    yield f"{'news file':32}{'sentences':>10}{'names':>7}" + "".join(f"{name:>18}" for name in tallies)
    for name, size in sorted(sizes.items()):
        cells = "".join(f"{tally.f1(name):18.3f}" for tally in tallies.values())
        yield f"{name:32}{size:10}{tallies['rules'].gold[name]:7}{cells}"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with data/news")
    for line in lines(held_out(parser.parse_args().shared)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
