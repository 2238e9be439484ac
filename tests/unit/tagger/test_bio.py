import pytest

from waqia.errors import DataError
from waqia.tagger.bio import mentions, read_bio, scores


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["B-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["I-PER", "O", "I-LOC"], []),
        (["B-PER", "I-LOC"], [(0, 1, "PER")]),
        (["O", "B-ORG"], [(1, 2, "ORG")]),
        ([], []),
    ],
)
def test_mentions_are_strict(labels, expected):
    assert list(mentions(labels)) == expected


def test_scores_count_exact_mentions_by_type():
    gold = [["B-PER", "I-PER", "O", "B-LOC"], ["B-ORG"]]
    found = [["B-PER", "O", "O", "B-LOC"], ["B-LOC"]]
    table = scores(gold, found)
    assert (table["LOC"].right, table["LOC"].gold, table["LOC"].found) == (1, 1, 2)
    assert table["PER"].f1 == 0
    assert table["micro"].precision == pytest.approx(1 / 3)
    assert table["micro"].recall == pytest.approx(1 / 3)


def test_file_is_read_by_sentence(tmp_path):
    path = tmp_path / "a.bio"
    path.write_text("في\tO\nبغداد\tB-LOC\n\n\nقال\tO\n", encoding="utf-8")
    assert [row.words for row in read_bio(path)] == [["في", "بغداد"], ["قال"]]


@pytest.mark.parametrize("line", ["بغداد", "بغداد\tLOC", "بغداد B-LOC"])
def test_bad_line_is_named(tmp_path, line):
    path = tmp_path / "a.bio"
    path.write_text(f"في\tO\n{line}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.bio:2: "):
        read_bio(path)
