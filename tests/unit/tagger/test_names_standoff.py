import json
import lzma

import pytest

from waqia.errors import DataError
from waqia.tagger.standoff import Mention, join, labelled, read_standoff
from waqia.text.digest import digest

TEXT = "زار محمد علي بغداد والقاهرة."


def line(text=TEXT, **changes):
    row = {
        "file": "news.jsonl.xz", "id": "1", "where": "text", "start": 7, "length": len(text), "sha256": digest(text),
        "mentions": [{"start": 4, "end": 12, "type": "PER"}, {"start": 20, "end": 27, "type": "LOC"}],
    }  # fmt: skip
    return json.dumps(row | changes)


@pytest.fixture
def news(tmp_path):
    with lzma.open(tmp_path / "news.jsonl.xz", "wt", encoding="utf-8") as target:
        target.write(json.dumps({"id": "1", "title": "خبر", "text": "مقدمة. " + TEXT}, ensure_ascii=False) + "\n")
    return tmp_path


def test_labels_find_their_words(tmp_path, news):
    path = tmp_path / "names.jsonl"
    path.write_text(line() + "\n", encoding="utf-8")
    ((item, text),) = join(read_standoff(path), news)
    row = labelled(text, item.mentions)
    assert row.words == ["زار", "محمد", "علي", "بغداد", "والقاهرة", "."]
    assert row.labels == ["O", "B-PER", "I-PER", "O", "B-LOC", "O"]


@pytest.mark.parametrize("changes", [{"start": 6}, {"id": "2"}, {"where": "title"}])
def test_other_words_are_refused(tmp_path, news, changes):
    path = tmp_path / "names.jsonl"
    path.write_text(line(**changes) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"news\.jsonl\.xz"):
        list(join(read_standoff(path), news))


def test_bad_line_is_named(tmp_path):
    path = tmp_path / "names.jsonl"
    path.write_text(line() + "\n" + line(start="x") + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"names\.jsonl:2: .*start"):
        read_standoff(path)


def test_mention_inside_a_token_takes_it_whole():
    assert labelled("وبغداد", (Mention(1, 6, "LOC"),)).labels == ["B-LOC"]
