import hashlib
import io
import json
import sys

import pytest

from waqia.errors import IngestError
from waqia.ingest import Limits, read_inputs
from waqia.records import Article, Failure

NEWS = "انقطعت خدمة الإنترنت عن مدينة تعز مساء أمس.\r\nوقالت الشركة إن العطل فني.\n"


def jsonl(path, *rows):
    path.write_bytes(b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows))
    return path


def reasons(items):
    return [item.reason if isinstance(item, Failure) else item.id for item in items]


def test_plain_text_keeps_every_character_and_takes_its_name_as_id(tmp_path):
    file = tmp_path / "000_abc.txt"
    file.write_bytes(NEWS.encode())
    (article,) = read_inputs([file])
    assert article.text == NEWS
    assert article.id == "000_abc"
    assert article.title is None
    assert article.language == "ar"
    assert article.content_sha256 == hashlib.sha256(NEWS.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "iso8859_6", "utf-16"])
def test_encodings_give_the_same_text(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes(NEWS.encode(encoding))
    (article,) = read_inputs([file])
    assert article.text == NEWS


def test_only_the_first_byte_order_mark_is_cut(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(("\ufeff\ufeff" + NEWS).encode())
    (article,) = read_inputs([file])
    assert article.text == "\ufeff" + NEWS


def test_seed_article_has_its_file_name_as_id():
    items = list(read_inputs(["seeds/000_bdbe3284323f89d4.txt"]))
    assert [item.id for item in items] == ["000_bdbe3284323f89d4"]


@pytest.mark.parametrize(
    ("name", "data", "reason", "line"),
    [
        ("empty.txt", b"", "empty_file", None),
        ("blank.txt", b" \n\t\n", "empty_text", None),
        ("nul.txt", b"\x00\x01\x02\x03" * 9, "binary", None),
        ("document.pdf", b"%PDF-1.7\n" + NEWS.encode(), "binary", None),
        ("english.txt", b"The internet was cut.", "no_arabic", None),
        ("digits.txt", "١٢٣ ، ؟ 12".encode(), "no_arabic", None),
        ("broken_utf8.txt", NEWS.encode()[:-4] + b"\xd9\n", "bad_encoding", None),
        ("page.html", b"<p>" + NEWS.encode() + b"</p>", "unsupported_format", None),
        ("empty.jsonl", b"", "empty_file", None),
        ("broken.jsonl", b'\n{"id": "a", "text": \n', "bad_json", 2),
        ("list.jsonl", b'["a"]\n', "bad_json", 1),
        ("deep.jsonl", b"[" * 100_000 + b"\n", "bad_json", 1),
        ("no_text.jsonl", b'{"id": "a", "body": "x"}\n', "missing_text", 1),
        ("null.jsonl", b'{"id": "a", "text": null}\n', "missing_text", 1),
        ("number.jsonl", b'{"id": "a", "text": 5}\n', "missing_text", 1),
        ("blank.jsonl", b'{"id": "a", "text": " "}\n', "empty_text", 1),
        ("surrogate.jsonl", b'{"id": "a", "text": "\\u0642\\ud800"}\n', "invalid_unicode", 1),
        ("surrogate_id.jsonl", b'{"id": "\\udc00", "text": "\\u0642"}\n', "invalid_unicode", 1),
        ("png.jsonl", b"\x89PNG\r\n\x1a\n", "binary", None),
        ("broken.json", b'{"id": "a"', "bad_json", None),
        ("columns.csv", b"id,body\n1,x\n", "missing_text", 1),
        ("broken.csv", b'id,text\n1,"a"b\n', "bad_csv", 2),
        ("latin.csv", b"id,text\n1,\xe9\n", "bad_encoding", None),
        ("broken.parquet", b"PAR1 no", "bad_parquet", None),
    ],
)
def test_bad_input_becomes_a_failure_with_its_place(tmp_path, name, data, reason, line):
    file = tmp_path / name
    file.write_bytes(data)
    (failure,) = read_inputs([file])
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.reason, failure.path, failure.line) == ("ingest", reason, str(file), line)
    assert failure.message


def test_bad_lines_leave_the_others_alone(tmp_path):
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": "1", "text": NEWS},
        b"{broken\n",
        b"\n",
        {"id": "1", "text": "عطل آخر"},
        {"id": "2", "text": "\ud800عطل"},
        {"id": 3, "text": NEWS},
    )
    items = list(read_inputs([file]))
    assert reasons(items) == ["1", "bad_json", "duplicate_id", "invalid_unicode", "3"]
    assert [item.line for item in items if isinstance(item, Failure)] == [2, 4, 5]
    assert [item.article_id for item in items if isinstance(item, Failure)] == [None, "1", "2"]


def test_surrogate_in_an_unused_field_does_no_harm(tmp_path):
    file = jsonl(tmp_path / "a.jsonl", {"id": "1", "text": NEWS, "comment": "\ud800"})
    assert reasons(read_inputs([file])) == ["1"]


def test_byte_order_mark_and_last_line_without_newline_are_read(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"id": "1", "text": NEWS}, ensure_ascii=False).encode())
    (article,) = read_inputs([file])
    assert article.text == NEWS


