"""``waqia train``."""

import time
from pathlib import Path

import click

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(
    name="train",
    epilog="""\b
Example:
  waqia train actors --help
""",
)
def command() -> None:
    """Train the models that ship with waqia; needs pip install waqia[train]."""


@command.command(
    name="actors",
    epilog="""\b
Example:
  waqia train actors --data ../shared/data/ner --names corpora/names.standoff.jsonl \\
      --news ../shared/data/news --recipe models/actors/recipe.toml -o models/actors
\b
Nothing is downloaded. Seeds are fixed: the same inputs on the same machine give the same weights.
Exit codes: 0 trained; 2 an input is missing or wrong.
""",
)
@click.option("--data", required=True, type=_FOLDER, help="Folder with a folder of train.bio and dev.bio a corpus.")
@click.option("--names", required=True, type=_FILE, help="Our own labels, as standoff.")
@click.option("--news", required=True, type=_FOLDER, help="Folder of the articles that the standoff points into.")
@click.option("--recipe", required=True, type=_FILE, help="Settings, TOML.")
@click.option("-o", "--output", required=True, type=_FOLDER, help="Folder with what waqia train lists writes.")
def actors(data: Path, names: Path, news: Path, recipe: Path, output: Path) -> None:
    """Train the fast and the accurate tagger of names and write them to OUTPUT."""
    from waqia.tagger.training.actors import train_actors
    from waqia.tagger.training.manifest import write_manifest

    def log(line: str) -> None:
        click.echo(f"{time.strftime('%H:%M:%S')} {line}", err=True)

    train_actors(data, names, news, recipe, output, log)
    write_manifest(output.resolve().parent, output.resolve().name)


@command.command(
    name="lists",
    epilog="""\b
Example:
  waqia train lists --romanizer .../arabic_name_romanizer/resources/names.sqlite3 \\
      --news ../shared/data/news --data ../shared/data/ner -o models/actors
\b
Exit codes: 0 written; 2 an input is missing or wrong.
""",
)
@click.option("--romanizer", required=True, type=_FILE, help="names.sqlite3 of the package arabic-name-romanizer.")
@click.option("--news", required=True, type=_FOLDER, help="Folder of articles whose words are counted.")
@click.option("--data", required=True, type=_FOLDER, help="Folder with a folder of train.bio a corpus.")
@click.option("-o", "--output", required=True, type=_FOLDER, help="Where the lists and tokenizer.json go.")
def lists(romanizer: Path, news: Path, data: Path, output: Path) -> None:
    """Count words and name parts, cluster words, collect places, choose pieces; goes before waqia train actors."""
    from waqia.tagger.training.lists import make_lists

    make_lists(romanizer, news, data, output, lambda line: click.echo(line, err=True))
