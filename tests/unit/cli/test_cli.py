import io
import json
import subprocess
import sys
from types import SimpleNamespace

import click
import msgspec
import pytest
from click.testing import CliRunner
from rich.console import Console

from waqia.cli import app
from waqia.cli.explain import STYLES, marked, mentions, render, visible
from waqia.output.schema import schema_text

NEWS = "انقطعت خدمة الإنترنت عن مدينة تعز مساء أمس."


@pytest.fixture
def pipeline(monkeypatch, seed_record):
    def extract_one(article, actors):
        if "خطأ" in article.text:
            raise ValueError("no")
        return msgspec.structs.replace(seed_record, article=article)

    monkeypatch.setitem(sys.modules, "waqia.pipeline", SimpleNamespace(extract_one=extract_one))


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.jsonl"
    rows = [{"id": "1", "text": NEWS, "date": "2021-10-07"}, {"id": "2", "text": NEWS + "."}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def commands(group=app, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


@pytest.mark.parametrize("path", [(), *commands()], ids=" ".join)
def test_every_command_has_help_with_an_example(path):
    result = run(*path, "--help")
    assert result.exit_code == 0
    if path != ("lexicon",):
        assert "Example" in result.output
        assert "  waqia " in result.output


@pytest.mark.usefixtures("pipeline")
def test_extract_writes_records_and_tables(tmp_path, news):
    result = run("extract", news, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "2 articles, 8 events" in result.stderr
    assert "1 without a publication date" in result.stderr
    lines = (tmp_path / "out/records.jsonl").read_text().splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["1", "2"]
    assert (tmp_path / "out/csv/events.csv").exists()
    assert (tmp_path / "out/parquet/failures.parquet").exists()


@pytest.mark.usefixtures("pipeline")
def test_extract_writes_only_the_tables_asked_for(tmp_path, news):
    assert run("extract", news, "-o", tmp_path / "out", "--format", "csv").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "csv",
        "failures.jsonl",
        "records.jsonl",
    ]


@pytest.mark.usefixtures("pipeline")
def test_failed_articles_give_exit_code_1_and_the_others_go_through(tmp_path, news):
    news.write_text(news.read_text() + '{broken\n{"id": "3", "text": "خطأ"}\n{"id": "4", "text": "خبر"}\n')
    result = run("extract", news, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "2 failed (bad_json 1, error 1)" in result.stderr
    failures = [json.loads(line) for line in (tmp_path / "out/failures.jsonl").read_text().splitlines()]
    assert [(failure["reason"], failure["line"]) for failure in failures] == [
        ("bad_json", 3),
        ("error", None),
    ]
    assert len((tmp_path / "out/records.jsonl").read_text().splitlines()) == 3


@pytest.mark.usefixtures("pipeline")
def test_strict_stops_and_writes_nothing(tmp_path, news):
    news.write_text("{broken\n" + news.read_text())
    result = run("extract", news, "-o", tmp_path / "out", "--strict")
    assert result.exit_code == 1
    assert f"{news}:1: no JSON at column 2" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("pipeline")
def test_longest_text_can_be_set(tmp_path, news):
    result = run("extract", news, "-o", tmp_path / "out", "--max-bytes", 20)
    assert result.exit_code == 1
    assert "too_large 2" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract", "missing.txt", "-o", "out"], "missing.txt: no such file or folder"),
        (["extract", "nothing/*.txt", "-o", "out"], "nothing/*.txt: holds no files"),
        (["explain", "missing.txt"], "missing.txt: no such file or folder"),
        (["extract", "a.txt"], "Missing option '-o'"),
        (["extract", "-o", "out"], "Missing argument"),
        (["lexicon", "check", "missing"], "does not exist"),
        (["extrct"], "No such command"),
    ],
)
def test_wrong_usage_gives_exit_code_2_and_a_sentence(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("pipeline")
def test_output_that_cannot_be_written_gives_exit_code_4(tmp_path, news):
    (tmp_path / "file").write_text("")
    result = run("extract", news, "-o", tmp_path / "file" / "out")
    assert result.exit_code == 4
    assert "can't be written" in result.stderr


def test_schema_prints_the_exported_schema():
    result = run("schema")
    assert (result.exit_code, result.stdout) == (0, schema_text())


def test_version_is_that_of_the_package():
    from importlib.metadata import version

    assert run("--version").output.split()[-1] == version("waqia")


def test_lexicon_check_names_file_and_line(tmp_path, monkeypatch):
    from waqia.lexicon import check

    problem = check.Problem("platforms.tsv", 7, "form 'x': presentation-form letters")
    monkeypatch.setattr(check, "check", lambda *_, **__: [problem])
    result = run("lexicon", "check", tmp_path)
    assert result.exit_code == 3
    assert result.stdout == "platforms.tsv:7 form 'x': presentation-form letters\n"
    assert result.stderr == "1 problem\n"


@pytest.mark.usefixtures("pipeline")
def test_explain_shows_text_events_and_claims_without_colour_codes():
    result = run("explain", "seeds/000_bdbe3284323f89d4.txt")
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "إيلاف من بغداد: بضع ساعات من الانقطاع" in result.output
    for word in ("shutdown_rumour", "internet_shutdown", "lost_time", "facebook"):
        assert word in result.output


@pytest.mark.usefixtures("pipeline")
def test_explain_picks_an_article_by_id(news):
    picked = run("explain", news, "--id", "2")
    assert picked.exit_code == 0
    assert picked.output.startswith("2\n")
    missing = run("explain", news, "--id", "9")
    assert (missing.exit_code, "no article with id '9'" in missing.stderr) == (1, True)


def test_explain_names_what_is_wrong_with_a_file(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    result = run("explain", tmp_path / "a.txt")
    assert result.exit_code == 1
    assert "a.txt: the file is binary data, not text (binary)" in result.stderr


def test_marks_stand_on_the_words_they_mark(seed_record):
    text = marked(seed_record)
    assert text.plain == seed_record.article.text
    for kind, span in mentions(seed_record):
        assert text.plain[span.start : span.end] == span.text
        assert any((mark.start, mark.end, mark.style) == (span.start, span.end, STYLES[kind]) for mark in text.spans)


@pytest.mark.parametrize("terminal", [True, False])
def test_colours_come_only_in_a_terminal(seed_record, terminal):
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=100)
    for piece in render(seed_record):
        console.print(piece)
    assert ("\x1b[" in file.getvalue()) is terminal


@pytest.mark.parametrize("text", ["\x1b[31mأحمر", "a\x00\x07\x9b", "سطر\r\n\tسطر"])
def test_visible_text_has_no_control_characters_and_the_same_length(text):
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(character != "\n" and (ord(character) < 32 or 127 <= ord(character) < 160) for character in shown)


def test_command_line_starts_without_the_pipeline():
    heavy = "{'spacy', 'pandas', 'pyarrow', 'camel_tools', 'rich'}"
    code = f"import sys, waqia.cli; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
