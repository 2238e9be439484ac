"""Our own labels of names: standoff lines without text, joined with the articles by who has them.

A line is {"file", "id", "where" (title or text), "start" (offset of the sentence in that field), "length", "sha256" of
the sentence in UTF-8, "mentions": [{"start", "end", "type"}, ...]}; offsets are code points from the sentence's begin.
"""

import json
import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from waqia.errors import DataError
from waqia.tagger.bio import Labelled
from waqia.text.digest import digest
from waqia.text.document import read

_HELD_OUT = 26  # of 256


class Mention(msgspec.Struct, frozen=True):
    """A name: half-open code-point offsets in the sentence, and PER, ORG or LOC."""

    start: int
    end: int
    type: str


class NamedSentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The labels of one sentence, and where its words are."""

    file: str
    id: str
    where: str
    start: int
    length: int
    sha256: str
    mentions: tuple[Mention, ...]

    @property
    def held_out(self) -> bool:
        """Whether no tagger learns the sentence: about a tenth of them, by the first byte of the digest."""
        return int(self.sha256[:2], 16) < _HELD_OUT


def read_standoff(path: Path) -> list[NamedSentence]:
    """Read a standoff file.

    Raises:
        DataError: a line has other keys or types; names file and line.
    """
    made = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            made.append(msgspec.json.decode(line, type=NamedSentence))
        except msgspec.MsgspecError as error:
            raise DataError(f"{path}:{number}: {error}") from error
    return made


def join(sentences: list[NamedSentence], news: Path) -> Iterator[tuple[NamedSentence, str]]:
    """Yield each sentence with its words, from the xz JSON Lines files of a folder.

    Raises:
        DataError: an article is missing, or its words are others than those that were labelled.
    """
    wanted: dict[str, set[str]] = {}
    for item in sentences:
        wanted.setdefault(item.file, set()).add(item.id)
    texts = {file: _articles(news / file, ids) for file, ids in wanted.items()}
    for item in sentences:
        article = texts[item.file].get(item.id)
        if article is None:
            raise DataError(f"{news / item.file}: has no article {item.id!r}, whose names are labelled")
        text = str(article.get(item.where) or "")[item.start : item.start + item.length]
        if digest(text) != item.sha256:
            raise DataError(
                f"{news / item.file}: article {item.id!r}, {item.where} at {item.start}: not the labelled words"
            )
        yield item, text


def _articles(path: Path, ids: set[str]) -> Mapping[str, dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: row for row in rows if row["id"] in ids}


def labelled(text: str, mentions: tuple[Mention, ...]) -> Labelled:
    """Return a sentence as BIO over waqia's tokens; a mention that begins inside a token takes it whole."""
    tokens = read(text).tokens
    labels = ["O"] * len(tokens)
    for mention in mentions:
        inside = [
            index for index, token in enumerate(tokens) if token.start < mention.end and mention.start < token.end
        ]
        for place, index in enumerate(inside):
            labels[index] = ("I-" if place else "B-") + mention.type
    return Labelled([token.clean for token in tokens], labels)
