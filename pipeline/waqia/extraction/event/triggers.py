"""Triggers: words that, with the object that makes them one, mention an event.

قطع الإنترنت ("cutting the internet") is a shutdown, قطع الطريق ("blocking the road") is not: the trigger lists say
which words may, the object lists what it must happen to, and ``events.toml`` which pairs make which type. Between
trigger and object only words that carry no object of their own may stand (``transparent.tsv``, names, dates), plus
as many unknown words as the rule's ``gap`` allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from waqia.extraction.event.objects import platform_before, things_after, things_before, with_coordinated
from waqia.extraction.event.verbs import is_verb
from waqia.extraction.event.words import words
from waqia.extraction.layout import HARD_STOPS, SOFT_STOPS, Layout, Thing
from waqia.lexicon.match import Hit
from waqia.lexicon.rules import EventRule, cues, event_rules

_USERS = ("مستخدم", "مشترك", "حساب", "اشخاص", "شخص", "اعضاء", "ناشط")
_TRANSITIVE = frozenset({"restore_v", "resume_v", "give_back_v"})
_OWN_STOPS = frozenset({"stoppage"})
_COMPLETION_REACH, _BRIDGE_REACH = 8, 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger hit with the rule that accepted it and the things it happens to.

    ``rule`` None: a bare definite noun (العطل "the fault") or a verb with an object pronoun, to be resolved to an
    event that stands elsewhere in the article.
    """

    hit: Hit
    rule: EventRule | None
    things: tuple[Thing, ...]
    forward: bool = True


def find_triggers(layout: Layout) -> list[Trigger]:
    """Return the triggers of the article in text order."""
    found: list[Trigger] = []
    starts = {hit.first for hit in layout.analysis.of("trigger")}
    for hit in layout.analysis.of("trigger"):
        if found and hit.start < found[-1].hit.end:
            continue
        trigger = _accept(layout, hit, starts)
        if trigger is not None:
            found.append(trigger)
    return found


def _accept(layout: Layout, hit: Hit, starts: set[int]) -> Trigger | None:
    """Return the trigger with its rule and things, or None.

    A pronoun behind the word is its object (حظره "banning him"), unless an object follows at once (قطعها الإنترنت
    "its cutting the internet").
    """
    trigger_class = hit.entry.values["class"]
    rules = [rule for rule in event_rules() if trigger_class in rule.trigger and _completed(layout, hit, rule)]
    if not rules:
        return None
    bridged = [rule for rule in rules if rule.bridge]
    if bridged:
        return _accept_bridged(layout, hit, bridged, starts)
    free = next((rule for rule in rules if not rule.object), None)
    if free is not None and len(rules) == 1:
        return Trigger(hit, free, tuple(things_after(layout, hit, 1, starts)))
    if _stops_doing_something(layout, hit):
        return None
    found = _with_object(layout, hit, rules, starts)
    if found is None and free is not None:
        return Trigger(hit, free, ())
    return found


def _with_object(layout: Layout, hit: Hit, rules: Sequence[EventRule], starts: set[int]) -> Trigger | None:
    gap = max(rule.gap for rule in rules) + is_verb(layout, hit)
    ahead = list(things_after(layout, hit, gap, starts))
    if hit.enclitic and ahead and ahead[0].first > hit.last:
        ahead = []
    for rule in rules:
        if rule.order == "backward":
            continue
        if any(_fits(layout, hit, rule, thing) for thing in ahead):
            return Trigger(hit, rule, with_coordinated(layout, rule, ahead))
    behind = list(things_before(layout, hit, 1, starts))
    for rule in rules:
        if rule.order == "forward":
            continue
        if any(_fits(layout, hit, rule, thing) for thing in behind):
            return Trigger(hit, rule, tuple(behind), forward=False)
    return _without_object(layout, hit, rules, [*ahead, *behind])


def _accept_bridged(layout: Layout, hit: Hit, rules: Sequence[EventRule], starts: set[int]) -> Trigger | None:
    """Accept a verb by the noun that is its object, and look behind that noun for what the event happened to."""
    for rule in rules:
        begin = _bridge(layout, hit, rule)
        if begin is None:
            continue
        things = list(things_after(layout, hit, rule.gap, starts, begin))
        if not rule.object:
            return Trigger(hit, rule, tuple(things))
        if any(_fits(layout, hit, rule, thing) for thing in things):
            return Trigger(hit, rule, with_coordinated(layout, rule, things))
    return None


def _bridge(layout: Layout, hit: Hit, rule: EventRule) -> int | None:
    """Return the token behind the noun that the rule demands as the verb's object, None where there is none."""
    if hit.enclitic or not is_verb(layout, hit):
        return None
    _, stop = layout.sentence_bounds(hit.first)
    for index in range(hit.last, min(stop, hit.last + _BRIDGE_REACH)):
        token = layout.tokens[index]
        if token.clean in rule.bridge:
            return index + 1
        if token.clean in HARD_STOPS or token.clean in SOFT_STOPS or index in layout.things:
            return None
    return None


def _without_object(layout: Layout, hit: Hit, rules: Sequence[EventRule], things: Sequence[Thing]) -> Trigger | None:
    """Read a trigger with no object of its own: its service named before (خدماته), or an event told elsewhere."""
    service = next((thing for thing in things if thing.kind == "service"), None)
    if service is not None:
        platform = platform_before(layout, hit)
        outage = next((rule for rule in rules if rule.type == "platform_outage"), None)
        if platform is not None and platform.kind == "platform" and outage is not None:
            return Trigger(hit, outage, (service, platform))
    if service is not None or _refers_back(layout, hit) or _repeats(layout, hit):
        return Trigger(hit, None, tuple(things))
    return None


