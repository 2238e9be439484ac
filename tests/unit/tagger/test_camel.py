"""CAMeL Tools as a back-end: its data are looked for before it is imported, and a model of its form is read.

The model is made here: a BERT of 16 dimensions whose classifier is set by hand, laid out as camel_data does.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from waqia.errors import ResourceError
from waqia.tagger.camel import CamelToolsTagger
from waqia.tagger.taggers import load_tagger

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "زار", "زنديق", "بغداد", "شركة", "نور"]
LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
MEANT = {"زنديق": "B-PERS", "بغداد": "B-LOC", "شركة": "B-ORG", "نور": "I-ORG"}

MAKE = """
import json, sys
from pathlib import Path
import torch
from transformers import BertConfig, BertForTokenClassification, BertTokenizer
folder, words, labels, meant = Path(sys.argv[1]), *map(json.loads, sys.argv[2:])
folder.mkdir(parents=True)
(folder / "vocab.txt").write_text("\\n".join(words) + "\\n", encoding="utf-8")
BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
config = BertConfig(vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=1,
    intermediate_size=16, max_position_embeddings=256, id2label=dict(enumerate(labels)))
torch.manual_seed(0)
model = BertForTokenClassification(config)
with torch.no_grad():
    for layer in model.bert.encoder.layer:  # no layer adds anything, so a state is its own word's vector
        for part in (layer.attention.output.dense, layer.output.dense):
            part.weight.zero_(); part.bias.zero_()
    model.bert.embeddings.position_embeddings.weight.zero_()
    model.bert.embeddings.token_type_embeddings.weight.zero_()
    model.bert.embeddings.word_embeddings.weight.copy_(torch.eye(len(words), 16))
    model.classifier.weight.zero_(); model.classifier.bias.zero_()
    for number, word in enumerate(words):
        model.classifier.weight[labels.index(meant.get(word, "O")), number] = 9.0
model.save_pretrained(folder)
"""

READ = """
import json, sys
from waqia.tagger.taggers import load_tagger
tagger = load_tagger("camel-tools")
print(json.dumps([[guess._asdict() for guess in tagger.tag_all(json.loads(sys.argv[1]))], tagger.sha256]))
"""


def run(script, *arguments, **environment):
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, text=True, check=False, env=os.environ | environment | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("camel_tools")
    run(MAKE, str(folder / "data/ner/tiny"), *map(json.dumps, (WORDS, LABELS, MEANT)))
    component = {"default": "tiny", "datasets": {"tiny": {"path": "ner/tiny"}}}
    catalogue = {"version": "1", "packages": {}, "components": {"NamedEntityRecognition": component}}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return folder


def test_model_of_its_form_is_read_and_its_types_become_ours(data):
    sentences = [["زار", "زنديق", "بغداد"], ["شركة", "نور", "غامضة"], []]
    found, digest = json.loads(run(READ, json.dumps(sentences), CAMELTOOLS_DATA=str(data)))
    assert [guess["labels"] for guess in found] == [["O", "B-PER", "B-LOC"], ["B-ORG", "I-ORG", "O"], []]
    assert found[0]["sure"] == [1.0] * 3
    assert len(digest) == 64


def test_data_without_the_model_are_as_good_as_none(data, tmp_path):
    shutil.copy(data / "catalogue.json", tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", READ, "[]"],
        capture_output=True, text=True, check=False, env=os.environ | {"CAMELTOOLS_DATA": str(tmp_path)},
    )  # fmt: skip
    assert "ResourceError: CAMeL Tools has no NER data" in done.stderr


def test_missing_data_are_named_with_the_way_to_get_them(tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    with pytest.raises(ResourceError, match=f"no NER data in {tmp_path}.*camel_data -i"):
        CamelToolsTagger().tag_all([["زار"]])
    assert list(Path(tmp_path).iterdir()) == []


def test_choosing_it_reads_nothing():
    assert load_tagger("camel-tools").name == "camel-tools"
