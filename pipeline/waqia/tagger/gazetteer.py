"""What lists say about each word of a sentence: parts of names, frequency, cluster, known places and organizations."""

from functools import cache
from typing import NamedTuple

from waqia.lexicon.load import lexicon
from waqia.resources import models_dir
from waqia.tagger.lists import Lists, read_lists
from waqia.tagger.words import stem, without_letter
from waqia.text.normalise import fold

_LONGEST = 5
_LISTS = {"places.tsv": "L", "organizations.tsv": "O", "outlets.tsv": "O", "platforms.tsv": "M"}
_HEADS = {"org_heads.tsv": "head", "titles.tsv": "title"}
_BUCKETS = 7
_NO_CLUSTER = "k?"


class Gazetteer(NamedTuple):
    """Forms of several words by their first one, and what single words can be.

    ``starts``: first folded word to [(all words, kinds)], longest first. ``given``, ``surname`` and ``frequency``
    are buckets (logarithms) by folded word; ``clusters`` are names of clusters by folded word.
    """

    starts: dict[str, list[tuple[tuple[str, ...], str]]]
    given: dict[str, int]
    surname: dict[str, int]
    frequency: dict[str, int]
    heads: dict[str, str]
    clusters: dict[str, tuple[str, ...]]

    def features(self, words: list[str]) -> list[list[str]]:
        """Return for each word of a sentence the names of the features that hold, sorted."""
        norms = [fold(word) for word in words]
        table: list[set[str]] = [set() for _ in words]
        for index, norm in enumerate(norms):
            bare = without_letter(norm)
            self._listed(norms, index, norm, "", table)
            if bare != norm:
                self._listed(norms, index, bare, "c", table)
            self._single(norm, bare, table[index])
        return [sorted(names) for names in table]

    def _listed(self, norms: list[str], index: int, first: str, mark: str, table: list[set[str]]) -> None:
        seen: set[str] = set()
        for form, kind in self.starts.get(first, ()):
            last = index + len(form)
            if kind in seen or last > len(norms) or tuple(norms[index + 1 : last]) != form[1:]:
                continue
            seen.add(kind)
            table[index].add(f"{kind}B{min(len(form), 3)}{mark}")
            for inner in range(index + 1, last):
                table[inner].add(f"{kind}I")

    def _single(self, norm: str, bare: str, names: set[str]) -> None:
        for kind, buckets in (("g", self.given), ("s", self.surname)):
            bucket = buckets.get(norm)
            if bucket is not None:
                names.add(f"{kind}{min(bucket, _BUCKETS)}")
            elif (bucket := buckets.get(bare)) is not None:
                names.add(f"{kind}c{min(bucket, _BUCKETS)}")
        names.add(f"f{self.frequency.get(norm, 0) // 2}")
        names.add(f"fs{self.frequency.get(stem(norm), 0) // 2}")
        head = self.heads.get(norm) or self.heads.get(bare) or self.heads.get(stem(norm))
        if head is not None:
            names.add(head)
        names.update(self.clusters.get(norm) or self.clusters.get(stem(norm)) or (_NO_CLUSTER,))


def _forms(file: str) -> list[str]:
    found: list[str] = []
    for entry in lexicon().entries:
        if entry.file == file:
            written = entry.values.get("forms") or entry.values.get("form") or ""
            found.extend(form.lstrip("=") for form in written.split("|") if form)
    return found


def build(lists: Lists) -> Gazetteer:
    """Return the gazetteer of lists and of the lexicon that ships with the package."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for file, kind in _LISTS.items():
        for form in _forms(file):
            _add(kinds, fold(form), kind)
    for name in lists.places:
        _add(kinds, name, "G")
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts in sorted(kinds, key=lambda parts: (-len(parts), parts)):
        starts.setdefault(parts[0], []).extend((parts, kind) for kind in sorted(kinds[parts]))
    heads = {
        fold(form).split()[0]: head for file, head in _HEADS.items() for form in _forms(file) if " " not in form.strip()
    }
    clusters = {
        word: tuple(f"{name}={number}" for name, number in zip(lists.clusterings, numbers, strict=True))
        for word, numbers in lists.clusters.items()
    }
    return Gazetteer(starts, lists.given, lists.surname, lists.frequency, heads, clusters)


def _add(kinds: dict[tuple[str, ...], set[str]], name: str, kind: str) -> None:
    parts = tuple(name.split())
    if parts and len(parts) <= _LONGEST and len(parts[0]) > 1:
        kinds.setdefault(parts, set()).add(kind)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package, built once."""
    return build(read_lists(models_dir() / "actors"))
