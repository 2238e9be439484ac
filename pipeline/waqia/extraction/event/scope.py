"""Which cues reach a word: scoped cues in the manner of ConText.

A cue reaches the words within its scope, in its direction, in its sentence, unless a terminating word (لكن "but",
بينما "while") or a hard stop stands between. A presupposing word right before the trigger (بعد "after", بسبب
"because of", التوقف عن "to stop") shields it: who demands an inquiry *after* a blackout demands no blackout.
Chapman, Chu & Dowling (2007), *ConText: An Algorithm for Identifying Contextual Features from Clinical Text*.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import CueCategory, cues

_REPORT_CATEGORY: dict[str, CueCategory] = {
    "deny": "denial",
    "warn": "fear",
    "demand": "demand",
    "expect": "possibility",
}
_REFUSING = frozenset({"رفض"})
_ORDERING = frozenset({"أمر"})
_REPORT_SCOPE, _DOUBTFUL_SCOPE = 10, 5
_SHIELDED = frozenset({"demand", "fear", "denial", "possibility", "rumour", "plan", "negation", "generic", "complaint"})
_SHIELD_REACH, _ATTRIBUTE_REACH = 3, 1


@dataclass(frozen=True, slots=True)
class Reached:
    """A cue that reaches a trigger; ``distance`` counts tokens between the two."""

    category: CueCategory
    rule: str
    distance: int
    hit: Hit


def cues_reaching(layout: Layout, first: int, last: int, event_type: str) -> list[Reached]:
    """Return the cues that reach tokens ``[first, last)``, the nearest first."""
    reached = list(_candidates(layout, first, last, event_type))
    shield = min(
        (cue.distance for cue in reached if cue.category == "presupposition" and cue.distance <= _SHIELD_REACH),
        default=None,
    )
    if shield is not None:
        reached = [cue for cue in reached if _unshielded(cue, last, shield)]
    return sorted(reached, key=lambda cue: cue.distance)


def _unshielded(cue: Reached, last: int, shield: int) -> bool:
    """Say whether a cue stands nearer than the shield, or right behind the trigger (انقطاع مبرمج "a planned cut")."""
    behind = cue.hit.first >= last and cue.distance <= _ATTRIBUTE_REACH
    return cue.category not in _SHIELDED or cue.distance < shield or behind


def _candidates(layout: Layout, first: int, last: int, event_type: str) -> Iterator[Reached]:
    begin, _ = layout.sentence_bounds(first)
    for hit in layout.hits("cue", first):
        if hit.first < begin or (hit.first < last and hit.last > first):
            continue
        cue = cues()[hit.entry.key]
        if cue.targets and event_type not in cue.targets:
            continue
        distance = first - hit.last if hit.last <= first else hit.first - last
        ahead = hit.last <= first
        if distance > cue.scope or cue.category in ("terminate", "pseudo"):
            continue
        if (ahead and cue.direction == "backward") or (not ahead and cue.direction == "forward"):
            continue
        if not _interrupted(layout, hit.last if ahead else last, first if ahead else hit.first):
            yield Reached(cue.category, cue.id, distance, hit)
    yield from _reporting(layout, first, begin)


def _reporting(layout: Layout, first: int, begin: int) -> Iterator[Reached]:
    reports = layout.hits("report", first)
    for hit in reports:
        category = _report_category(hit)
        if category is None or hit.first < begin or hit.last > first or first - hit.last > _REPORT_SCOPE:
            continue
        overruled = any(hit.last <= other.first < first and not _needs_complement(other) for other in reports)
        reach = _DOUBTFUL_SCOPE if _needs_complement(hit) else _REPORT_SCOPE
        if not overruled and first - hit.last <= reach and not _interrupted(layout, hit.last, first):
            yield Reached(category, hit.entry.rule, first - hit.last, hit)


def _needs_complement(hit: Hit) -> bool:
    """Say whether the verb's letters are more often another word (بين "between"), as the lexicon marks with ``?``."""
    return hit.entry.values["class"].endswith("?")


def _report_category(hit: Hit) -> CueCategory | None:
    """Return what a reporting verb says of its complement; refusing (رفض) is a demand, ordering (أمر) neither."""
    if hit.entry.key in _REFUSING:
        return "demand"
    if hit.entry.key in _ORDERING:
        return None
    return _REPORT_CATEGORY.get(hit.entry.values["class"].rstrip("?"))


def _interrupted(layout: Layout, first: int, last: int) -> bool:
    """Say whether a hard stop or a terminating word stands in tokens ``[first, last)``."""
    if any(layout.tokens[index].clean in HARD_STOPS for index in range(first, last)):
        return True
    return any(
        first <= hit.first < last and cues()[hit.entry.key].category == "terminate"
        for hit in (layout.hits("cue", first) if first < last else ())
    )
