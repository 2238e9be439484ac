"""The spaCy tokenizer for Arabic news: words as in ``waqia.text``, with proclitics cut where that is certain.

A cut is made where a lexicon form begins inside a word (فيسبوك in لفيسبوك) and where ``text.clitics`` is sure, so that
mentions begin at token boundaries. Tokens are non-destructive: ``doc.text`` is the raw text.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from waqia.extraction.analysis import Analysis
from waqia.extraction.extractors import analyse
from waqia.lexicon.match import Hit
from waqia.text.clitics import split_proclitics
from waqia.text.document import Text
from waqia.text.tokens import Token


def analysis_of(doc: Doc) -> Analysis:
    """Return the workbench of a Doc, made on first use for Docs of other tokenizers."""
    if not Doc.has_extension("waqia"):
        Doc.set_extension("waqia", default=None)
    if doc._.waqia is None:
        doc._.waqia = analyse(doc.text)
    analysis: Analysis = doc._.waqia
    return analysis


class ArabicTokenizer(DummyTokenizer):
    """Callable ``str -> Doc``; keeps the analysis it read in ``doc._.waqia``."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        if not Doc.has_extension("waqia"):
            Doc.set_extension("waqia", default=None)

    def __call__(self, text: str) -> Doc:
        """Return a Doc whose text is ``text``."""
        analysis = analyse(text)
        words, spaces = _words(analysis.text, analysis.hits)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.waqia = analysis
        return doc


def create_tokenizer() -> Callable[[Language], ArabicTokenizer]:
    """Return the factory that a spaCy config names ``waqia.ArabicTokenizer.v1``."""

    def create(nlp: Language) -> ArabicTokenizer:
        return ArabicTokenizer(nlp.vocab)

    return create


registry.tokenizers.register("waqia.ArabicTokenizer.v1", func=create_tokenizer)


def _words(text: Text, hits: Sequence[Hit]) -> tuple[list[str], list[bool]]:
    """Return words and trailing spaces that together spell the raw text."""
    words: list[str] = []
    spaces: list[bool] = []
    position = 0
    for start, end in _pieces(text, hits):
        if start > position:
            _gap(text.raw[position:start], words, spaces)
        words.append(text.raw[start:end])
        spaces.append(False)
        position = end
    if position < len(text.raw):
        _gap(text.raw[position:], words, spaces)
    return words, spaces


def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and words and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def _pieces(text: Text, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    cuts: dict[int, set[int]] = {}
    for hit in hits:
        if hit.proclitics:
            cuts.setdefault(hit.first, set()).add(hit.start)
    for index, token in enumerate(text.tokens):
        edges = sorted(cuts.get(index) or _proclitic_edges(text, token))
        start = token.start
        for edge in edges:
            if start < edge < token.end:
                yield start, edge
                start = edge
        yield start, token.end


def _proclitic_edges(text: Text, token: Token) -> set[int]:
    if token.kind != "word":
        return set()
    proclitics, _ = split_proclitics(token.clean)
    cut = sum(len(letter) for letter in proclitics)
    return {text.view.raw_span(token.at + cut, token.at + cut + 1)[0]} if cut else set()
