"""``waqia extract``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from waqia.tagger.choices import CHOICES, DEFAULT, Choice

if TYPE_CHECKING:
    from collections.abc import Callable

    from waqia.batch.run import Tally

_EPILOG = """\b
Writes OUT/records.jsonl (one record an article), OUT/failures.jsonl, and the
tables events, articles, actors, platforms, durations, dates, quotes, claims
and failures in OUT/csv and OUT/parquet. What stood there before is replaced
only when the run is through.
\b
Examples:
  waqia extract seeds/000_bdbe3284323f89d4.txt -o out/
  waqia extract news/ archive/*.jsonl --format parquet -o out/
  xz -dc news.jsonl.xz | waqia extract - -o out/
\b
Exit codes: 0 all articles went through; 1 some failed, or --strict stopped;
2 an input doesn't exist; 3 the lexicon is broken; 4 OUT can't be written.
"""


@click.command(name="extract", epilog=_EPILOG)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="OUT",
    help="Folder to write to; made if it isn't there.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Stop at the first article that fails and write nothing.")
@click.option(
    "-f", "--format", "formats", multiple=True, type=click.Choice(["csv", "parquet"]),
    help="Format of the tables; may be given twice. Default: both.",
)  # fmt: skip
@click.option(
    "--actors", default=DEFAULT, show_default=True, type=click.Choice(CHOICES),
    help="Tagger of names beside the rules: none, fast, accurate (a small neural network; both in articles with an "
    "event), all (accurate in every article), or camel-tools (CAMeL Tools' own, if you have its data).",
)  # fmt: skip
@click.option(
    "--max-bytes", default=5_000_000, show_default=True, type=click.IntRange(min=1),
    help="Longest article text, in bytes of UTF-8; a longer one is a failure.",
)  # fmt: skip
def command(
    inputs: tuple[str, ...], output: Path, *, strict: bool, formats: tuple[str, ...], actors: Choice, max_bytes: int
) -> None:
    """Read articles from INPUT and write their event records to OUT.

    INPUT is a text file (one article), JSON Lines (fields id, title, text, published_at or date, source,
    url), JSON, CSV or Parquet with the same columns, a folder, a glob, or - for standard input.
    """
    from waqia.batch import Tally, process_inputs
    from waqia.ingest import Limits
    from waqia.output.write import Format, write_run

    tally = Tally()
    chosen = [kind for kind in get_args(Format) if not formats or kind in formats]
    with _progress(inputs, tally) as watch:
        results = process_inputs(
            inputs, strict=strict, limits=Limits(max_bytes), watch=watch, tally=tally, actors=actors
        )
        write_run(results, output, formats=chosen)
    click.echo(_summary(tally, output), err=True)
    if tally.failures:
        click.get_current_context().exit(1)


def _summary(tally: "Tally", output: Path) -> str:
    counts = ((tally.articles, "article"), (tally.events, "event"), (tally.claims, "claim"))
    text = ", ".join(f"{number} {noun}{'s' * (number != 1)}" for number, noun in counts) + f" -> {output}"
    if tally.undated:
        text += f"\n{tally.undated} without a publication date: their relative dates stay null"
    if tally.failures:
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(tally.failures.items()))
        text += f"\n{tally.failures.total()} failed ({reasons}): see {output / 'failures.jsonl'}"
    return text


@contextmanager
def _progress(inputs: tuple[str, ...], tally: "Tally") -> "Iterator[Callable[[int], None] | None]":
    """Show a bar on standard error, by bytes of input; nothing at all where that is no terminal."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from waqia.ingest.sources import expand

    sizes = [source.size for source in expand(inputs)]
    total = None if None in sizes else sum(size or 0 for size in sizes)
    columns = (
        BarColumn(),
        TextColumn("{task.fields[articles]} articles, {task.fields[events]} events"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total, articles=0, events=0)

        def watch(size: int) -> None:
            bar.update(task, advance=size, articles=tally.articles, events=tally.events)

        yield watch
