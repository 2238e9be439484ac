import sys
from types import SimpleNamespace

import msgspec
import pytest

from waqia.batch import StoppedError, Tally, process, process_inputs
from waqia.errors import IngestError, LexiconError
from waqia.records import Article, Failure


@pytest.fixture
def pipeline(monkeypatch, seed_record):
    """A pipeline that gives the seed's record for every article, and fails where the text asks for it."""

    def extract_one(article, actors):
        for name, error in (
            ("ValueError", ValueError("two\nlines")),
            ("RecursionError", RecursionError("deep")),
            ("IngestError", IngestError("invalid_unicode", "half a pair")),
            ("LexiconError", LexiconError("broken.tsv:4")),
        ):
            if name in article.text:
                raise error
        return msgspec.structs.replace(seed_record, article=article)

    monkeypatch.setitem(sys.modules, "waqia.pipeline", SimpleNamespace(extract_one=extract_one))


def articles(*texts):
    return [Article(id=str(number), text=text) for number, text in enumerate(texts)]


@pytest.mark.usefixtures("pipeline")
def test_a_bad_article_leaves_the_others_alone():
    given = Failure(article_id="x", stage="ingest", reason="binary", message="m")
    tally = Tally()
    results = list(process([*articles("a", "ValueError", "RecursionError", "b"), given], tally=tally))
    assert [type(result).__name__ for result in results] == [
        "ArticleRecord", "Failure", "Failure", "ArticleRecord", "Failure",
    ]  # fmt: skip
    assert results[1] == Failure(article_id="1", stage="extract", reason="error", message="ValueError: two lines")
    assert results[4] is given
    assert (tally.articles, tally.events, tally.undated) == (2, 8, 2)
    assert tally.failures == {"error": 2, "binary": 1}


@pytest.mark.usefixtures("pipeline")
def test_a_known_reason_keeps_its_code():
    (failure,) = process(articles("IngestError"))
    assert (failure.stage, failure.reason) == ("extract", "invalid_unicode")


@pytest.mark.usefixtures("pipeline")
def test_a_broken_lexicon_stops_the_run():
    with pytest.raises(LexiconError, match=r"broken\.tsv:4"):
        list(process(articles("LexiconError")))


@pytest.mark.usefixtures("pipeline")
def test_strict_stops_at_the_first_failure():
    results = process(articles("a", "ValueError", "b"), strict=True)
    assert next(results).article.id == "0"
    with pytest.raises(StoppedError, match="article '1': ValueError: two lines") as stopped:
        next(results)
    assert stopped.value.failure.article_id == "1"
    assert list(results) == []


@pytest.mark.usefixtures("pipeline")
def test_strict_names_file_and_line(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "خبر"}\n{"text": 1}\n')
    with pytest.raises(StoppedError, match=r"a\.jsonl:2: "):
        list(process_inputs([tmp_path / "a.jsonl"], strict=True))


def test_articles_are_read_one_at_a_time(monkeypatch, seed_record):
    monkeypatch.setitem(sys.modules, "waqia.pipeline", SimpleNamespace(extract_one=lambda _: seed_record))
    read = []

    def stream():
        for article in articles("a", "b", "c"):
            read.append(article.id)
            yield article

    results = process(stream())
    next(results)
    assert read == ["0"]