def test_lines_in_windows_1256_are_read(tmp_path):
    line = json.dumps({"id": "1", "text": NEWS}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_bytes(line.encode("cp1256"))
    (article,) = read_inputs([tmp_path / "a.jsonl"])
    assert article.text == NEWS


def test_fields_and_nested_articles_are_read(tmp_path):
    fields = {
        "title": "عنوان",
        "text": NEWS,
        "date": "2021/10/07",
        "source": "واع",
        "url": "https://example.org/1",
    }
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": "1", **fields},
        {"id": "2", "article": fields},
        {"article": {**fields, "id": "3", "published_at": "2020"}},
        {"id": "4", "text": NEWS, "title": 5, "date": "tomorrow", "source": ""},
    )
    one, two, three, four = read_inputs([file])
    assert (one.title, one.published_at, one.source, one.url) == (
        "عنوان",
        "2021-10-07",
        "واع",
        "https://example.org/1",
    )
    assert (two.id, two.title) == ("2", "عنوان")
    assert (three.id, three.published_at) == ("3", "2020")
    assert (four.title, four.published_at, four.source) == (None, None, None)


def test_missing_id_comes_from_the_content(tmp_path):
    file = jsonl(tmp_path / "a.jsonl", {"text": NEWS}, {"text": NEWS + "."}, {"text": NEWS, "title": "x"})
    items = list(read_inputs([file]))
    assert items[0].id == hashlib.sha256(NEWS.encode()).hexdigest()[:16]
    assert reasons(items)[1:] == [hashlib.sha256((NEWS + ".").encode()).hexdigest()[:16], "duplicate_id"]


def test_too_long_line_is_skipped_and_the_next_one_read(tmp_path):
    limits = Limits(text=1000)
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": "1", "text": "ق" * 1001},
        {"id": "2", "text": "ق" * 100_000},
        {"id": "3", "text": "ق" * 500},
    )
    items = list(read_inputs([file], limits=limits))
    assert reasons(items) == ["too_large", "too_large", "3"]
    assert [item.line for item in items if isinstance(item, Failure)] == [1, 2]


def test_fifty_megabytes_on_one_line_are_refused_in_bounded_memory(tmp_path):
    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        for _ in range(50):
            out.write(b"\xd9\x82" * 500_000)
    reads = []
    (failure,) = read_inputs([file], watch=reads.append)
    assert failure.reason == "too_large"
    assert "50,000,000" in failure.message
    assert sum(reads) < 6_000_000


def test_folders_are_walked_in_order_and_name_articles_by_their_path(tmp_path):
    for name in ("b/1.txt", "a/1.txt", "a/.hidden.txt", ".git/x.txt", "z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS)
    assert reasons(read_inputs([tmp_path])) == ["z", "a/1", "b/1"]
    assert reasons(read_inputs([f"{tmp_path}/*/1.txt"])) == ["a/1", "b/1"]
    assert reasons(read_inputs([tmp_path / "a/1.txt", tmp_path / "b/1.txt"])) == ["1", "duplicate_id"]


@pytest.mark.parametrize("given", ["missing.txt", "nothing/*.txt"])
def test_missing_input_is_an_error_before_anything_is_read(tmp_path, given):
    with pytest.raises(IngestError, match=r"missing|nothing"):
        read_inputs([tmp_path / given])


def test_empty_folder_is_an_error(tmp_path):
    with pytest.raises(IngestError, match="no files"):
        read_inputs([tmp_path])


def test_unreadable_file_is_a_failure(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "here.txt").write_text(NEWS)
    assert reasons(read_inputs([tmp_path])) == ["unreadable", "here"]


@pytest.mark.parametrize(("data", "text"), [(NEWS.encode(), NEWS), (json.dumps({"text": NEWS}).encode(), NEWS)])
def test_standard_input_is_told_by_its_content(monkeypatch, data, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (article,) = read_inputs(["-"])
    assert article.text == text
    assert article.id == hashlib.sha256(text.encode()).hexdigest()[:16]
    assert not sys.stdin.closed


def test_unknown_suffix_is_told_by_its_content(tmp_path):
    (tmp_path / "a.data").write_text(NEWS)
    (tmp_path / "b.data").write_text(json.dumps({"id": "x", "text": NEWS}))
    assert reasons(read_inputs([tmp_path])) == ["a", "x"]


@pytest.mark.parametrize(
    "content",
    [
        [{"id": "x", "text": NEWS}],
        {"id": "x", "text": NEWS},
    ],
)
def test_json_files_hold_an_article_or_a_list(tmp_path, content):
    (tmp_path / "a.json").write_text(json.dumps(content, indent=2))
    assert reasons(read_inputs([tmp_path / "a.json"])) == ["x"]


def test_json_lines_under_the_name_json_are_read(tmp_path):
    jsonl(tmp_path / "a.json", {"id": "x", "text": NEWS}, {"id": "y", "text": NEWS})
    assert reasons(read_inputs([tmp_path / "a.json"])) == ["x", "y"]


def test_csv_and_parquet_have_the_columns_of_json_lines(tmp_path):
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [{"id": "x", "text": NEWS, "date": "2021-10-07"}, {"id": "y", "text": "عطل", "date": None}]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfid,date,text\n" + f'x,2021-10-07,"{NEWS}"\ny,,عطل\n'.encode())
    for name in ("a.parquet", "a.csv"):
        one, two = read_inputs([tmp_path / name])
        assert isinstance(one, Article)
        assert (one.id, one.text, one.published_at) == ("x", NEWS, "2021-10-07")
        assert (two.id, two.text, two.published_at) == ("y", "عطل", None)


def test_watch_is_told_every_byte(tmp_path):
    file = jsonl(tmp_path / "a.jsonl", *({"id": str(n), "text": NEWS} for n in range(50)))
    reads = []
    list(read_inputs([file], watch=reads.append))
    assert sum(reads) == file.stat().st_size
