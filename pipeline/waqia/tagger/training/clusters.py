"""Cluster words by the company they keep: ``models/actors/clusters.tsv.gz``.

Each word is a row of positive pointwise mutual information with the words two before to two behind it (Levy, Goldberg
and Dagan 2015: context counts to the power of 0.75, singular values to 0.5), cut to 120 dimensions and clustered by
k-means into coarse and fine classes. Names of persons, of firms and of towns fall into clusters of their own, so a
tagger knows an unseen name by its cluster (Miller, Guinness and Zamanian 2004).
"""

from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, hstack
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from waqia.tagger.lists import write_table
from waqia.text.document import read

SIZES = (64, 512, 2048)
_WORDS, _CONTEXTS, _DIMENSIONS = 100_000, 15_000, 120
_OFFSETS = (-2, -1, 1, 2)
_BETWEEN = -1


def write_clusters(path: Path, texts: Iterable[str], sizes: Sequence[int] = SIZES) -> None:
    """Count the words of texts, cluster the 100,000 most frequent ones, and write word and cluster numbers."""
    words, numbers = _numbered(texts)
    vectors = _vectors(numbers, min(_WORDS, len(words)), min(_CONTEXTS, len(words)), _DIMENSIONS)
    columns = [_clustered(vectors, size) for size in sizes]
    rows = sorted(zip(words, *columns, strict=False))
    write_table(path, ("word", *(f"k{size}" for size in sizes)), list(rows))


def _numbered(texts: Iterable[str]) -> tuple[list[str], NDArray[np.int32]]:
    """Return words, the most frequent first, and all tokens as their numbers with -1 between texts.

    Texts that begin with the same 200 characters count once; numbers written in digits are one word.
    """
    seen: set[str] = set()
    places: dict[str, int] = {}
    found = array("i")
    for text in texts:
        if text[:200] in seen:
            continue
        seen.add(text[:200])
        for token in read(text).tokens:
            word = "#" if token.kind != "word" and token.clean[:1].isdigit() else token.norm
            found.append(places.setdefault(word, len(places)))
        found.append(_BETWEEN)
    tokens = np.frombuffer(found, np.int32)
    counts = np.bincount(tokens[tokens >= 0], minlength=len(places))
    order = np.argsort(-counts, kind="stable")
    rank = np.empty(len(places), np.int32)
    rank[order] = np.arange(len(places), dtype=np.int32)
    words = list(places)
    return [words[number] for number in order], np.where(tokens >= 0, rank[tokens], _BETWEEN)


def _vectors(tokens: NDArray[np.int32], words: int, contexts: int, dimensions: int) -> NDArray[np.float32]:
    """Return unit vectors (words, dimensions)."""
    table = hstack([_information(tokens, offset, words, contexts) for offset in _OFFSETS]).tocsr()
    left, values, _ = randomized_svd(table, min(dimensions, words - 1), n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    unit: NDArray[np.float32] = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return unit


def _information(tokens: NDArray[np.int32], offset: int, words: int, contexts: int) -> csr_matrix:
    """Return positive pointwise mutual information (words, contexts) of words with those at an offset."""
    here = tokens[max(0, -offset) : len(tokens) - max(0, offset)]
    there = tokens[max(0, offset) : len(tokens) + min(0, offset)]
    kept = (here >= 0) & (here < words) & (there >= 0) & (there < contexts)
    counts = coo_matrix((np.ones(kept.sum(), np.float32), (here[kept], there[kept])), shape=(words, contexts)).tocsr()
    total = counts.sum()
    by_word = np.asarray(counts.sum(1)).ravel()
    by_context = np.asarray(counts.sum(0)).ravel() ** 0.75
    by_context *= total / by_context.sum()
    pairs = counts.tocoo()
    value = np.log(pairs.data * total / (by_word[pairs.row] * by_context[pairs.col]))
    positive = value > 0
    cells = (value[positive].astype(np.float32), (pairs.row[positive], pairs.col[positive]))
    return csr_matrix(cells, shape=(words, contexts))


def _clustered(vectors: NDArray[np.float32], size: int) -> list[int]:
    means = MiniBatchKMeans(min(size, len(vectors)), batch_size=8192, n_init=1, max_iter=40, random_state=0)
    numbers: list[int] = means.fit(vectors).labels_.tolist()
    return numbers