def _completed(layout: Layout, hit: Hit, rule: EventRule) -> bool:
    """Say whether a phrase that the rule demands follows the trigger in its sentence."""
    if rule.digital and not layout.digital:
        return False
    if not rule.completion:
        return True
    _, end = layout.sentence_bounds(hit.first)
    words = [token.clean for token in layout.tokens[hit.last : min(end, hit.last + _COMPLETION_REACH)]]
    following = f" {' '.join(words)} "
    return any(f" {phrase} " in following for phrase in rule.completion)


def _fits(layout: Layout, hit: Hit, rule: EventRule, thing: Thing) -> bool:
    if thing.kind not in rule.object or _acts_itself(layout, hit, thing) or _comments_on(layout, hit, thing):
        return False
    between = range(min(hit.last, thing.last), max(hit.first, thing.first))
    if rule.link and not any(layout.tokens[index].norm == rule.link for index in between):
        return False
    if rule.type == "platform_outage":
        worth = any(layout.tokens[index].norm in words("worth") for index in between)
        return not worth and not any(
            index in layout.things and layout.things[index].kind == "account" for index in between
        )
    if rule.type != "platform_block":
        return True
    if thing.kind == "platform" and _names_its_company(layout, hit, between):
        return False
    if thing.kind == "outlet" and hit.entry.values["pos"] == "participle":
        return False
    if any(token.norm.removeprefix("ال").startswith(_USERS) for token in layout.tokens[hit.last : thing.first]):
        return False
    return not any(
        layout.things[index].kind == "account"
        for index in range(thing.last, min(thing.last + 3, len(layout.tokens)))
        if index in layout.things
    )


def _acts_itself(layout: Layout, hit: Hit, thing: Thing) -> bool:
    """Say whether a named service is no object: أعادت غوغل تنظيم نفسها "reorganised", منع غوغل من "from doing"."""
    if thing.kind != "platform":
        return False
    if hit.entry.key in _TRANSITIVE and hit.form.column in ("past", "present"):
        return thing.first == hit.last
    if hit.entry.values["class"] != "prevent" or thing.last + 1 >= len(layout.tokens):
        return False
    return layout.tokens[thing.last].norm == "من" and layout.tokens[thing.last + 1].norm not in words("service_work")


def _names_its_company(layout: Layout, hit: Hit, between: range) -> bool:
    """Say whether the service stands for its company (فصلت شركة تويتر) or for where it was (حظرته على واتساب)."""
    norms = {layout.tokens[index].norm for index in between}
    return "شركه" in norms or (is_verb(layout, hit) and bool(norms & words("locative")))


def _comments_on(layout: Layout, hit: Hit, thing: Thing) -> bool:
    """Say whether تعليق is a comment on a service (تعليق على تويتر), or somebody is absent who is named on it."""
    between = layout.tokens[hit.last : thing.first]
    return hit.entry.values["class"] in ("hang", "absent") and any(token.norm in words("locative") for token in between)


def _stops_doing_something(layout: Layout, hit: Hit) -> bool:
    """Say whether توقف is followed by عن and anything but work or service ("Twitter stopped publishing").

    انقطاع is, where عن and a school or work stand behind it (انقطاع التلاميذ عن الدراسة "pupils' absence").
    """
    if hit.entry.key in ("interruption", "be_cut"):
        return _absent_from(layout, hit)
    if hit.entry.key not in ("stop", "stoppage"):
        return False
    tokens = layout.tokens
    for index in range(hit.last, min(hit.last + 5, len(tokens) - 1)):
        if tokens[index].norm == "عن":
            return tokens[index + 1].norm not in words("service_work")
    return False


def _absent_from(layout: Layout, hit: Hit) -> bool:
    tokens = layout.tokens
    for index in range(hit.last, min(hit.last + _ABSENCE_REACH, len(tokens) - 1)):
        if index in layout.things:
            return False
        if tokens[index].norm == "عن":
            return tokens[index + 1].norm in words("attended")
    return False


_ABSENCE_REACH = 5


def _repeats(layout: Layout, hit: Hit) -> bool:
    """Say whether a failure stands right beside a word of repetition (تكرار أعطال, عطل مماثل)."""
    if hit.entry.values["class"] != "failure" or hit.form.column in ("past", "present"):
        return False
    return any(
        cues()[cue.entry.key].category == "repetition" and (-4 <= cue.last - hit.first <= 0 or cue.first == hit.last)
        for cue in layout.hits("cue", hit.first)
    )


def _refers_back(layout: Layout, hit: Hit) -> bool:
    """Say whether the hit is a definite noun of its own, or a verb or noun with a pronoun for its object."""
    if hit.entry.values["pos"] == "phrase":
        return False
    if hit.enclitic:
        if hit.enclitic not in ("ه", "ها"):
            return False
        verbal = hit.form.column in ("past", "present")
        return hit.entry.values["class"] == ("block" if verbal else "failure") and hit.entry.key not in _OWN_STOPS
    if not hit.article or hit.last - hit.first > 2:
        return False
    if hit.entry.values["class"] == "failure":
        return True
    following = layout.tokens[hit.last] if hit.last < len(layout.tokens) else None
    foreign = following is not None and following.norm.startswith("ال") and not layout.skippable[hit.last]
    return hit.entry.values["class"] in ("block", "cut", "prevent", "hack") and not foreign
