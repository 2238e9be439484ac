"""The spaCy components of waqia; each carries mentions between the Doc and one extractor.

Registered as ``spacy_factories`` entry points, so ``spacy.blank("ar").add_pipe("waqia_durations")`` works for anyone.
What a component finds is in ``doc._.waqia`` (exact raw offsets) and, aligned to tokens, in ``doc.spans`` under the
component's name, where displaCy and other spaCy code can read it.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from waqia.extraction.analysis import Analysis
from waqia.extraction.extractors import EXTRACTORS
from waqia.extraction.tokenizer import analysis_of
from waqia.records import Span
from waqia.tagger.choices import DEFAULT, Choice
from waqia.tagger.taggers import load_tagger

PIPELINE = ("waqia_sentences", *EXTRACTORS)
"""The components in the order in which they must run."""

Component = Callable[[Doc], Doc]
Factory = Callable[[Language, str], Component]
_Labelled = Callable[[Analysis], Iterable[tuple[Span, str]]]

_SHOWN: dict[str, _Labelled] = {
    "waqia_platforms": lambda analysis: ((item.span, item.platform) for item in analysis.platforms),
    "waqia_durations": lambda analysis: ((item.span, item.timex3.value or "") for item in analysis.durations),
    "waqia_dates": lambda analysis: ((item.span, item.value or "") for item in analysis.dates),
    "waqia_actors": lambda analysis: ((item.span, item.type) for item in analysis.actors),
    "waqia_quotes": lambda analysis: ((item.span, item.kind) for item in analysis.quotes),
    "waqia_events": lambda analysis: ((item.trigger, item.type) for item in analysis.events),
    "waqia_claims": lambda analysis: ((item.span, item.type) for item in analysis.claims),
}


def set_sentences(doc: Doc) -> Doc:
    """Set sentence starts as ``waqia.text.sentences`` finds them."""
    starts = {sentence.start for sentence in analysis_of(doc).text.sentences}
    flags = [1 if token.i == 0 or token.idx in starts else -1 for token in doc]
    if flags:
        values: Any = np.asarray(flags, dtype="int64").astype("uint64").reshape(-1, 1)
        doc.from_array([SENT_START], values)
    return doc


def _carry(name: str) -> Component:
    extractor, shown = EXTRACTORS[name], _SHOWN[name]

    def component(doc: Doc) -> Doc:
        analysis = analysis_of(doc)
        extractor(analysis)
        found = shown(analysis)
        spans = (doc.char_span(at.start, at.end, label, alignment_mode="expand") for at, label in found)
        doc.spans[name] = [span for span in spans if span is not None]
        return doc

    return component


def _factory(name: str, component: Component, requires: list[str], assigns: list[str]) -> Factory:
    def make(nlp: Language, name: str) -> Component:
        return component

    registered: Any = Language.factory(name, requires=requires, assigns=assigns, func=make)
    return registered or make


_BENCH, _FOUND = ["doc._.waqia"], ["doc._.waqia", "doc.spans"]
make_sentences = _factory("waqia_sentences", set_sentences, [], ["token.is_sent_start", "doc._.waqia"])
make_platforms = _factory("waqia_platforms", _carry("waqia_platforms"), [], _FOUND)
make_durations = _factory("waqia_durations", _carry("waqia_durations"), [], _FOUND)
make_dates = _factory("waqia_dates", _carry("waqia_dates"), [], _FOUND)


@Language.factory("waqia_actors", default_config={"tagger": DEFAULT}, assigns=_FOUND)
def make_actors(nlp: Language, name: str, tagger: Choice) -> Component:
    """Make the component of actors; ``tagger`` is one of :mod:`waqia.tagger.choices`."""
    carry = _carry("waqia_actors")
    model = load_tagger(tagger)

    def component(doc: Doc) -> Doc:
        analysis = analysis_of(doc)
        analysis.tagger, analysis.everywhere = model, tagger == "all"
        return carry(doc)

    return component


make_quotes = _factory("waqia_quotes", _carry("waqia_quotes"), _BENCH, _FOUND)
make_events = _factory("waqia_events", _carry("waqia_events"), _BENCH, _FOUND)
make_claims = _factory("waqia_claims", _carry("waqia_claims"), _BENCH, _FOUND)
