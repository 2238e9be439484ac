import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import settings

from waqia.records import ArticleRecord

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")

SEED = Path(__file__).parent.parent / "seeds" / "000_bdbe3284323f89d4.record.jsonl"


def _complete(reference):
    """Fill in what annotators leave out: rule provenance, confidence, TIMEX3."""
    del reference["id"]
    for item in reference["durations"] + reference["dates"]:
        item.setdefault("timex3", {"value": "PT1H", "mod": None})
    for item in reference["events"] + reference["claims"]:
        item.setdefault("confidence", 0.5)
    reference["provenance"] = {
        "package": "0", "schema": reference["schema"], "models": {}, "lexicon": "0", "items": {},
    }  # fmt: skip
    return reference


@pytest.fixture(scope="session")
def seed_record():
    """The seed's reference record, which the tests of output need no pipeline for."""
    return msgspec.convert(_complete(json.loads(SEED.read_text().splitlines()[0])), ArticleRecord)


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what the pipeline gives now to the golden files; read the diff",
    )
