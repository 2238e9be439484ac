import numpy as np

from waqia.tagger.bio import mentions
from waqia.tagger.decode import viterbi

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def test_best_legal_sequence_wins_over_best_labels():
    logs = np.log(np.array([[0.1, 0.3, 0.5, 0.05, 0.05], [0.1, 0.05, 0.05, 0.1, 0.7]]))
    assert viterbi(logs, LABELS) == ["B-LOC", "I-LOC"]


def test_inside_never_stands_first_or_behind_another_type():
    rng = np.random.default_rng(0)
    for _ in range(50):
        labels = viterbi(np.log(rng.dirichlet(np.ones(len(LABELS)), size=12)), LABELS)
        inside = sum(label[:2] == "I-" for label in labels)
        covered = sum(end - start - 1 for start, end, _ in mentions(labels))
        assert inside == covered


def test_no_words_give_no_labels():
    assert viterbi(np.zeros((0, len(LABELS))), LABELS) == []
