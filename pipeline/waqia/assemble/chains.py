"""Source chains: from the closest holder of a claim to the outlet that carries it.

مصادر → أغوان → سكاي نيوز عربية: who said it, to whom, and who reported that. The publishing outlet is left out.
"""

from collections.abc import Mapping, Sequence

from waqia.extraction.analysis import ActorMention, Analysis, QuoteMention
from waqia.extraction.event.realis import quote_around
from waqia.records import Span

_TOLD_TO_REACH = 40


def source_chain(
    analysis: Analysis, span: Span, holder: ActorMention | None, actor_ids: Mapping[Span, str]
) -> tuple[ActorMention, ...]:
    """Return the chain for a claim: its holder, then the outlets through which the text says it came.

    Args:
        analysis: the article.
        span: the claim's raw span.
        holder: who makes the claim; None is the narrator, whose chain is empty.
        actor_ids: the actor that each mention names, so that a speaker is known under all his names.
    """
    if holder is None:
        return ()
    chain = [holder]
    for outlet in _carriers(analysis, span, holder, actor_ids):
        if all(outlet.span.text != link.span.text for link in chain):
            chain.append(outlet)
    return tuple(chain)


def _carriers(
    analysis: Analysis, span: Span, holder: ActorMention, actor_ids: Mapping[Span, str]
) -> list[ActorMention]:
    """Outlets that an attribution around the claim names, or to which its holder spoke (قال لموقع...)."""
    carriers = []
    around = quote_around(analysis.quotes, span)
    for quote in analysis.quotes:
        named = quote.speaker
        if quote is around or named is None or named.span == holder.span or not _is_outlet(named):
            continue
        if quote.cue_class == "attribute" and quote.span.start <= span.start and span.end <= quote.span.end:
            carriers.append(named)
    for quote in analysis.quotes:
        speaker = quote.speaker
        if speaker is not None and actor_ids.get(speaker.span) == actor_ids.get(holder.span):
            carriers.extend(_told_to(analysis, quote, speaker))
    return carriers


def _told_to(analysis: Analysis, quote: QuoteMention, speaker: ActorMention) -> Sequence[ActorMention]:
    """Outlets right behind the speaker and before the quote: علي أغوان، لموقع "سكاي نيوز عربية" :"…"."""
    if quote.cue is None:
        return []
    return [
        actor
        for actor in analysis.actors
        if _is_outlet(actor)
        and speaker.span.end <= actor.span.start <= quote.span.start
        and actor.span.start - speaker.span.end <= _TOLD_TO_REACH
    ]


def _is_outlet(actor: ActorMention) -> bool:
    evidence = (*actor.rules, actor.key or "")
    return any(item.startswith("outlets/") for item in evidence)
