"""The whole pipeline as a Python interface: ``load``, ``extract``, ``extract_one``."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

import msgspec

from waqia.assemble.record import Versions, assemble
from waqia.extraction.analysis import Analysis
from waqia.extraction.extractors import analyse, run_extractors
from waqia.lexicon.load import lexicon
from waqia.records import Article, ArticleRecord
from waqia.tagger.choices import DEFAULT, Choice
from waqia.tagger.taggers import load_tagger
from waqia.text.digest import digest

if TYPE_CHECKING:
    from spacy.language import Language


def load(*, actors: Choice = DEFAULT) -> "Language":
    """Return the spaCy ``Language`` of waqia: its tokenizer and its components, in order.

    ``actors`` chooses the tagger of names, see :mod:`waqia.tagger.choices`.

    >>> load().pipe_names[0]
    'waqia_sentences'
    """
    import spacy

    from waqia.extraction.components import PIPELINE

    config = {"nlp": {"tokenizer": {"@tokenizers": "waqia.ArabicTokenizer.v1"}}}
    nlp = spacy.blank("ar", config=config)
    for name in PIPELINE:
        nlp.add_pipe(name, config={"tagger": actors} if name == "waqia_actors" else {})
    nlp.max_length = 100_000_000
    return nlp


def extract(
    articles: Iterable[Article | Mapping[str, object] | str],
    *,
    actors: Choice = DEFAULT,
    nlp: "Language | None" = None,
) -> Iterator[ArticleRecord]:
    """Yield one record an article, in order, reading one article at a time.

    Args:
        articles: ``Article`` objects, mappings with at least ``text`` (and ``id``, ``title``, ``published_at``,
            ``source``, ``url``), or plain strings, whose id is made from their content.
        actors: the tagger of names: ``none``, ``fast``, ``accurate``, ``all`` or ``camel-tools``, see
            :mod:`waqia.tagger.choices`; with ``nlp`` its own choice counts.
        nlp: a spaCy pipeline from :func:`load`, perhaps with components of your own. Without one the same extractors
            run on their own, which gives the same records without building a ``Doc``: faster, and no vocabulary
            grows with the articles read.

    Raises:
        msgspec.ValidationError: a mapping has no ``text`` or a field of the wrong type.
    """
    for article in articles:
        yield extract_one(article, actors=actors, nlp=nlp)


def extract_one(
    article: Article | Mapping[str, object] | str, *, actors: Choice = DEFAULT, nlp: "Language | None" = None
) -> ArticleRecord:
    """Return the record of one article; see :func:`extract`."""
    known = _article(article)
    if nlp is None:
        analysis = _dated(analyse(known.text), known)
        analysis.tagger, analysis.everywhere = load_tagger(actors), actors == "all"
        run_extractors(analysis)
    else:
        from waqia.extraction.tokenizer import analysis_of

        doc = nlp.make_doc(known.text)
        analysis = _dated(analysis_of(doc), known)
        nlp(doc)
    tagger = analysis.tagger if analysis.tagged else None
    models = {} if tagger is None else {tagger.name: tagger.sha256}
    return assemble(known, analysis, Versions(_package(), lexicon().sha256, models))


def _dated(analysis: Analysis, article: Article) -> Analysis:
    analysis.reference = reference_date(article.published_at)
    analysis.source = article.source
    return analysis


def reference_date(published_at: str | None) -> date | None:
    """Return the day that relative dates count from, or None: a bare year or month anchors nothing."""
    if published_at is None or len(published_at) < len("2021-10-04"):
        return None
    try:
        return date.fromisoformat(published_at[:10])
    except ValueError:
        return None


def _article(article: Article | Mapping[str, object] | str) -> Article:
    if isinstance(article, Article):
        known = article
    else:
        fields = {"text": article} if isinstance(article, str) else dict(article)
        text = fields.get("text")
        if not fields.get("id") and isinstance(text, str):
            fields["id"] = digest(text)[:16]
        known = msgspec.convert(fields, Article)
    changes: dict[str, object] = {}
    if known.content_sha256 is None:
        changes["content_sha256"] = digest(known.text)
    if known.language is None:
        changes["language"] = "ar"
    return msgspec.structs.replace(known, **changes) if changes else known


@cache
def _package() -> str:
    return version("waqia")
