"""Train the taggers of actors from BIO corpora and our own labels: what ``waqia train actors`` runs."""

import json
import tomllib
from collections.abc import Callable, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import torch

from waqia.errors import DataError
from waqia.tagger.bio import Labelled, Score, read_bio, scores
from waqia.tagger.choices import Labeller
from waqia.tagger.crf import CrfTagger
from waqia.tagger.gazetteer import Gazetteer, build
from waqia.tagger.lists import read_lists
from waqia.tagger.neural import EncoderConfig, EncoderTagger
from waqia.tagger.pair import PairTagger
from waqia.tagger.pieces import load_pieces
from waqia.tagger.standoff import join, labelled, read_standoff
from waqia.tagger.taggers import FIELDS
from waqia.tagger.training import e5
from waqia.tagger.training.data import corpus, feature_names
from waqia.tagger.training.distil import Distiller, DistilSettings, unlabelled
from waqia.tagger.training.export import export
from waqia.tagger.training.field import FieldSettings, train_field
from waqia.tagger.training.network import Tagger
from waqia.tagger.training.trainer import Run, Settings, averaged
from waqia.tagger.training.vocabulary import kept_ids

OWN = "own"


class Recipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A training file.

    The encoder learns ``corpora`` (BIO folders of the data folder, by name) and our own sentences together, each
    under a head of its own; the heads of our own and of ``exported`` ship, with a conditional random field each. It is
    trained once for each of ``seeds``, from the same first weights; the weights are averaged (Wortsman et al. 2022).
    With ``distil``, these runs and the fields then teach the mean on sentences without labels.
    """

    corpora: dict[str, str]
    exported: tuple[str, ...]
    seeds: tuple[int, ...]
    encoder: Settings
    field: FieldSettings
    distil: DistilSettings | None = None


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
        (held if item.held_out else train).append(labelled(text, item.mentions))
    return train, held


def train_actors(
    data: Path, names: Path, news: Path, recipe_file: Path, out: Path, log: Callable[[str], None]
) -> dict[str, Any]:
    """Train the taggers and write them to ``out``, which holds the lists and tokenizer.json; return the figures."""
    recipe = read_recipe(recipe_file)
    gazetteer = build(read_lists(out))
    own, held = own_sentences(names, news)
    train = {OWN: own} | {name: read_bio(data / folder / "train.bio") for name, folder in recipe.corpora.items()}
    dev = {OWN: held} | {name: read_bio(data / folder / "dev.bio") for name, folder in recipe.corpora.items()}
    figures: dict[str, Any] = {"sentences": {name: [len(train[name]), len(dev[name])] for name in train}}
    log(str(figures))
    for name in (OWN, *recipe.exported):
        path = out / FIELDS[name]
        train_field(train[name], gazetteer, path, recipe.field)
        figures[f"field {name}"] = _judged(CrfTagger(path, gazetteer), dev[name])
        log(f"{path.name}: {figures[f'field {name}']}")
    figures |= _train_encoder(recipe, train, dev, gazetteer, news, out, log)
    (out / "training.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return figures


def table(found: dict[str, Score]) -> dict[str, list[float]]:
    """Return precision, recall and F1 by type, rounded."""
    return {kind: [round(value, 4) for value in score[:3]] for kind, score in found.items()}


def _train_encoder(
    recipe: Recipe,
    train: dict[str, list[Labelled]],
    dev: dict[str, list[Labelled]],
    gazetteer: Gazetteer,
    news: Path,
    out: Path,
    log: Callable[[str], None],
) -> dict[str, Any]:
    torch.set_num_threads(recipe.encoder.threads)  # a run on another number of threads rounds otherwise
    torch.manual_seed(recipe.seeds[0])
    corpora = {name: corpus(name, sentences) for name, sentences in train.items()}
    features = feature_names(gazetteer, [row for sentences in train.values() for row in sentences])
    network, pieces = e5.read(e5.bundled())
    network, pieces = e5.pruned(network, pieces, kept_ids(out / "tokenizer.json", pieces))
    first = Tagger(network, {name: len(item.labels) for name, item in corpora.items()}, len(features))
    words = load_pieces(out / "tokenizer.json", pieces.begin, pieces.end, pieces.unknown)
    figures: dict[str, Any] = {}
    trained = []
    for seed in recipe.seeds:
        tagger = deepcopy(first)
        run = Run(tagger, list(corpora.values()), words, pieces.pad, gazetteer, features, recipe.encoder, seed, log)
        figures[f"history, seed {seed}"] = run.fit(dev)
        trained.append(tagger)
    tagger = deepcopy(first)
    tagger.load_state_dict(averaged([run.state_dict() for run in trained]))
    run = Run(tagger, list(corpora.values()), words, pieces.pad, gazetteer, features, recipe.encoder, 0, log)
    if recipe.distil is not None:
        figures |= _distil(recipe, recipe.distil, run, trained, dev, gazetteer, news, out)
    heads = {name: tuple(corpora[name].labels) for name in (OWN, *recipe.exported)}
    special = {"begin": pieces.begin, "end": pieces.end, "pad": pieces.pad, "unknown": pieces.unknown}
    export(tagger, EncoderConfig("actors-accurate", heads, tuple(features), **special), out)
    for name in heads:
        encoder = EncoderTagger(out, gazetteer, name)
        figures[f"encoder {name}, whole"] = table(run.evaluate(name, dev[name]))
        figures[f"encoder {name}, int8"] = _judged(encoder, dev[name])
        pair = PairTagger(encoder, CrfTagger(out / FIELDS[name], gazetteer))
        figures[f"pair {name}"] = _judged(pair, dev[name])
    return figures


def _distil(
    recipe: Recipe,
    settings: DistilSettings,
    run: Run,
    teachers: Sequence[Tagger],
    dev: dict[str, list[Labelled]],
    gazetteer: Gazetteer,
    news: Path,
    out: Path,
) -> dict[str, Any]:
    """Let the trained runs teach the tagger of ``run``; leave it with the mean of their weights and its own."""
    before = {f"mean of runs {name}": table(run.evaluate(name, dev[name])) for name in (OWN, *recipe.exported)}
    changes = {name: getattr(settings, name) for name in ("learning_rate", "head_learning_rate", "word_dropout")}
    run.settings = msgspec.structs.replace(run.settings, **changes)
    fields = {name: CrfTagger(out / FIELDS[name], gazetteer) for name in (OWN, *recipe.exported)}
    distiller = Distiller(run, fields, settings)
    known = [sentence for sentences in dev.values() for sentence in sentences]
    sentences = unlabelled(news, settings, fields[OWN], known, run.log)
    for teacher in teachers:
        teacher.eval()
    average = distiller.fit(distiller.teach(teachers, sentences))
    states = [run.tagger.state_dict(), average, *(teacher.state_dict() for teacher in teachers)]
    run.tagger.load_state_dict(averaged(states))
    return before | {"unlabelled sentences": len(sentences)}


def _judged(tagger: Labeller, held: Sequence[Labelled]) -> dict[str, list[float]]:
    found = tagger.tag_all([row.words for row in held])
    return table(scores([row.labels for row in held], [guess.labels for guess in found]))
