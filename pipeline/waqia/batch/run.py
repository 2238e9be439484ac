"""Articles through the pipeline, one at a time, with what fails set apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from waqia.errors import IngestError, LexiconError, ResourceError, WaqiaError
from waqia.ingest import Limits, Watch, read_inputs
from waqia.records import Article, ArticleRecord, Failure
from waqia.tagger.choices import DEFAULT, Choice

_LONGEST_MESSAGE = 300


class StoppedError(WaqiaError):
    """A strict run met its first failure."""

    def __init__(self, failure: Failure) -> None:
        self.failure = failure
        where = ":".join(str(part) for part in (failure.path, failure.line) if part is not None)
        what = where or f"article {failure.article_id!r}"
        super().__init__(f"{what}: {failure.message} ({failure.reason}); stopped because of --strict")


@dataclass
class Tally:
    """What went through a run so far."""

    articles: int = 0
    events: int = 0
    claims: int = 0
    undated: int = 0
    failures: Counter[str] = field(default_factory=Counter)

    def add(self, result: ArticleRecord | Failure) -> None:
        """Count one result."""
        if isinstance(result, Failure):
            self.failures[result.reason] += 1
            return
        self.articles += 1
        self.events += len(result.events)
        self.claims += len(result.claims)
        self.undated += result.article.published_at is None


def process(
    items: Iterable[Article | Failure],
    *,
    strict: bool = False,
    tally: Tally | None = None,
    actors: Choice = DEFAULT,
) -> Iterator[ArticleRecord | Failure]:
    """Yield the record of each article in order; failures pass through in their place.

    An exception in the pipeline becomes a failure of stage ``extract`` that names it; only a broken lexicon
    or a missing file of waqia itself, which would fail every article, goes through.

    Raises:
        StoppedError: ``strict``, and this is the first failure.
    """
    for item in items:
        result = item if isinstance(item, Failure) else _attempt(item, actors)
        if tally is not None:
            tally.add(result)
        if strict and isinstance(result, Failure):
            raise StoppedError(result)
        yield result


def process_inputs(
    inputs: Sequence[str | Path],
    *,
    strict: bool = False,
    limits: Limits | None = None,
    watch: Watch | None = None,
    tally: Tally | None = None,
    actors: Choice = DEFAULT,
) -> Iterator[ArticleRecord | Failure]:
    """Read inputs and yield a record or a failure for each article; see ``ingest.read_inputs``.

    Raises:
        IngestError: an input doesn't exist; raised at once.
        StoppedError: ``strict``, and this is the first failure.
    """
    return process(read_inputs(inputs, limits=limits, watch=watch), strict=strict, tally=tally, actors=actors)


def _attempt(article: Article, actors: Choice) -> ArticleRecord | Failure:
    from waqia.pipeline import extract_one

    try:
        return extract_one(article, actors=actors)
    except (LexiconError, ResourceError):
        raise
    except IngestError as error:
        return Failure(article_id=article.id, stage="extract", reason=error.reason, message=error.message)
    except Exception as error:  # one article must not stop the others, whatever it holds
        message = f"{type(error).__name__}: {error}".replace("\n", " ")[:_LONGEST_MESSAGE]
        return Failure(article_id=article.id, stage="extract", reason="error", message=message)
