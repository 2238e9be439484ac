import csv
from datetime import datetime

import msgspec
import pyarrow.parquet as pq
import pytest

from waqia.errors import OutputError
from waqia.output import to_frames, write_run, write_tables
from waqia.output.cells import cell
from waqia.output.tables import SCHEMAS
from waqia.records import Failure, decode

FAILURE = Failure(article_id="x", stage="extract", reason="error", message="=HYPERLINK(1)")


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def numbered(record, count):
    for number in range(count):
        yield msgspec.structs.replace(record, article=msgspec.structs.replace(record.article, id=str(number)))


def test_run_writes_records_failures_and_every_table(tmp_path, seed_record):
    written = write_run([seed_record, FAILURE], tmp_path / "out")
    assert sorted(map(str, written)) == sorted(str(tmp_path / "out" / name) for name in contents(tmp_path / "out"))
    assert len(written) == 2 + 2 * len(SCHEMAS)
    (line,) = (tmp_path / "out/records.jsonl").read_bytes().splitlines()
    assert decode(line) == seed_record
    assert (tmp_path / "out/failures.jsonl").read_text().count("\n") == 1


def test_same_records_give_the_same_bytes(tmp_path, seed_record):
    for name in ("one", "two"):
        write_run([seed_record, FAILURE], tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_parquet_holds_what_the_frames_hold(tmp_path, seed_record):
    write_tables(numbered(seed_record, 100), tmp_path, formats=["parquet"])
    frames = to_frames(numbered(seed_record, 100))
    for name, schema in SCHEMAS.items():
        table = pq.read_table(tmp_path / f"parquet/{name}.parquet")
        assert table.schema.equals(schema)
        assert table.schema.metadata == schema.metadata
        assert table.num_rows == len(frames[name])
    events = pq.read_table(tmp_path / "parquet/events.parquet")
    assert events.column("claims").to_pylist() == list(frames["events"].claims)


def test_empty_run_writes_typed_tables(tmp_path):
    write_run([], tmp_path)
    for name, schema in SCHEMAS.items():
        assert pq.read_schema(tmp_path / f"parquet/{name}.parquet").equals(schema)
        with (tmp_path / f"csv/{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            assert list(csv.reader(lines)) == [schema.names]


def test_csv_opens_in_a_spreadsheet(tmp_path, seed_record):
    write_tables([seed_record, FAILURE], tmp_path, formats=["csv"])
    assert (tmp_path / "csv/events.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")
    with (tmp_path / "csv/events.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows[0]["platforms"] == "facebook; instagram; whatsapp"
    assert rows[3]["claims"].startswith("shutdown_rumour (rumoured, علي أغوان): ")
    assert "'=HYPERLINK(1)" in (tmp_path / "csv/failures.csv").read_text()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (0, "0"),
        (-5, "-5"),
        (0.5, "0.5"),
        ([], ""),
        (["=1", "b"], "'=1; b"),
        ("@handle", "'@handle"),
        ("+964", "'+964"),
        ("-", "'-"),
        ("قال", "قال"),
        (datetime.fromisoformat("2021-10-07"), "2021-10-07"),
        (datetime.fromisoformat("2021-10-07T09:05"), "2021-10-07 09:05:00"),
        (
            [{"type": "denial", "status": "asserted", "text": "لا قطع", "holder": None}],
            "denial (asserted): لا قطع",
        ),
    ],
)
def test_cells_are_safe_text(value, text):
    assert cell(value) == text


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_interrupted_run_leaves_what_was_there(tmp_path, seed_record, error):
    write_run([seed_record], tmp_path / "out")
    before = contents(tmp_path)

    def broken():
        yield from numbered(seed_record, 300)
        raise error

    with pytest.raises(error):
        write_run(broken(), tmp_path / "out")
    assert contents(tmp_path) == before
    with pytest.raises(error):
        write_run(broken(), tmp_path / "new/folder")
    assert not (tmp_path / "new").exists()


def test_nothing_shows_before_the_end(tmp_path, seed_record):
    seen = []

    def watched():
        yield seed_record
        seen.extend(name for name in contents(tmp_path) if not name.rpartition("/")[2].startswith("."))

    write_run(watched(), tmp_path)
    assert seen == []


def test_output_that_is_a_file_is_a_clear_error(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="out: can't be written"):
        write_run([], tmp_path / "out")
