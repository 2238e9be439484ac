"""The words of time: read from the ``time_*.tsv`` lists, looked up behind proclitics and ال."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from waqia.errors import LexiconError
from waqia.lexicon.load import Entry, lexicon_dir, read_table
from waqia.lexicon.tables import Policy, Table
from waqia.text.normalise import normalise
from waqia.text.tokens import Token, tokenise

_WORD = Policy(article=True)
TIME_TABLES: tuple[Table, ...] = (
    Table("time_numbers.tsv", "number", ("id", "kind", "value", "forms", "source"), {"forms": _WORD}),
    Table(
        "time_units.tsv",
        "unit",
        ("id", "unit", "number", "seconds", "timex", "forms", "ambiguous", "source"),
        {"forms": _WORD},
    ),
    Table(
        "time_months.tsv",
        "month",
        ("id", "calendar", "month", "forms", "ambiguous", "source"),
        {"forms": _WORD},
    ),
    Table(
        "time_comparators.tsv",
        "comparator",
        ("id", "position", "effect", "in_span", "forms", "source"),
        {"forms": _WORD},
    ),
    Table("time_words.tsv", "class", ("id", "class", "value", "forms", "gloss", "source"), {"forms": _WORD}),
    Table("time_dates.tsv", "class", ("id", "class", "value", "forms", "gloss", "source"), {"forms": _WORD}),
)

_PROCLITICS = frozenset("وفبكل")
_MEMO_LIMIT = 200_000
_READ = frozenset({"word", "abbreviation", "latin"})
_ANCHORS = frozenset(
    {"month", "weekday", "dayref", "feast", "period", "years", "decade_name", "season", "decade", "century"}
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list as it is used: ``role`` (number, unit, month...), ``kind``, ``value``.

    ``kind`` is the number's kind, the unit's grammatical number, the month's calendar, the comparator's
    position.
    ``flag`` is the unit's or month's ambiguity, or whether the comparator belongs to the span.
    """

    key: str
    role: str
    kind: str
    value: float
    text: str
    flag: str
    exact: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of several words: the words after the first, folded, and what it is."""

    rest: tuple[str, ...]
    item: Item


@dataclass(frozen=True, slots=True)
class Sense:
    """What a token can be: ``cut`` characters of proclitics, then an optional ال, then a listed word.

    ``proclitics`` are the letters cut; ``article`` is true where ال or لل stands before the word; ``anchor``
    says that a date can be built on it.
    """

    cut: int
    article: bool
    proclitics: str
    roles: dict[str, Item]
    phrases: tuple[Phrase, ...]
    anchor: bool = False

    @property
    def conjunction(self) -> bool:
        """True behind و or ف."""
        return self.proclitics[:1] in ("و", "ف")


@dataclass(slots=True)
class _Word:
    items: list[Item]
    phrases: list[Phrase]


class Vocabulary:
    """Every listed form by its first folded word, with a memo of the words of news already looked up."""

    def __init__(self, words: dict[str, _Word]) -> None:
        self._words = words
        self._memo: dict[str, Sense | None] = {}

    def sense(self, token: Token) -> Sense | None:
        """Return what a token can be, or None; the same spelling is analysed once."""
        clean = token.clean
        try:
            return self._memo[clean]
        except KeyError:
            pass
        found = self._analyse(clean, token.norm) if token.kind in _READ else None
        if len(self._memo) < _MEMO_LIMIT:
            self._memo[clean] = found
        return found

    def _analyse(self, clean: str, norm: str) -> Sense | None:
        for cut, contracted in _cuts(norm):
            rest, spelled = norm[cut:], clean[cut:]
            items: list[Item] = []
            phrases: list[Phrase] = []
            article = contracted
            if contracted:
                self._collect("ال" + rest, "ال" + spelled, items, phrases)
            self._collect(rest, spelled, items, phrases)
            listed = bool(items or phrases)
            if not contracted and spelled.startswith("ال") and len(rest) > 3:
                self._collect(rest[2:], spelled[2:], items, phrases)
                article = bool(items or phrases) and not (listed and rest in _ARTICLE_LESS)
            if items or phrases:
                roles: dict[str, Item] = {}
                for item in items:
                    roles.setdefault(item.role, item)
                ordered = tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest)))
                held = roles.keys() | {phrase.item.role for phrase in phrases}
                return Sense(cut, article, norm[:cut], roles, ordered, not _ANCHORS.isdisjoint(held))
        return None

    def _collect(self, norm: str, clean: str, items: list[Item], phrases: list[Phrase]) -> None:
        word = self._words.get(norm)
        if word is not None:
            items.extend(item for item in word.items if not item.exact or item.exact == clean)
            phrases.extend(word.phrases)


_ARTICLE_LESS = frozenset({"الاف", "الف", "الفا", "الفان", "الفين", "الفي", "الي", "الوف"})


def _cuts(word: str) -> Iterator[tuple[int, bool]]:
    """Yield (proclitic letters to cut, whether لل was cut)."""
    yield 0, False
    for cut in (1, 2):
        if len(word) - cut < 2 or word[cut - 1] not in _PROCLITICS or (cut == 2 and word[0] not in "وف"):
            return
        yield cut, False
        if word[cut - 1 : cut + 1] == "لل" and len(word) - cut > 2:
            yield cut + 1, True


def _item(entry: Entry) -> Item:
    values = entry.values
    if entry.category == "number":
        role = "vowelled" if values["kind"].startswith("vowelled") else "number"
        return Item(entry.key, role, values["kind"], _fraction(values["value"]), "", "", "")
    if entry.category == "unit":
        flag = values["ambiguous"]
        return Item(values["unit"], "unit", values["number"], float(values["seconds"]), values["timex"], flag, "")
    if entry.category == "month":
        return Item(entry.key, "month", values["calendar"], float(values["month"]), "", "", "")
    if entry.category == "comparator":
        role = "comparator_" + values["position"]
        return Item(entry.key, role, values["position"], 0.0, values["effect"], values["in_span"], "")
    number = float(values["value"]) if values["value"].lstrip("-").isdecimal() else 0.0
    return Item(entry.key, values["class"], values["class"], number, values["value"], "", "")


def _fraction(written: str) -> float:
    above, _, below = written.partition("/")
    return float(above) / float(below) if below else float(above)


def read_vocabulary() -> Vocabulary:
    """Read the lists that ship with the package.

    Raises:
        LexiconError: a list has the wrong columns, or a form has no letters.
    """
    words: dict[str, _Word] = {}
    directory = lexicon_dir()
    for table in TIME_TABLES:
        for entry in read_table(table, directory):
            item = _item(entry)
            ambiguous = {form.removeprefix("=") for form in entry.values.get("ambiguous", "").split("|")}
            for written in filter(None, entry.values["forms"].split("|")):
                _add(words, written, item, table, entry.line, ambiguous)
    return Vocabulary(words)


def _add(words: dict[str, _Word], written: str, item: Item, table: Table, line: int, ambiguous: set[str]) -> None:
    form = written.removeprefix("=").strip()
    view = normalise(form)
    parts = [token.norm for token in tokenise(view)]
    if not parts:
        raise LexiconError(f"{table.file}:{line} form {written!r}: has no letters")
    exact = view.clean if written.startswith("=") else ""
    flag = "ambiguous" if item.role == "month" and form in ambiguous else item.flag
    made = Item(item.key, item.role, item.kind, item.value, item.text, flag, exact)
    word = words.setdefault(parts[0], _Word([], []))
    if len(parts) == 1:
        word.items.append(made)
    else:
        word.phrases.append(Phrase(tuple(parts[1:]), made))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package, read once."""
    return read_vocabulary()
