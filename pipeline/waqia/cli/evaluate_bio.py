"""``waqia evaluate-bio``."""

from pathlib import Path

import click

_MODELS = ("fast", "accurate", "anercorp", "camel-tools")
_EPILOG = """\b
FILE has one word a line, "word<TAB>label", an empty line behind each sentence.
A mention counts where its words and its type are right (strict IOB2). The
models fast and accurate know PER, ORG and LOC as record.md has them; anercorp
has the labels and the habits of ANERcorp, MISC included.
\b
Examples:
  waqia evaluate-bio dev.bio --model accurate
  waqia evaluate-bio anercorp/dev.bio --model anercorp
  waqia evaluate-bio dev.bio --model fast --types PER,ORG,LOC
\b
Exit codes: 0 scored; 2 FILE is no BIO file; 4 the model is missing.
"""


@click.command(name="evaluate-bio", epilog=_EPILOG)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", default="accurate", show_default=True, type=click.Choice(_MODELS), help="Which tagger.")
@click.option("--types", help="Types that count, with commas between them. Default: those of FILE.")
def command(file: Path, *, model: str, types: str | None) -> None:
    """Print precision, recall and F1 of a tagger on the sentences of FILE, by type and over all."""
    from waqia.tagger.bio import read_bio, scores
    from waqia.tagger.taggers import named_tagger

    sentences = read_bio(file)
    tagger = named_tagger(model)
    kinds = set(types.split(",")) if types else {label[2:] for row in sentences for label in row.labels if label != "O"}
    found = tagger.tag_all([row.words for row in sentences])

    def kept(labels: list[str]) -> list[str]:
        return [label if label[2:] in kinds else "O" for label in labels]

    table = scores([kept(row.labels) for row in sentences], [kept(guess.labels) for guess in found])
    click.echo(f"{'type':8}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}{'gold':>8}{'found':>8}")
    for kind, score in table.items():
        counts = f"{score.right:8}{score.gold:8}{score.found:8}"
        click.echo(f"{kind:8}{score.precision:8.4f}{score.recall:8.4f}{score.f1:8.4f}{counts}")
