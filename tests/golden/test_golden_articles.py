"""Our own articles and the records expected of them, field by field.

``pytest tests/golden --update-golden`` writes what the pipeline gives now; the diff is then read like code.
Versions and hashes are left out, since they change with every lexicon edit. Names are by rules alone, which give the
same bytes on every machine; the taggers have floors of their own (tests/quality/test_names.py).
"""

import json
from pathlib import Path

import pytest

import waqia
from waqia.records import encode

HERE = Path(__file__).parent
ARTICLES = [json.loads(line) for line in (HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
EXPECTED = HERE / "records"


def record_of(article):
    record = json.loads(encode(waqia.extract_one(article, actors="none")))
    for name in ("package", "lexicon", "models"):
        del record["provenance"][name]
    return record


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_golden_article(article, request):
    path = EXPECTED / f"{article['id']}.json"
    found = record_of(article)
    if request.config.getoption("--update-golden"):
        EXPECTED.mkdir(exist_ok=True)
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8"))


def test_golden_files_all_have_an_article():
    assert {path.stem for path in EXPECTED.glob("*.json")} == {article["id"] for article in ARTICLES}
