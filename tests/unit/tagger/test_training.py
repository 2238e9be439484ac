"""The whole way of training, with a network small enough for a test."""

import msgspec
import numpy as np
import pytest
import torch

from waqia.errors import DataError, ResourceError
from waqia.tagger.bio import Labelled
from waqia.tagger.crf import CrfTagger, features
from waqia.tagger.gazetteer import build
from waqia.tagger.lists import Lists
from waqia.tagger.neural import EncoderConfig, EncoderTagger
from waqia.tagger.pair import PairTagger
from waqia.tagger.pieces import WordPieces, make_tokenizer
from waqia.tagger.training.actors import read_recipe
from waqia.tagger.training.augment import Swapper
from waqia.tagger.training.data import corpus, feature_names
from waqia.tagger.training.e5 import Encoder, Shape, read
from waqia.tagger.training.export import export
from waqia.tagger.training.field import FieldSettings, train_field
from waqia.tagger.training.network import Tagger
from waqia.tagger.training.trainer import Run, Settings, averaged

NAMES = ["محمد", "أحمد", "سعاد", "خالد", "منى", "يوسف"]
PLACES = ["بغداد", "القاهرة", "بيروت", "دمشق", "الرباط", "تونس"]
SENTENCES = [Labelled(["زار", name, place, "أمس"], ["O", "B-PER", "B-LOC", "O"]) for name in NAMES for place in PLACES]
MARKS = ["<s>", "<pad>", "</s>", "<unk>"]
PIECES = [*MARKS, "\u2581", *sorted({letter for row in SENTENCES for word in row.words for letter in word})]


@pytest.fixture(scope="module")
def gazetteer():
    return build(Lists({"محمد": 9}, {"خالد": 4}, {"امس": 12}, ("k2",), {"بغداد": ("1",)}, frozenset({"بني نعيم"})))


@pytest.fixture(scope="module")
def pieces():
    tokenizer = make_tokenizer(PIECES, [0.0] * len(PIECES), 3)
    return tokenizer, WordPieces(tokenizer, 0, 2, 3)


def trained(gazetteer, pieces, seed=0):
    source = corpus("own", SENTENCES)
    names = feature_names(gazetteer, SENTENCES, fewest=1)
    torch.manual_seed(seed)
    tagger = Tagger(Encoder(Shape(32, 2, 4, 64, len(PIECES), 64, 1e-12)), {"own": len(source.labels)}, len(names))
    settings = Settings(epochs=12, batch=8, learning_rate=3e-3, head_learning_rate=1e-2, word_dropout=0.0, swap=0.0)
    run = Run(tagger, [source], pieces[1], 1, gazetteer, names, settings, seed, lambda line: None)
    return run, source, names, run.fit({"own": SENTENCES})


@pytest.mark.filterwarnings("ignore")
def test_encoder_learns_exports_and_gives_the_same_labels(gazetteer, pieces, tmp_path):
    run, source, names, history = trained(gazetteer, pieces)
    assert history[-1]["own"] == 1.0
    config = EncoderConfig("small", {"own": tuple(source.labels)}, tuple(names), 0, 2, 1, 3)
    pieces[0].save(str(tmp_path / "tokenizer.json"))
    export(run.tagger, config, tmp_path)
    tagger = EncoderTagger(tmp_path, gazetteer, "own")
    rows = [row.words for row in SENTENCES]
    assert [guess.labels for guess in tagger.tag_all([*rows, []])] == [*(row.labels for row in SENTENCES), []]
    whole = run.logs(source, SENTENCES[:1])[0]
    assert np.allclose(np.exp(whole), np.exp(tagger.logs(rows[:1])[0]), atol=0.1)
    with pytest.raises(ResourceError, match="no head 'other'; there are own"):
        EncoderTagger(tmp_path, gazetteer, "other")


def test_same_seed_gives_the_same_weights(gazetteer, pieces):
    first, second = (trained(gazetteer, pieces)[0].tagger.state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_weights_of_runs_are_averaged():
    states = [{"a": torch.tensor([0.0, 2.0])}, {"a": torch.tensor([4.0, 4.0])}]
    assert averaged(states)["a"].tolist() == [2.0, 3.0]


def test_field_learns_and_is_the_same_each_time(gazetteer, tmp_path):
    files = [tmp_path / "a.crfsuite", tmp_path / "b.crfsuite"]
    for path in files:
        train_field(SENTENCES, gazetteer, path, FieldSettings(rounds=30))
    assert files[0].read_bytes() == files[1].read_bytes()
    tagger = CrfTagger(files[0], gazetteer)
    assert tagger.tag(["زار", "منى", "تونس", "أمس"]) == ["O", "B-PER", "B-LOC", "O"]
    assert tagger.tag([]) == []
    logs = tagger.logs(["زار", "منى"], ["O", "B-PER", "B-NONE"])
    assert logs.shape == (2, 3)
    assert logs[1].argmax() == 1


def test_features_see_proclitics_lists_and_the_edges_of_the_sentence(gazetteer):
    (row,) = features(["ومحمد"], gazetteer)
    assert {"w=ومحمد", "g0=gc7", "edge-1", "edge1", "g0=k?"} <= set(row)
    first, second, third = features(["ببغداد", "بني", "نعيم"], gazetteer)
    assert {"g0=k2=1", "g1=GB2"} <= set(first)
    assert "g-1=k2=1" in second
    assert "g0=GI" in third


def test_pair_weighs_both_taggers():
    class Encoder:
        labels = ("O", "B-PER")

        def logs(self, sentences):
            return [np.log(np.full((len(words), 2), 0.5)) for words in sentences]

    class Field:
        def logs(self, words, labels):
            return np.log(np.array([[0.995, 0.005] if word == "أمس" else [0.2, 0.8] for word in words]))

    found = PairTagger(Encoder(), Field(), 0.5).tag_all([["زنديق", "زار"], [], ["أمس", "أمس"]])
    assert [guess.labels for guess in found] == [["B-PER", "B-PER"], [], ["O", "O"]]
    assert found[0].sure == pytest.approx([2 / 3, 2 / 3])
    assert found[2].sure == pytest.approx([0.995, 0.995])  # the encoder, unsure, was not asked


def test_long_sentences_are_cut_into_windows(pieces):
    windows = pieces[1].windows(["بغداد"] * 100, longest=40)
    assert sum(len(window.firsts) for window in windows) == 100
    assert all(len(window.ids) <= 40 for window in windows)
    assert [window.start for window in windows] == sorted(window.start for window in windows)


def test_swapped_sentences_keep_their_labels():
    swapper = Swapper(SENTENCES, ["ليلى"], seed=1)
    for row in SENTENCES[:10]:
        swapped = swapper.swapped(row, 1.0)
        assert swapped.labels == row.labels
        assert (swapped.words[0], swapped.words[3]) == (row.words[0], row.words[3])


def test_other_files_are_refused(gazetteer, tmp_path):
    (tmp_path / "x").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(DataError, match="GGUF"):
        read(tmp_path / "x")
    with pytest.raises(ResourceError, match="no encoder"):
        EncoderTagger(tmp_path, gazetteer, "own")
    with pytest.raises(ResourceError, match="CRFsuite"):
        CrfTagger(tmp_path / "none", gazetteer)


def test_recipe_with_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "recipe.toml"
    path.write_text("[encoder]\nepoch = 3\n")
    with pytest.raises(DataError, match=r"recipe\.toml: .*"):
        read_recipe(path)


def test_settings_have_the_defaults_of_the_recipe():
    assert msgspec.structs.asdict(Settings())["epochs"] == 5
