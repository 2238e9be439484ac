import json
import re
from pathlib import Path

import msgspec
import pytest

import waqia
from waqia.cli.app import BAD_LEXICON, BAD_OUTPUT, BAD_USAGE, FAILED_ARTICLES, INTERRUPTED

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def assert_shown(shown, actual, where="$"):
    """Every value that the README shows is what waqia gives; it may leave fields of objects out."""
    if isinstance(shown, dict):
        for key, value in shown.items():
            assert_shown(value, actual[key], f"{where}.{key}")
    elif isinstance(shown, list):
        assert len(shown) == len(actual), where
        for number, (one, other) in enumerate(zip(shown, actual, strict=True)):
            assert_shown(one, other, f"{where}[{number}]")
    else:
        assert shown == actual, where


def test_first_sentence_yields_the_json_beside_it():
    sentence = re.search(r"^> (.+)$", README, re.MULTILINE)[1]
    shown = json.loads(re.search(r"```json\n(.*?)```", README, re.DOTALL)[1])
    assert shown["events"]
    assert shown["claims"]
    assert_shown(shown, msgspec.to_builtins(waqia.extract_one(sentence)))


def test_python_example_runs_and_prints_what_it_says(capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out.startswith(re.search(r"print\(record.*# (.+)", code)[1] + "\n")


def test_exit_codes_are_those_of_the_command_line():
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert codes == {0, FAILED_ARTICLES, BAD_USAGE, BAD_LEXICON, BAD_OUTPUT, INTERRUPTED}


@pytest.mark.parametrize(
    "page",
    sorted(path.relative_to(ROOT) for path in [*ROOT.glob("*.md"), *ROOT.glob("[!.]*/*.md"), *ROOT.glob("docs/adr/*")]),
)
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text())
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_every_command_stands_in_the_readme():
    from waqia.cli import app

    assert [name for name in app.list_commands(None) if f"`waqia {name}" not in README] == []


def test_make_events_shows_what_the_readme_shows():
    from click.testing import CliRunner

    from waqia.cli import app

    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)[1].splitlines()
    result = CliRunner().invoke(app, ["explain", str(next((ROOT / "seeds").glob("*.txt")))])
    printed = set(result.output.splitlines())
    assert [line for line in shown[3:] if line not in printed] == []
    assert len(shown) > 10
