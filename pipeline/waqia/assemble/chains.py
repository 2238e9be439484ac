"""Source chains: from the closest holder of a claim to the outlet that carries it.

مصادر → أغوان → سكاي نيوز عربية: who said it, to whom, and who reported that. The publishing outlet is left out.
"""

from collections.abc import Sequence

from waqia.extract.analysis import ActorMention, Analysis, QuoteMention
from waqia.extract.realis import quote_around
from waqia.records import Span

_TOLD_TO_REACH = 40


def source_chain(analysis: Analysis, span: Span, holder: ActorMention | None) -> tuple[ActorMention, ...]:
    """Return the chain for a claim: its holder, then the outlets through which the text says it came."""
    if holder is None:
        return ()
    chain = [holder]
    for outlet in _carriers(analysis, span, holder):
        if all(outlet.span.text != link.span.text for link in chain):
            chain.append(outlet)
    return tuple(chain)


def _carriers(analysis: Analysis, span: Span, holder: ActorMention) -> list[ActorMention]:
    """Outlets that an attribution around the claim names, or to which its holder spoke (قال لموقع...)."""
    carriers = []
    around = quote_around(analysis.quotes, span)
    for quote in analysis.quotes:
        named = quote.speaker
        if quote is around or named is None or named.span == holder.span or not _is_outlet(named):
            continue
        if quote.cue_class == "attribute" and quote.span.start <= span.start and span.end <= quote.span.end:
            carriers.append(named)
    for quote in _quotes_of(analysis, holder):
        carriers.extend(_told_to(analysis, quote, holder))
    return carriers


def _quotes_of(analysis: Analysis, holder: ActorMention) -> list[QuoteMention]:
    return [quote for quote in analysis.quotes if quote.speaker is not None and _same(quote.speaker, holder)]


def _same(one: ActorMention, other: ActorMention) -> bool:
    return (
        one.span == other.span
        or (one.key is not None and one.key == other.key)
        or one.span.text == other.span.text
    )


def _told_to(analysis: Analysis, quote: QuoteMention, holder: ActorMention) -> Sequence[ActorMention]:
    """Outlets right behind the speaker and before the quote: علي أغوان، لموقع "سكاي نيوز عربية" :"…"."""
    if quote.cue is None:
        return []
    speaker = quote.speaker or holder
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
