"""docs/time.md is the catalogue of constructs, rendered: each row is run, and the page is fresh."""

from datetime import date
from pathlib import Path

import pytest

from waqia.time import numbers, tag
from waqia.time.rules import rules

PAGE = Path(__file__).parents[3] / "docs" / "time.md"
REFERENCE = date(2021, 10, 6)
BEGIN, END = "<!-- constructs: begin -->", "<!-- constructs: end -->"
HEADS = {
    "number": ("Numbers", "| id | example | gloss | span | value | ordinal |"),
    "duration": ("Durations", "| id | example | gloss | span | min_seconds | max_seconds | TIMEX3 |"),
    "date": ("Dates", "| id | example | gloss | span | value | TIMEX3 |"),
}


def found_of(rule):
    """Return what the tagger reads in a rule's example: the first mention of its kind."""
    if rule.kind == "number":
        return numbers(rule.example)[0]
    tagged = tag(rule.example, REFERENCE)
    return (tagged.durations if rule.kind == "duration" else tagged.dates)[0]


def timex3_of(found):
    """Return the TIMEX3 value with its mod behind it."""
    value = found.timex3.value or "none"
    return f"`{value}`" + (f" {found.timex3.mod}" if found.timex3.mod else "")


def row_of(rule):
    """Return a table row: what the catalogue says, and the TIMEX3 that the tagger gives."""
    name = rule.id.removeprefix(f"time.{rule.kind}.")
    if rule.kind == "number":
        cells = (f"`{name}`", rule.example, rule.gloss, rule.span, f"{rule.number:.15g}", "yes" if rule.ordinal else "")
        return "| " + " | ".join(cells) + " |"
    upper = "none" if rule.upper is None else rule.upper
    values = (rule.min_seconds, upper) if rule.kind == "duration" else (rule.value or "null",)
    cells = (f"`{name}`", rule.example, rule.gloss, rule.span, *values, timex3_of(found_of(rule)))
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def tables():
    """Return both tables in Markdown, rendered from ``time_rules.toml``."""
    lines = []
    for kind, (title, head) in HEADS.items():
        listed = [rule for rule in rules() if rule.kind == kind]
        ruled = "|" + "---|" * (head.count("|") - 1)
        lines += [f"### {title} ({len(listed)})", "", head, ruled, *map(row_of, listed), ""]
    return "\n".join(lines)


def test_page_is_rendered_from_the_catalogue(request):
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    fresh = f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"
    if request.config.getoption("--update-golden"):
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_row_holds_when_its_example_is_run(rule):
    found = found_of(rule)
    assert found.text == rule.span
    if rule.kind == "number":
        assert (found.value, found.ordinal) == (pytest.approx(rule.number), rule.ordinal)
        assert row_of(rule) in PAGE.read_text(encoding="utf-8").splitlines()
        return
    if rule.kind == "duration":
        assert (found.min_seconds, found.max_seconds) == (rule.min_seconds, rule.upper)
    else:
        assert found.value == (rule.value or None)
    assert f"{timex3_of(found)} |" in next(
        line for line in PAGE.read_text(encoding="utf-8").splitlines() if row_of(rule) == line
    )
