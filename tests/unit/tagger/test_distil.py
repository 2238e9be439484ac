"""Distillation with networks small enough for a test: a student that knows nothing learns from two teachers."""

import json
import lzma

import numpy as np
import pytest
import torch

from waqia.tagger.bio import Labelled
from waqia.tagger.crf import CrfTagger
from waqia.tagger.gazetteer import build
from waqia.tagger.lists import Lists
from waqia.tagger.pieces import WordPieces, make_tokenizer
from waqia.tagger.training.data import corpus, feature_names
from waqia.tagger.training.distil import Distiller, DistilSettings, unlabelled
from waqia.tagger.training.e5 import Encoder, Shape
from waqia.tagger.training.field import FieldSettings, train_field
from waqia.tagger.training.network import Tagger
from waqia.tagger.training.trainer import Run, Settings

NAMES = ["محمد", "أحمد", "سعاد", "خالد", "منى", "يوسف"]
PLACES = ["بغداد", "القاهرة", "بيروت", "دمشق"]
SENTENCES = [Labelled(["زار", name, place, "أمس"], ["O", "B-PER", "B-LOC", "O"]) for name in NAMES for place in PLACES]
PIECES = [
    *("<s>", "<pad>", "</s>", "<unk>", "\u2581"),
    *sorted({letter for row in SENTENCES for word in row.words for letter in word}),
]
SETTINGS = DistilSettings({"news": 1.0}, sentences=24, steps=150, learning_rate=3e-3, head_learning_rate=1e-2,
                          word_dropout=0.0, labelled=1000, average=0.9)  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer():
    return build(Lists({"محمد": 9}, {"خالد": 4}, {"امس": 12}, ("k2",), {"بغداد": ("1",)}, frozenset()))


@pytest.fixture(scope="module")
def field(gazetteer, tmp_path_factory):
    path = tmp_path_factory.mktemp("field") / "small.crfsuite"
    train_field(SENTENCES, gazetteer, path, FieldSettings(rounds=30))
    return CrfTagger(path, gazetteer)


def make_run(gazetteer, seed, epochs):
    source = corpus("own", SENTENCES)
    names = feature_names(gazetteer, SENTENCES, fewest=1)
    torch.manual_seed(seed)
    tagger = Tagger(Encoder(Shape(32, 2, 4, 64, len(PIECES), 64, 1e-12)), {"own": len(source.labels)}, len(names))
    settings = Settings(epochs=epochs, batch=8, learning_rate=3e-3, head_learning_rate=1e-2, word_dropout=0.0, swap=0.0)
    words = WordPieces(make_tokenizer(PIECES, [0.0] * len(PIECES), 3), 0, 2, 3)
    run = Run(tagger, [source], words, 1, gazetteer, names, settings, seed, lambda line: None)
    run.fit({})
    tagger.eval()
    return run


def test_student_learns_what_its_teachers_say(gazetteer, field):
    teachers = [make_run(gazetteer, seed, 12).tagger for seed in (0, 1)]
    student = make_run(gazetteer, 2, 0)
    before = student.evaluate("own", SENTENCES)["micro"].f1
    distiller = Distiller(student, {"own": field}, SETTINGS)
    batches = distiller.teach(teachers, [row.words for row in SENTENCES])
    targets = [taught.targets["own"] for batch in batches for taught in batch]
    assert len(targets) == len(SENTENCES)
    assert all(np.allclose(table.sum(1), 1, atol=0.01) for table in targets)
    student.tagger.load_state_dict(distiller.fit(batches))
    assert before < 0.5
    assert student.evaluate("own", SENTENCES)["micro"].f1 == 1.0


def test_unlabelled_sentences_are_the_same_each_time_and_hold_no_known_one(field, tmp_path):
    texts = [
        f"زار {name} {place} أمس بعد الظهر مع الوفد رقم {number}."
        for number, (name, place) in enumerate(zip(NAMES * 40, PLACES * 60, strict=True))
    ]
    with lzma.open(tmp_path / "news.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    logs: list[str] = []
    found = unlabelled(tmp_path, SETTINGS, field, [], logs.append)
    assert 0 < len(found) <= 24
    assert found == unlabelled(tmp_path, SETTINGS, field, [], logs.append)
    known = Labelled(found[0], ["O"] * len(found[0]))
    assert found[0] not in unlabelled(tmp_path, SETTINGS, field, [known], logs.append)
    assert logs[0] == f"news: {len(found)} sentences"
