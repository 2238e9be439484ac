"""A linguist adds a platform, a reporting verb and an event trigger by editing word lists alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import waqia
from waqia.records import decode
from waqia.resources import models_dir

PACKAGE = Path(waqia.__file__).parent
TEXT = "تعطل تطبيق زرقطوب مساء أمس. وقرطم أحمد المرسومي أن واتساب تعطل. وتخرمشت خدمة الإنترنت في المدينة."


@pytest.fixture
def copied_package(tmp_path):
    copy = tmp_path / "source" / "waqia"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "_models"))
    (tmp_path / "models").symlink_to(models_dir())
    return copy


def append(path, line):
    with path.open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")


def extract(package, tmp_path):
    article, out = tmp_path / "article.txt", tmp_path / "out"
    article.write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    command = [sys.executable, "-m", "waqia", "extract", str(article), "-o", str(out)]
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return decode((out / "records.jsonl").read_bytes().splitlines()[0])


def test_new_words_are_used_after_editing_word_lists_only(copied_package, tmp_path):
    lexicon = copied_package / "lexicon"
    append(lexicon / "platforms.tsv", "zarqatub\tزرقطوب\t\tZarqatub\t\t\tsocial\tlinguist")
    append(
        lexicon / "reporting.tsv",
        "قرطم\tsay\tقرطم\tيقرطم\t\t\tقرطم الوزير إن الأمر انتهى.\tجلس الوزير في مكتبه.\tlinguist",
    )
    append(lexicon / "triggers.tsv", "kharmash\tfailure\tverb\t\tتخرمش\tيتخرمش\tto break down (test word)\tlinguist")
    record = extract(copied_package, tmp_path)
    assert "zarqatub" in {platform.platform for platform in record.platforms}
    assert "قرطم" in {quote.cue.text for quote in record.quotes if quote.cue}
    assert {event.type for event in record.events} == {"platform_outage", "internet_outage"}
    assert any("platforms/zarqatub" in rules for rules in record.provenance.items.values())


def test_the_same_text_before_the_edit(copied_package, tmp_path):
    record = extract(copied_package, tmp_path)
    assert "zarqatub" not in {platform.platform for platform in record.platforms}
    assert "قرطم" not in {quote.cue.text for quote in record.quotes if quote.cue}
    assert {event.type for event in record.events} == {"platform_outage"}
