"""Run the example and counter-example of every rule through the extractors.

Each runner says whether a rule takes part in reading a text; ``waqia lexicon check`` demands that it does in the
rule's example and does not in its counter-example.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from waqia.extraction.analysis import Analysis
from waqia.extraction.event.scope import cues_reaching
from waqia.extraction.extractors import analyse, run_extractors
from waqia.extraction.layout import Layout

Rule = Mapping[str, object]


@lru_cache(maxsize=512)
def _read(text: str) -> Analysis:
    return run_extractors(analyse(text))


def event_rule_fires(rule: Rule, text: str) -> bool:
    """Say whether the event rule accepted some trigger of the text."""
    return any(mention.rules[0] == rule["id"] for mention in _read(text).events)


def cue_fires(rule: Rule, text: str) -> bool:
    """Say whether the cue stands in the text and, unless it only stops or hides others, reaches a trigger."""
    analysis = _read(text)
    if not any(hit.entry.key == rule["id"] for hit in analysis.of("cue")):
        return False
    if rule["category"] in ("pseudo", "terminate", "decide"):
        return True
    layout = Layout(analysis)
    targets = rule.get("targets") or ("",)
    return any(
        cue.rule == rule["id"]
        for hit in analysis.of("trigger")
        for target in (targets if isinstance(targets, list | tuple) else ("",))
        for cue in cues_reaching(layout, hit.first, hit.last, str(target))
    )


def claim_rule_fires(rule: Rule, text: str) -> bool:
    """Say whether the claim rule made a claim about the text."""
    return any(claim.rules[0] == rule["id"] for claim in _read(text).claims)


RUNNERS: dict[str, Callable[[Rule, str], bool]] = {
    "events.toml": event_rule_fires,
    "cues.toml": cue_fires,
    "claims.toml": claim_rule_fires,
}
"""By rule file, for ``waqia.lexicon.check.check``."""
