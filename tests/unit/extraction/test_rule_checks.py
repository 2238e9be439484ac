"""Every rule applies to its example and not to its counter-example; a wrong one is reported."""

import pytest

from waqia.extraction.rule_checks import RUNNERS
from waqia.lexicon.check import check
from waqia.lexicon.load import lexicon_dir
from waqia.lexicon.rules import claim_rules, cues, event_rules

RULES = [
    *(("events.toml", rule) for rule in event_rules()),
    *(("cues.toml", rule) for rule in cues().values()),
    *(("claims.toml", rule) for rule in claim_rules().values()),
]


def fields(rule):
    return {name: getattr(rule, name) for name in rule.__struct_fields__}


@pytest.mark.parametrize(("file", "rule"), RULES, ids=lambda value: getattr(value, "id", value))
def test_rule_example_and_counter_example(file, rule):
    runner = RUNNERS[file]
    assert runner(fields(rule), rule.example)
    assert not runner(fields(rule), rule.counter_example)


def test_check_reports_a_rule_that_misses_its_example(tmp_path):
    for item in lexicon_dir().iterdir():
        if item.name.endswith((".tsv", ".toml")):
            (tmp_path / item.name).write_bytes(item.read_bytes())
    path = tmp_path / "events.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("باتت أحياء واسعة من المدينة من دون كهرباء", "باتت أحياء واسعة نائمة"),
        encoding="utf-8",
    )
    (problem,) = check(tmp_path, RUNNERS)
    assert problem.file == "events.toml"
    assert "event.power_outage.self" in problem.message
