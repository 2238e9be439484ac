"""The extractors in order: each reads an analysis and stores what it found there.

The spaCy components wrap these; rule checks and tests run them without spaCy.
"""

from collections.abc import Callable

from waqia.extraction.actors import find_actors
from waqia.extraction.analysis import ActorMention, Analysis, DateMention, DurationMention, EventMention
from waqia.extraction.claims import find_claims
from waqia.extraction.event.roles import assign_roles
from waqia.extraction.events import find_events, network_mentions
from waqia.extraction.layout import Layout
from waqia.extraction.platforms import find_platforms
from waqia.extraction.quotes import find_quotes
from waqia.lexicon.match import matcher
from waqia.text.document import read
from waqia.time import tag


def analyse(raw: str) -> Analysis:
    """Read a text and look up its words: the workbench before any extractor has run."""
    text = read(raw)
    return Analysis(text, matcher().find(text))


def run_extractors(analysis: Analysis) -> Analysis:
    """Run every extractor over an analysis and return it."""
    for extractor in EXTRACTORS.values():
        extractor(analysis)
    return analysis


def platforms(analysis: Analysis) -> None:
    """Find named services."""
    analysis.platforms = find_platforms(analysis)


def duration_mentions(analysis: Analysis) -> None:
    """Find amounts of time; their roles are set with the events."""
    text = analysis.text
    analysis.durations = [
        DurationMention(
            text.span(item.start, item.end),
            item.min_seconds,
            item.max_seconds,
            item.approximate,
            item.vague,
            item.timex3,
            (item.rule,),
        )
        for item in tag(text, analysis.reference).durations
    ]


def date_mentions(analysis: Analysis) -> None:
    """Find calendar references, resolved against the article's date if it has one."""
    text = analysis.text
    analysis.dates = [
        DateMention(text.span(item.start, item.end), item.value, item.timex3, (item.rule,))
        for item in tag(text, analysis.reference).dates
    ]


def actors(analysis: Analysis) -> None:
    """Find persons, organizations, places and groups.

    What happens is looked for as soon as names are known, for groups stand around events, and a trained tagger, which
    costs ten times what the rules do, reads articles that have one.
    """

    def told(found: list[ActorMention]) -> list[EventMention]:
        analysis.actors = found
        return find_events(analysis)

    analysis.actors = find_actors(analysis, told)


def quotes(analysis: Analysis) -> None:
    """Find direct and indirect quotes with their speakers."""
    analysis.quotes = find_quotes(analysis)


def events(analysis: Analysis) -> None:
    """Find event triggers; add the networks they happen to as platforms; set the roles of durations."""
    analysis.events = find_events(analysis)
    named = {(item.span, item.platform) for item in analysis.platforms}
    added = [item for item in network_mentions(analysis.events) if (item.span, item.platform) not in named]
    analysis.platforms = sorted([*analysis.platforms, *added], key=lambda item: item.span.start)
    if analysis.durations:
        assign_roles(Layout(analysis), analysis.events)


def claims(analysis: Analysis) -> None:
    """Find claims about the events."""
    analysis.claims = find_claims(analysis)


EXTRACTORS: dict[str, Callable[[Analysis], None]] = {
    "waqia_platforms": platforms,
    "waqia_durations": duration_mentions,
    "waqia_dates": date_mentions,
    "waqia_actors": actors,
    "waqia_quotes": quotes,
    "waqia_events": events,
    "waqia_claims": claims,
}
"""By component name, in the order in which they must run."""
