"""Train the taggers of actors from BIO corpora and our own labels: what ``waqia train actors`` runs."""

import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import torch

from waqia.errors import DataError
from waqia.tagger.bio import Labelled, Score, read_bio, scores
from waqia.tagger.crf import CrfTagger
from waqia.tagger.gazetteer import Gazetteer, build, read_words
from waqia.tagger.neural import EncoderConfig, EncoderTagger
from waqia.tagger.pieces import load_pieces
from waqia.tagger.standoff import join, labelled, read_standoff
from waqia.tagger.training import e5
from waqia.tagger.training.data import Corpus, corpus, feature_names
from waqia.tagger.training.export import export
from waqia.tagger.training.field import FieldSettings, train_field
from waqia.tagger.training.network import Tagger
from waqia.tagger.training.trainer import Run, Settings
from waqia.tagger.training.vocabulary import kept_ids

OWN = "own"
_HELD_OUT = 26  # of 256: about a tenth of the sentences, by the first byte of their digest


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A training file. The encoder learns ``corpora`` first (BIO folders of the data folder, by name), then our own."""

    corpora: dict[str, str]
    first: Settings
    encoder: Settings
    field: FieldSettings


def read_recipe(path: Path) -> Recipe:
    """Read a recipe in TOML.

    Raises:
        DataError: the file is no TOML or has unknown keys.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Recipe)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{path}: {error}") from error


def own_sentences(names: Path, news: Path) -> tuple[list[Labelled], list[Labelled]]:
    """Return our labelled sentences: those to train on, and the tenth that is held out."""
    train: list[Labelled] = []
    held: list[Labelled] = []
    for item, text in join(read_standoff(names), news):
        (held if int(item.sha256[:2], 16) < _HELD_OUT else train).append(labelled(text, item.mentions))
    return train, held


def train_actors(
    data: Path, names: Path, news: Path, recipe_file: Path, out: Path, log: Callable[[str], None]
) -> dict[str, Any]:
    """Train both taggers and write them to ``out``, which holds words.tsv.gz and tokenizer.json; return the figures."""
    recipe = read_recipe(recipe_file)
    gazetteer = build(read_words(out / "words.tsv.gz"))
    train, held = own_sentences(names, news)
    log(f"{len(train)} own sentences to train on, {len(held)} held out")
    train_field(train, gazetteer, out / "fast.crfsuite", recipe.field)
    figures: dict[str, Any] = {"own_train": len(train), "own_held_out": len(held)}
    fast = CrfTagger(out / "fast.crfsuite", gazetteer)
    figures["fast"] = table(scores([row.labels for row in held], [fast.tag(row.words) for row in held]))
    log(f"fast: {figures['fast']}")
    figures |= _train_encoder(recipe, data, train, held, gazetteer, out, log)
    (out / "training.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def table(found: dict[str, Score]) -> dict[str, list[float]]:
    """Return precision, recall and F1 by type, rounded."""
    return {kind: [round(value, 4) for value in score[:3]] for kind, score in found.items()}


def _train_encoder(
    recipe: Recipe,
    data: Path,
    train: list[Labelled],
    held: list[Labelled],
    gazetteer: Gazetteer,
    out: Path,
    log: Callable[[str], None],
) -> dict[str, Any]:
    torch.set_num_threads(recipe.encoder.threads)  # a run on another number of threads rounds otherwise
    torch.manual_seed(recipe.encoder.seed)
    others, own = _bio_corpora(recipe, data, "train"), corpus(OWN, train)
    features = feature_names(gazetteer, [row for item in (*others, own) for row in item.sentences])
    network, pieces = e5.read(e5.bundled())
    network, pieces = e5.pruned(network, pieces, kept_ids(out / "tokenizer.json", pieces))
    tagger = Tagger(network, {item.name: len(item.labels) for item in (*others, own)}, len(features))
    words = load_pieces(out / "tokenizer.json", pieces.begin, pieces.end, pieces.unknown)
    history = []
    if others:
        dev = {item.name: item.sentences for item in _bio_corpora(recipe, data, "dev")}
        run = Run(tagger, others, words, pieces.pad, gazetteer, features, recipe.first, log)
        history = run.fit(dev)
    run = Run(tagger, [own], words, pieces.pad, gazetteer, features, recipe.encoder, log)
    history += run.fit({OWN: held})
    special = {"begin": pieces.begin, "end": pieces.end, "pad": pieces.pad, "unknown": pieces.unknown}
    config = EncoderConfig("actors-accurate", tuple(own.labels), tuple(features), **special)
    export(tagger, OWN, config, out)
    return {
        "history": history,
        "accurate_whole": table(run.evaluate(OWN, held)),
        "accurate_int8": table(_scored(EncoderTagger(out, gazetteer), held)),
    }


def _scored(tagger: EncoderTagger, held: Sequence[Labelled]) -> dict[str, Score]:
    found = tagger.tag_all([row.words for row in held])
    return scores([row.labels for row in held], [guess.labels for guess in found])


def _bio_corpora(recipe: Recipe, data: Path, part: str) -> list[Corpus]:
    return [corpus(name, read_bio(data / folder / f"{part}.bio")) for name, folder in recipe.corpora.items()]
