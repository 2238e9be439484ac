"""Find every form of the lexicon in a text, also behind proclitics and before enclitic pronouns.

spaCy's PhraseMatcher compares whole tokens, and Arabic glues و ف ب ك ل س ال to the next word: فيسبوك stands in
لفيسبوك, وفيسبوك, بالفيسبوك. Cutting those letters before look-up needs to know the word already (كمال is a
name, not ك + مال), so the look-up itself decides: a cut is made only where what remains is a listed form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from waqia.lexicon.load import Entry, Form, Lexicon, lexicon
from waqia.text.document import Text
from waqia.text.normalise import fold, normalise
from waqia.text.tokens import Token, tokenise

_ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه")
_NOUN_CUTS = ("", "و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل")
_VERB_CUTS = ("", "و", "ف", "س", "ل", "وس", "ول", "فس", "فل")


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon form found in text: tokens ``[first, last)``, raw ``[start, end)`` without clitics.

    ``proclitics`` are the letters cut before the span, ``enclitic`` the pronoun cut behind it; ``article`` says
    that the span begins with an ال (or stood behind لل) that the form itself does not have.
    """

    entry: Entry
    form: Form
    first: int
    last: int
    start: int
    end: int
    proclitics: str
    article: bool
    enclitic: str

    @property
    def category(self) -> str:
        """Return the category of the word list."""
        return self.entry.category


@dataclass(frozen=True, slots=True)
class _Pattern:
    form: Form
    head: str
    rest: tuple[str, ...]
    drops_article: bool


class Matcher:
    """All forms of a lexicon, indexed by their first word."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._index: dict[str, list[_Pattern]] = {}
        self._enclitic_heads: dict[str, list[tuple[_Pattern, str]]] = {}
        for form in forms:
            words = [token.norm for token in tokenise(normalise(form.text))]
            if not words:
                continue
            self._add(_Pattern(form, words[0], tuple(words[1:]), False))
            if words[0].startswith("ال") and len(words[0]) > 3:
                self._add(_Pattern(form, words[0][2:], tuple(words[1:]), True))
        for patterns in self._index.values():
            patterns.sort(key=lambda pattern: -len(pattern.rest))

    def _add(self, pattern: _Pattern) -> None:
        self._index.setdefault(pattern.head, []).append(pattern)
        if pattern.form.policy.enclitics:
            last = pattern.rest[-1] if pattern.rest else pattern.head
            if pattern.rest:
                return
            stem = last[:-1] + "ت" if last.endswith("ه") and pattern.form.text.endswith("ة") else last
            for enclitic in _ENCLITICS:
                self._enclitic_heads.setdefault(stem + enclitic, []).append((pattern, enclitic))

    def find(self, text: Text) -> list[Hit]:
        """Return the hits in order of start, of each category only the longest where they overlap."""
        found = list(self._scan(text))
        found.sort(
            key=lambda hit: (hit.category, hit.start, -hit.end, hit.form.column != "forms", hit.entry.line)
        )
        kept: list[Hit] = []
        for hit in found:
            if not kept or kept[-1].category != hit.category or hit.start >= kept[-1].end:
                kept.append(hit)
        kept.sort(key=lambda hit: (hit.start, hit.end, hit.category))
        return kept

    def _scan(self, text: Text) -> Iterator[Hit]:
        tokens = text.tokens
        for first, token in enumerate(tokens):
            if token.kind in ("punct", "number"):
                continue
            for cut, article, stem in _cuts(token.norm):
                proclitics = token.norm[:cut]
                for pattern in self._index.get(stem, ()):
                    hit = _confirm(pattern, text, first, cut, proclitics, article, "")
                    if hit is not None:
                        yield hit
                for pattern, enclitic in self._enclitic_heads.get(stem, ()):
                    hit = _confirm(pattern, text, first, cut, proclitics, article, enclitic)
                    if hit is not None:
                        yield hit


def _cuts(word: str) -> Iterator[tuple[int, str, str]]:
    """Yield (letters cut, article found, what remains); article is "", "ال" (inside the span) or "لل"."""
    yield 0, "", word
    if word.startswith("ال") and len(word) > 3:
        yield 0, "ال", word[2:]
    longest = 2 if word[0] in "وف" else 1
    for cut in range(1, longest + 1):
        if len(word) - cut < 2 or word[cut - 1] not in "وفبكلس":
            return
        rest = word[cut:]
        yield cut, "", rest
        if rest.startswith("ال") and len(rest) > 3:
            yield cut, "ال", rest[2:]
        if word[cut - 1] == "ل" and rest.startswith("ل") and len(rest) > 2:
            yield cut + 1, "لل", rest[1:]
    if longest == 2 and word[1:3] == "لل" and len(word) > 4:
        yield 3, "لل", word[3:]


def _allowed(pattern: _Pattern, proclitics: str, article: str, enclitic: str) -> bool:
    policy = pattern.form.policy
    if pattern.drops_article:
        return article == "لل"
    if article:
        if not policy.article or enclitic or pattern.head.startswith("ال"):
            return False
        return policy.proclitics == "noun" and (article == "ال" or proclitics.endswith("لل"))
    if policy.proclitics == "noun":
        return proclitics in _NOUN_CUTS
    if policy.proclitics == "verb":
        return proclitics in _VERB_CUTS
    return not proclitics


def _confirm(
    pattern: _Pattern, text: Text, first: int, cut: int, proclitics: str, article: str, enclitic: str
) -> Hit | None:
    if not _allowed(pattern, proclitics, article, enclitic):
        return None
    tokens = text.tokens
    last = first + 1 + len(pattern.rest)
    if last > len(tokens):
        return None
    for offset, word in enumerate(pattern.rest, start=first + 1):
        if tokens[offset].norm != word and not (
            pattern.form.policy.article and tokens[offset].norm == "ال" + word
        ):
            return None
    end_token = tokens[last - 1]
    view_start = tokens[first].at + cut
    view_end = end_token.at + len(end_token.norm) - len(enclitic)
    if pattern.form.exact and not _spelled_as(
        pattern.form.text, text.view.clean[view_start:view_end], article
    ):
        return None
    start, end = text.view.raw_span(view_start, view_end)
    return Hit(pattern.form.entry, pattern.form, first, last, start, end, proclitics, bool(article), enclitic)


def _spelled_as(form: str, found: str, article: str) -> bool:
    return found.removeprefix(article if article == "ال" else "") == normalise(form).clean


@cache
def matcher() -> Matcher:
    """Return the matcher of the lexicon that ships with the package, built once."""
    return Matcher(lexicon().forms)


def compile_matcher(source: Lexicon) -> Matcher:
    """Return a matcher for another lexicon."""
    return Matcher(source.forms)


__all__ = ["Hit", "Matcher", "Token", "compile_matcher", "fold", "matcher"]
