"""Find actors: named persons, organizations and places, and groups that speak, act or are affected.

Each source of evidence proposes spans with a rule id; overlaps are resolved once; what stands becomes
mentions. A trained tagger, where one is chosen, proposes beside the rules (``actor.learned``).
"""

from collections.abc import Callable, Sequence

from waqia.extraction.actor.again import propose_again
from waqia.extraction.actor.glosses import propose_glosses
from waqia.extraction.actor.groups import propose_groups
from waqia.extraction.actor.learned import propose_learned, settle
from waqia.extraction.actor.organizations import propose_organizations
from waqia.extraction.actor.persons import propose_persons
from waqia.extraction.actor.places import propose_places
from waqia.extraction.actor.resolve import resolve
from waqia.extraction.actor.scene import Proposal, Scene
from waqia.extraction.analysis import ActorMention, Analysis
from waqia.extraction.dateline import propose_dateline


def find_actors(
    analysis: Analysis, learns: Callable[[list[ActorMention]], bool] = lambda found: True
) -> list[ActorMention]:
    """Return every actor mention of an article in text order.

    Spans are raw code-point offsets without titles, proclitics and quotation marks. Reads the text and the
    lexicon hits only, so it can run before every other extractor. Where the analysis has a tagger, ``learns`` is asked
    with what the rules found whether the tagger reads the article as well.
    """
    scene = Scene(analysis)
    rules = propose(scene)
    found = _named(scene, rules)
    if analysis.tagger is None or not learns(found):
        return found
    return _named(scene, settle(rules, propose_learned(scene, analysis.tagger)))


def _named(scene: Scene, proposed: list[Proposal]) -> list[ActorMention]:
    named = resolve(proposed)
    again = resolve([*named, *propose_again(scene, named)])
    proposals = resolve([*again, *propose_glosses(scene, again)])
    return [_mention(scene, proposal) for proposal in proposals]


def propose(scene: Scene) -> list[Proposal]:
    """Return the proposals of the rules' every source of evidence, overlaps included."""
    places = propose_places(scene)
    scene.establish(places)
    sources: Sequence[list[Proposal]] = (
        propose_dateline(scene),
        places,
        propose_organizations(scene),
        propose_persons(scene),
        propose_groups(scene),
    )
    return [proposal for source in sources for proposal in source]


def _mention(scene: Scene, item: Proposal) -> ActorMention:
    rules = (item.rule,) if item.key is None or item.key == item.rule else (item.rule, item.key)
    return ActorMention(
        span=scene.text.span(item.start, item.end),
        type=item.type,
        rules=rules,
        key=item.key,
        role=item.role,
        country=item.country,
        wikidata=item.wikidata,
    )
