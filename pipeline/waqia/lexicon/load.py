"""Read the word lists into one :class:`Lexicon`."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from waqia.errors import LexiconError
from waqia.lexicon.inflect import past_forms, present_forms
from waqia.lexicon.tables import TABLES, Policy, Table
from waqia.text.normalise import normalise

_NISBA_ENDINGS = ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a word list."""

    key: str
    category: str
    values: dict[str, str]
    file: str
    line: int

    @property
    def rule(self) -> str:
        """Return the identifier that provenance cites, e.g. ``platforms/facebook``."""
        return f"{self.file.removesuffix('.tsv')}/{self.key}"


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of an entry; ``words`` are its tokens, folded (or clean, when ``exact``)."""

    entry: Entry
    column: str
    text: str
    policy: Policy
    exact: bool


@dataclass(frozen=True)
class Lexicon:
    """All entries and forms of the word lists, and the digest of the files they came from."""

    entries: tuple[Entry, ...]
    forms: tuple[Form, ...]
    sha256: str
    by_category: dict[str, tuple[Entry, ...]] = field(default_factory=dict)


def lexicon_dir() -> Traversable:
    """Return the folder of word lists and rules that ships with the package."""
    return files("waqia.lexicon")


def read_table(table: Table, directory: Traversable | Path) -> Iterator[Entry]:
    """Yield the entries of one TSV file.

    Raises:
        LexiconError: the file is missing or not UTF-8, or the header or a line has the wrong columns; names
            file, line and what would be right.
    """
    reader = csv.reader(_read_lines(directory / table.file), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = tuple(next(reader, ()))
    if header != table.columns:
        raise LexiconError(f"{table.file}:1 header {header}: should be {table.columns}")
    for number, row in enumerate(reader, start=2):
        if not row or row[0].startswith("#"):
            continue
        if len(row) != len(header):
            raise LexiconError(f"{table.file}:{number} has {len(row)} cells: should be {len(header)}")
        values = dict(zip(header, (cell.strip() for cell in row), strict=True))
        yield Entry(values[table.key], table.category, values, table.file, number)


def _read_lines(path: Traversable | Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise LexiconError(f"{path.name}: is missing from the word lists") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path.name}: is not UTF-8 ({error}); save it as UTF-8") from error


def entry_forms(entry: Entry, table: Table) -> Iterator[Form]:
    """Yield every surface form of an entry, inflected where its column asks for it."""
    for column, policy in table.forms.items():
        yield from expand_form(entry, column, entry.values[column], policy)


def expand_form(entry: Entry, column: str, cell: str, policy: Policy) -> Iterator[Form]:
    """Yield the forms of one cell (``a|b``; ``=a`` for exact spelling), inflected as ``column`` asks."""
    for written in filter(None, (form.strip() for form in cell.split("|"))):
        exact = written.startswith("=")
        for text in _inflected(written.removeprefix("="), column):
            yield Form(entry, column, text, policy, exact)


def _inflected(form: str, column: str) -> list[str]:
    verb, _, rest = form.partition(" ")
    if column == "past":
        return [f"{inflected} {rest}".rstrip() for inflected in past_forms(verb)]
    if column == "present":
        return [f"{inflected} {rest}".rstrip() for inflected in present_forms(verb)]
    if column == "nisba":
        return [form + ending for ending in _NISBA_ENDINGS]
    if column == "participle" and not form.endswith(("ا", "ة")):
        return [form, form + "ا", form + "ة", form + "ين", form + "ان"]
    return [form]


def read_lexicon(directory: Traversable | Path) -> Lexicon:
    """Read every word list of a folder."""
    entries: list[Entry] = []
    forms: list[Form] = []
    for table in TABLES:
        for entry in read_table(table, directory):
            entries.append(entry)
            forms.extend(entry_forms(entry, table))
    categories: dict[str, list[Entry]] = {}
    for entry in entries:
        categories.setdefault(entry.category, []).append(entry)
    return Lexicon(
        tuple(entries),
        tuple(forms),
        _digest(directory),
        {key: tuple(value) for key, value in categories.items()},
    )


def _digest(directory: Traversable | Path) -> str:
    digest = hashlib.sha256()
    for item in sorted(directory.iterdir(), key=lambda item: item.name):
        if item.name.endswith((".tsv", ".toml")):
            digest.update(item.name.encode())
            digest.update(item.read_bytes())
    return digest.hexdigest()


def clean_form(text: str) -> str:
    """Return a form as tokens are compared when spelling counts (diacritics and tatweel removed)."""
    return normalise(text).clean


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships with the package, read once."""
    return read_lexicon(lexicon_dir())
