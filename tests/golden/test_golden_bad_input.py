"""Bad input through the whole of ``waqia extract``: a good article beside it always goes through."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from waqia.cli import app

CASES = [json.loads(line) for line in Path(__file__).with_name("bad_input.jsonl").read_text().splitlines()]
GOOD = "انقطعت خدمة الإنترنت عن مدينة تعز مساء أمس."


@pytest.fixture(params=CASES, ids=lambda case: case["name"])
def case(request, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    case = request.param
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, newline="")
    for name, digits in case.get("hex", {}).items():
        (folder / name).write_bytes(bytes.fromhex(digits))
    for name, (text, times) in case.get("repeat", {}).items():
        (folder / name).write_bytes(text.encode() * times)
    (folder / "zz_good.txt").write_text(GOOD)
    return case


def rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_bad_input_is_a_failure_and_the_rest_goes_through(case, tmp_path):
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1, result.output
    failures = rows(tmp_path / "out/failures.jsonl")
    found = [[failure["reason"], Path(failure["path"]).name, failure["line"]] for failure in failures]
    assert found == case["failures"]
    records = [record["article"]["id"] for record in rows(tmp_path / "out/records.jsonl")]
    assert records == [*case["records"], "zz_good"]


def test_strict_stops_at_the_first_failure(case, tmp_path):
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--strict"])
    reason, name, line = case["failures"][0]
    assert result.exit_code == 1
    assert (f"{name}:{line}: " if line else f"{name}: ") in result.stderr
    assert f"({reason})" in result.stderr
    assert not (tmp_path / "out").exists()
