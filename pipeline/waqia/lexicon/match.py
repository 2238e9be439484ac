"""Find every form of the lexicon in a text, also behind proclitics and before enclitic pronouns.

spaCy's PhraseMatcher compares whole tokens, and Arabic glues و ف ب ك ل س ال to the next word: فيسبوك stands
in لفيسبوك, وفيسبوك, بالفيسبوك. Cutting those letters before look-up needs to know the word already (كمال is a
name, not ك + مال), so the look-up itself decides: a cut is made only where what remains is a listed form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from waqia.lexicon.clitics import (
    ENCLITICS,
    NOUN_CUTS,
    VERB_CUTS,
    cuts,
    enclitic_forms,
    has_article,
    stems_before_pronoun,
)
from waqia.lexicon.load import Entry, Form, Lexicon, lexicon
from waqia.lexicon.rules import claim_rules, cues, rule_forms
from waqia.text.document import Text
from waqia.text.normalise import fold, normalise
from waqia.text.tokens import Token, tokenise

_PREPOSITIONS = ("ل", "ب")
_KNOWN_WORDS = 1 << 17  # words whose cuts are kept; an entry takes about 200 bytes


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A lexicon form found in text: tokens ``[first, last)``, raw ``[start, end)`` without clitics.

    ``proclitics`` are the letters cut before the span; ``enclitic`` the pronoun cut behind it or, of a verb
    of several words, inside it. ``article``: the span begins with an ال that the form does not have, or
    stood behind لل.
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
    """A form as it is looked up: folded words, and the clean ones for forms that must be spelled exactly.

    ``own_article``: the form itself begins with ال (and not, folded, with أل or إل: إلغاء "cancellation").
    ``drops_article``: that ال is left out, as it is written after لل. ``enclitic`` is the pronoun
    that ``head`` ends with; that of a noun phrase stands on its last word and is found by ``_tail``.
    ``before``: the proclitic that the next word begins with (يعود ل "is due to" in يعود لعطل); it is no part of a hit.
    """

    form: Form
    head: str
    rest: tuple[str, ...]
    spelled: tuple[str, ...]
    own_article: bool = False
    drops_article: bool = False
    enclitic: str = ""
    before: str = ""


_Cut = tuple[int, str, _Pattern]
_Known = tuple[tuple[_Cut, ...], dict[str, list[_Cut]]]  # forms of one word, and longer ones by second word


class Matcher:
    """All forms of a lexicon, indexed by their first word."""

    def __init__(self, forms: Sequence[Form]) -> None:
        self._index: dict[str, list[_Pattern]] = {}
        self._known: dict[str, _Known] = {}
        for form in forms:
            for pattern in _patterns(form):
                self._index.setdefault(pattern.head, []).append(pattern)

    def find(self, text: Text) -> list[Hit]:
        """Return the hits in order of start; of each category the leftmost and there the longest."""
        found = list(self._scan(text))
        found.sort(key=lambda hit: (hit.category, hit.start, -hit.end, hit.form.column != "forms", hit.entry.line))
        kept: list[Hit] = []
        for hit in found:
            if not kept or kept[-1].category != hit.category or hit.start >= kept[-1].end:
                kept.append(hit)
        kept.sort(key=lambda hit: (hit.start, hit.end, hit.category))
        return kept

    def _scan(self, text: Text) -> Iterator[Hit]:
        known, tokens = self._known, text.tokens
        for first, token in enumerate(tokens):
            if token.kind == "punct":
                continue
            entry = known.get(token.norm)
            if entry is None:
                entry = self._learn(token.norm)
            alone, longer = entry
            if longer and first + 1 < len(tokens):
                for cut, article, pattern in longer.get(tokens[first + 1].norm, ()):
                    hit = _confirm(pattern, text, first, cut, article)
                    if hit is not None:
                        yield hit
            for cut, article, pattern in alone:
                hit = _confirm(pattern, text, first, cut, article)
                if hit is not None:
                    yield hit

    def _learn(self, word: str) -> _Known:
        """Work out, once for each word, which patterns may begin in it; news repeats most of its words."""
        if len(self._known) >= _KNOWN_WORDS:
            self._known.clear()
        alone: list[_Cut] = []
        longer: dict[str, list[_Cut]] = {}
        for cut, article, stem in cuts(word):
            for pattern in self._index.get(stem, ()):
                if not _allowed(pattern, word[:cut], article):
                    continue
                if not pattern.rest:
                    alone.append((cut, article, pattern))
                for second in _seconds(pattern):
                    longer.setdefault(second, []).append((cut, article, pattern))
        self._known[word] = known = (tuple(alone), longer)
        return known


def _patterns(form: Form) -> Iterator[_Pattern]:
    tokens = tokenise(normalise(form.text))
    if not tokens:
        return
    before = tokens.pop().norm if len(tokens) > 1 and tokens[-1].norm in _PREPOSITIONS else ""
    words = tuple(token.norm for token in tokens)
    spelled = tuple(token.clean for token in tokens) if form.exact else ()
    own_article = has_article(tokens[0].clean)
    yield _Pattern(form, words[0], words[1:], spelled, own_article, before=before)
    if own_article:
        without = (spelled[0][2:], *spelled[1:]) if spelled else ()
        yield _Pattern(form, words[0][2:], words[1:], without, drops_article=True, before=before)
    if form.policy.enclitics and (len(words) == 1 or form.policy.proclitics == "verb"):
        for stem, enclitic in enclitic_forms(words[0], tokens[0].clean):
            exact = (stem, *spelled[1:]) if spelled else ()
            yield _Pattern(form, fold(stem) + enclitic, words[1:], exact, enclitic=enclitic, before=before)


def _seconds(pattern: _Pattern) -> Iterator[str]:
    """Yield what the second word of a pattern may look like, folded."""
    if not pattern.rest:
        return
    word, policy = pattern.rest[0], pattern.form.policy
    yield word
    if policy.article:
        yield "ال" + word
    if len(pattern.rest) == 1 and policy.enclitics and policy.proclitics == "noun":
        for stem in stems_before_pronoun(word):
            yield from (stem + enclitic for enclitic in ENCLITICS)


def _allowed(pattern: _Pattern, proclitics: str, article: str) -> bool:
    policy = pattern.form.policy
    if pattern.drops_article:
        return article == "لل"
    if article == "لل":
        return policy.article and policy.proclitics == "noun" and not pattern.enclitic
    if article:
        if not policy.article or pattern.enclitic or pattern.own_article:
            return False
        return policy.proclitics == "noun" and proclitics in NOUN_CUTS
    if policy.proclitics == "noun":
        return proclitics in NOUN_CUTS
    if policy.proclitics == "verb":
        return proclitics in VERB_CUTS
    return not proclitics


def _confirm(pattern: _Pattern, text: Text, first: int, cut: int, article: str) -> Hit | None:
    tokens = text.tokens
    last = first + 1 + len(pattern.rest)
    if last > len(tokens) or (pattern.before and not _begins(tokens, last, pattern.before)):
        return None
    tail = _tail(pattern, tokens, first) if pattern.rest else pattern.enclitic
    if tail is None:
        return None
    head = tokens[first].clean[cut:]
    if article == "ال":
        if not head.startswith("ال"):
            return None
        head = head[2:]
    if pattern.enclitic:
        if not head.endswith(pattern.enclitic):
            return None
        head = head[: -len(pattern.enclitic)]
    if pattern.spelled and not _is_spelled(pattern, head, tokens, first, tail):
        return None
    end_token = tokens[last - 1]
    enclitic = tail or pattern.enclitic
    view_end = end_token.at + len(end_token.norm) - len(tail)
    start, end = text.view.raw_span(tokens[first].at + cut, view_end)
    proclitics = tokens[first].norm[:cut]
    return Hit(pattern.form.entry, pattern.form, first, last, start, end, proclitics, bool(article), enclitic)


def _begins(tokens: Sequence[Token], index: int, letter: str) -> bool:
    return index < len(tokens) and len(tokens[index].norm) > 1 and tokens[index].norm.startswith(letter)


def _tail(pattern: _Pattern, tokens: Sequence[Token], first: int) -> str | None:
    """Compare the words behind the head; return the pronoun on the last of them, or None if they differ."""
    policy = pattern.form.policy
    final = len(pattern.rest) - 1
    for offset, word in enumerate(pattern.rest):
        token = tokens[first + 1 + offset]
        if token.norm == word or (policy.article and token.norm == "ال" + word and token.clean[:2] == "ال"):
            continue
        if offset == final and policy.enclitics and policy.proclitics == "noun":
            return _pronoun(word, token)
        return None
    return ""


def _pronoun(word: str, token: Token) -> str | None:
    """Return the pronoun that ``token`` adds to the folded ``word``; خدمته is خدمة and ه."""
    for stem in stems_before_pronoun(word):
        enclitic = token.norm[len(stem) :]
        if token.norm.startswith(stem) and enclitic in ENCLITICS and token.clean.endswith(enclitic):
            return enclitic
    return None


def _is_spelled(pattern: _Pattern, head: str, tokens: Sequence[Token], first: int, tail: str) -> bool:
    if head != pattern.spelled[0]:
        return False
    for offset, word in enumerate(pattern.spelled[1:], start=first + 1):
        found = tokens[offset].clean
        if found not in (word, "ال" + word) and not (tail and found[: len(word) - 1] == word[:-1]):
            return False
    return True


@cache
def matcher() -> Matcher:
    """Return the matcher of the lexicon that ships with the package, built once."""
    cue_forms = rule_forms(tuple(cues().values()), "cue", "cues.toml")
    claim_forms = rule_forms(tuple(claim_rules().values()), "claim_cue", "claims.toml")
    return Matcher((*lexicon().forms, *cue_forms, *claim_forms))


def compile_matcher(source: Lexicon) -> Matcher:
    """Return a matcher for another lexicon."""
    return Matcher(source.forms)


__all__ = ["Hit", "Matcher", "Token", "compile_matcher", "fold", "matcher"]
