"""Join the mentions that name one actor: full and short names, spellings, one lexicon entry, one government.

A short name joins a full one only if it fits a single one of the article's: two persons of one surname keep
it apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from waqia.extraction.analysis import ActorMention
from waqia.records import ActorType, Span
from waqia.text.normalise import fold

_STATE_HEADS = dict.fromkeys(("حكومه", "سلطات"), "حكومه") | dict.fromkeys(("كونغرس", "كونجرس"), "كونغرس")
_STATE_HEADS |= {head: head for head in ("شرطه", "جيش", "قضاء", "برلمان", "كنيست")}
_ENDINGS = ("ون", "ين", "ان", "ات", "و", "ي", "ه")
_MANY = 200


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """One actor of an article with its mentions in text order; ``name`` is its fullest form in the text."""

    type: ActorType
    name: str
    role: Span | None
    country: str | None
    key: str | None
    wikidata: str | None
    mentions: tuple[ActorMention, ...]


def resolve_actors(mentions: Sequence[ActorMention]) -> list[ResolvedActor]:
    """Join mentions into actors, in order of their first mention. Every mention is in exactly one actor."""
    groups: list[list[ActorMention]] = []
    for kind, join in _JOINS.items():
        groups.extend(join([mention for mention in mentions if mention.type == kind]))
    groups = _with_aliases(groups)
    for group in groups:
        group.sort(key=lambda mention: (mention.span.start, mention.span.end))
    groups.sort(key=lambda group: (group[0].span.start, group[0].span.end))
    return [_actor(group) for group in groups]


def _with_aliases(groups: list[list[ActorMention]]) -> list[list[ActorMention]]:
    """Join to each actor those of its type whose name it has in brackets behind one of its own."""
    owner = {(mention.type, mention.span.start): number for number, group in enumerate(groups) for mention in group}
    joined = list(range(len(groups)))
    for number, group in enumerate(groups):
        bearers = (owner.get((item.type, item.alias_of)) for item in group if item.alias_of is not None)
        bearer = next((found for found in bearers if found is not None), None)
        if bearer is not None:
            old, new = joined[number], joined[bearer]
            joined = [new if place == old else place for place in joined]
    table: dict[int, list[ActorMention]] = {}
    for place, group in zip(joined, groups, strict=True):
        table.setdefault(place, []).extend(group)
    return list(table.values())


def _actor(group: list[ActorMention]) -> ResolvedActor:
    best = _best_named(group)
    return ResolvedActor(
        best.type,
        best.span.text,
        next((mention.role for mention in group if mention.role is not None), None),
        next((mention.country for mention in group if mention.country is not None), None),
        next((mention.key for mention in group if mention.key is not None), None),
        next((mention.wikidata for mention in group if mention.wikidata is not None), None),
        tuple(group),
    )


def _best_named(group: Sequence[ActorMention]) -> ActorMention:
    """Return the fullest mention; of a place the most frequent (العراق, not its epithet بلاد الرافدين)."""
    if group[0].type == "place":
        counts = Counter(mention.span.text for mention in group)
        return max(group, key=lambda mention: (counts[mention.span.text], -mention.span.start))
    return max(group, key=lambda mention: (len(_words(mention)), len(mention.span.text), -mention.span.start))


def _words(mention: ActorMention) -> tuple[str, ...]:
    return tuple(fold(mention.span.text).replace("-", " ").split())


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _by(key: Callable[[ActorMention], object], mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    table: dict[object, list[ActorMention]] = {}
    for mention in mentions:
        table.setdefault(key(mention), []).append(mention)
    return list(table.values())


def _join_places(mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    named = {fold(mention.span.text): mention.key for mention in mentions if mention.key}
    return _by(lambda mention: mention.key or named.get(fold(mention.span.text)) or _words(mention), mentions)


def _join_groups(mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    return _by(lambda mention: tuple(_plural_stem(word) for word in _words(mention)), mentions)


def _plural_stem(word: str) -> str:
    word = _bare(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


class _Names:
    """The names joined so far, found by any of their words; words of very many names find none."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[int]] = {}

    def add(self, number: int, words: Iterable[str]) -> None:
        """Enter a name under each of its words."""
        for word in set(words):
            self._by_word.setdefault(word, []).append(number)

    def sharing(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the names that share a word, in order."""
        lists = (self._by_word.get(word, []) for word in words)
        return sorted({number for numbers in lists if len(numbers) <= _MANY for number in numbers})


def _join_persons(mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    groups = _by(lambda mention: tuple(_bare(word) for word in _words(mention)), mentions)
    groups.sort(key=lambda group: -len(_words(group[0])))
    kept: list[list[ActorMention]] = []
    names: list[tuple[str, ...]] = []
    index = _Names()
    for group in groups:
        words = tuple(_bare(word) for word in _words(group[0]))
        near = ((number, names[number]) for number in index.sharing(words))
        fits = [number for number, name in near if _within(words, name) or _misspelt(words, name)]
        if len(fits) == 1:
            kept[fits[0]].extend(group)
        else:
            index.add(len(kept), words)
            kept.append(group)
            names.append(words)
    return kept


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a run of words of a longer one, and can be the same person's.

    A name of two or more parts that leaves out the first is the father's: دواس آل منصور is not عبدالله دواس آل منصور.
    """
    size = len(short)
    if size >= len(full):
        return False
    if full[-size:] == short and _parts(short) > 1:
        return False
    return any(full[at : at + size] == short for at in range(len(full) - size + 1))


def _parts(name: Sequence[str]) -> int:
    """Count the parts of a name; آل منصور, عبد الله, أبو مازن are one part each."""
    return sum(1 for at, word in enumerate(name) if at == 0 or name[at - 1] not in _PARTICLES) - sum(
        1 for word in name[-1:] if word in _PARTICLES
    )


_PARTICLES = frozenset({"ال", "بن", "ابن", "بنت", "ابو", "ابي", "ابا", "ام", "عبد", "ولد", "سي"})


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of one length differ in a single letter of a single long word."""
    if len(one) != len(other) or len(one) < 2:
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(different) == 1 and (len(one) > 2 or min(map(len, different[0])) > 4) and _one_letter(*different[0])


def _one_letter(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest == other_rest[1:] or rest[1:] == other_rest


def _join_organizations(mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    known = {fold(mention.span.text): mention.key for mention in mentions if mention.key}
    groups = _by(lambda mention: _organization_key(mention, known.get(fold(mention.span.text))), mentions)
    groups.sort(key=lambda group: -max(len(_words(mention)) for mention in group))
    kept: list[list[ActorMention]] = []
    index = _Names()
    for group in groups:
        words = {_state(group[0]) or ""} | {_bare(word) for mention in group for word in _words(mention)}
        fits = [number for number in index.sharing(words) if _same_organization(group, kept[number])]
        if len(fits) == 1:
            kept[fits[0]].extend(group)
        else:
            index.add(len(kept), words)
            kept.append(group)
    return kept


def _organization_key(mention: ActorMention, known: str | None) -> object:
    state = _state(mention)
    if state is not None and mention.country is not None and len(_words(mention)) == 2:
        return state, mention.country
    return mention.key or known or tuple(_bare(word) for word in _words(mention))


def _state(mention: ActorMention) -> str | None:
    """Return which institution of a state a mention names (الحكومة and السلطات are one), None for others."""
    return _STATE_HEADS.get(_bare(_words(mention)[0]))


def _same_organization(group: Sequence[ActorMention], other: Sequence[ActorMention]) -> bool:
    short, full = group[0], other[0]
    state, other_state = _state(short), _state(full)
    if state is not None or other_state is not None:
        bare = len(_words(short)) == 1
        national = full.country is not None or len(_words(full)) == 1
        return state == other_state and bare and national
    if short.key is not None and full.key is not None:
        return False
    forms = {tuple(_bare(word) for word in _words(mention)) for mention in other}
    words = tuple(_bare(word) for word in _words(short))
    return any(_shortens(words, form) for form in forms)


def _shortens(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Tell whether a name leaves out the end (شركة الاتصالات) or the head (رايتس ووتش) of a longer one."""
    size = len(words)
    if size >= len(form):
        return False
    return (size > 1 and form[:size] == words) or form[-size:] == words


_JOINS: dict[ActorType, Callable[[Sequence[ActorMention]], list[list[ActorMention]]]] = {
    "person": _join_persons,
    "organization": _join_organizations,
    "place": _join_places,
    "group": _join_groups,
}
