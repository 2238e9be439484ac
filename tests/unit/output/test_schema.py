from pathlib import Path
from typing import get_args

import jsonschema
import msgspec
import pytest

from waqia.output.schema import json_schema, schema_text
from waqia.records import ClaimType, Realis, encode

EXPORTED = Path(__file__).parents[3] / "docs" / "schema" / "article.json"


def test_exported_schema_is_fresh():
    assert EXPORTED.read_text() == schema_text(), "run: waqia schema > docs/schema/article.json"


def test_schema_accepts_the_seed_record(seed_record):
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(msgspec.json.decode(encode(seed_record)), json_schema())


@pytest.mark.parametrize(("path", "value"), [(("events", 0, "realis"), "maybe"), (("article", "id"), None)])
def test_schema_refuses_a_wrong_value(seed_record, path, value):
    record = msgspec.json.decode(encode(seed_record))
    target = record
    for part in path[:-1]:
        target = target[part]
    target[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, json_schema())


def test_schema_lists_the_values_of_the_contract():
    definitions = json_schema()["$defs"]
    assert set(definitions["Event"]["properties"]["realis"]["enum"]) == set(get_args(Realis))
    assert set(definitions["Claim"]["properties"]["type"]["enum"]) == set(get_args(ClaimType))
