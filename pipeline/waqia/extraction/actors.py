"""Find actors: named persons, organizations and places, and groups that speak, act or are affected.

Each source of evidence proposes spans with a rule id; overlaps are resolved once; what stands becomes
mentions. A trained tagger, where one is chosen, proposes beside the rules (``actor.learned``).
"""

from collections.abc import Callable, Sequence

from waqia.extraction.actor.again import propose_again
from waqia.extraction.actor.glosses import find_aliases, propose_glosses, without_glossed
from waqia.extraction.actor.groups import Happenings, propose_groups
from waqia.extraction.actor.learned import propose_learned, settle
from waqia.extraction.actor.organizations import propose_organizations
from waqia.extraction.actor.persons import propose_persons
from waqia.extraction.actor.places import propose_places
from waqia.extraction.actor.resolve import resolve
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.analysis import ActorMention, Analysis, EventMention
from waqia.extraction.dateline import propose_dateline


def find_actors(analysis: Analysis, told: Callable[[list[ActorMention]], list[EventMention]]) -> list[ActorMention]:
    """Return every actor mention of an article in text order.

    Spans are raw code-point offsets without titles, proclitics and quotation marks. ``told`` is asked with the names
    that the rules found for the events of the article: groups are sought around them, and a trained tagger, if the
    analysis has one, reads the article where there are some (or ``everywhere``).
    """
    scene = Scene(analysis)
    rules = propose(scene)
    named = _named(scene, rules)
    events = told([_mention(scene, proposal) for proposal in named])
    analysis.tagged = analysis.tagger is not None and (analysis.everywhere or bool(events))
    if analysis.tagger is not None and analysis.tagged:
        named = _named(scene, settle(rules, propose_learned(scene, analysis.tagger)))
    proposals = resolve([*named, *propose_groups(scene, Happenings(scene, events))])
    aliases = find_aliases(scene, proposals)
    return [_mention(scene, proposal, aliases.get(proposal.start)) for proposal in proposals]


def _named(scene: Scene, proposed: list[Proposal]) -> list[Proposal]:
    named = resolve(proposed)
    glosses = list(propose_glosses(scene, named))
    named = resolve([*without_glossed(scene, named, glosses), *glosses])
    again = resolve([*named, *propose_again(scene, named)])
    return resolve([*again, *propose_glosses(scene, again)])


def propose(scene: Scene) -> list[Proposal]:
    """Return the names that the rules' every source of evidence proposes, overlaps included."""
    places = propose_places(scene)
    scene.establish(places)
    sources: Sequence[list[Proposal]] = (
        propose_dateline(scene),
        places,
        propose_organizations(scene),
        propose_persons(scene),
    )
    return [proposal for source in sources for proposal in source]


def _mention(scene: Scene, item: Proposal, alias_of: int | None = None) -> ActorMention:
    rules = (item.rule,) if item.key is None or item.key == item.rule else (item.rule, item.key)
    return ActorMention(
        span=scene.text.span(item.start, item.end),
        type=item.type,
        rules=rules,
        key=item.key,
        role=item.role,
        country=item.country,
        wikidata=item.wikidata,
        alias_of=alias_of,
    )
