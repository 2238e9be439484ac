"""Whom an event hit: the people, companies or outlets that its sentence names as suffering it."""

from waqia.extraction.analysis import ActorMention
from waqia.extraction.event.triggers import Trigger
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, Layout
from waqia.lexicon.rules import claim_rules, cues

_BEHIND, _BESIDE_VERB, _VERB_REACH = 12, 2, 24
_HIT_CLAIMS = frozenset({"claim.time_lost", "claim.affect", "claim.touched", "claim.money_lost", "claim.suffer"})


def affected_of(layout: Layout, trigger: Trigger) -> list[ActorMention]:
    """Return who is named behind عن or على after the trigger, beside a verb of loss or complaint, or is blocked.

    Unnamed groups only, and news outlets whose sites are blocked: انقطعت الكهرباء عن سكان الحي "from the inhabitants".
    """
    blocked = {thing.span for thing in trigger.things if thing.kind == "outlet"}
    found = []
    for (first, last), actor in layout.actors(trigger.hit.first):
        if actor.span in blocked or (actor.type == "group" and _suffers(layout, trigger, first, last)):
            found.append(actor)
    return found


def _suffers(layout: Layout, trigger: Trigger, first: int, last: int) -> bool:
    hit = trigger.hit
    if 0 < first - hit.last <= _BEHIND:
        between = layout.tokens[hit.last : first]
        stopped = any(token.clean in HARD_STOPS for token in between)
        if not stopped and any(token.norm in words("reaching") for token in between[-3:]):
            return True
    return _beside_verb(layout, trigger, first, last)


def _beside_verb(layout: Layout, trigger: Trigger, first: int, last: int) -> bool:
    """Say whether a verb of loss, suffering or complaint near the trigger stands right before or behind the group."""
    marks = [hit for hit in layout.hits("claim_cue", first) if claim_rules()[hit.entry.key].id in _HIT_CLAIMS]
    marks += [hit for hit in layout.hits("cue", first) if cues()[hit.entry.key].category == "complaint"]
    for mark in marks:
        near = min(abs(trigger.hit.first - mark.last), abs(mark.first - trigger.hit.last)) <= _VERB_REACH
        beside = 0 <= first - mark.last <= _BESIDE_VERB or 0 <= mark.first - last <= _BESIDE_VERB
        if near and beside:
            return True
    return False
