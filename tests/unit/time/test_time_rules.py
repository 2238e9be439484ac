"""Every construct of the catalogue: its example is tagged so, its counter-example is not."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from waqia.time import numbers, tag
from waqia.time import rules as rules_module

REFERENCE = date(2021, 10, 6)
RULES = rules_module.rules()
DURATIONS = [rule for rule in RULES if rule.kind == "duration"]
NUMBERS = [rule for rule in RULES if rule.kind == "number"]
DATES = [rule for rule in RULES if rule.kind == "date"]


def name(rule):
    return rule.id


@pytest.mark.parametrize("rule", DURATIONS, ids=name)
def test_duration_example_has_its_span_and_value(rule):
    found = tag(rule.example, REFERENCE).durations
    assert [(item.text, item.min_seconds, item.max_seconds) for item in found][:1] == [
        (rule.span, rule.min_seconds, rule.upper)
    ]
    assert found[0].start == rule.example.index(rule.span)


@pytest.mark.parametrize("rule", DATES, ids=name)
def test_date_example_has_its_span_and_value(rule):
    found = tag(rule.example, REFERENCE).dates
    assert [(item.text, item.value) for item in found][:1] == [(rule.span, rule.value or None)]
    assert found[0].rule == rule.rule


@pytest.mark.parametrize("rule", NUMBERS, ids=name)
def test_number_example_has_its_span_and_value(rule):
    found = numbers(rule.example)[0]
    assert (found.text, found.ordinal) == (rule.span, rule.ordinal)
    assert found.value == pytest.approx(rule.number, rel=1e-12)


@pytest.mark.parametrize("rule", NUMBERS, ids=name)
def test_number_counter_example_has_another_value(rule):
    found = [(item.value, item.ordinal) for item in numbers(rule.counter_example)]
    assert (pytest.approx(rule.number), rule.ordinal) not in found


@pytest.mark.parametrize("rule", DURATIONS + DATES, ids=name)
def test_counter_example_is_not_read_by_the_rule(rule):
    found = tag(rule.counter_example, REFERENCE)
    same_kind = found.durations if rule.kind == "duration" else found.dates
    assert rule.rule not in [item.rule for item in same_kind]


def test_ids_are_unique_and_every_rule_of_the_code_is_in_the_catalogue():
    assert len({rule.id for rule in RULES}) == len(RULES)
    folder = Path(str(files("waqia.time")))
    named = {
        found
        for path in folder.glob("*.py")
        for found in re.findall(r'"(time\.(?:duration|date)\.[a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert named == {rule.rule for rule in DURATIONS + DATES}
