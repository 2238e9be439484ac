"""``waqia lexicon``."""

from pathlib import Path

import click

_EPILOG = """\b
Examples:
  waqia lexicon check
  waqia lexicon check my_lexicon/
\b
Exit codes: 0 no problem found; 3 problems, each named with file and line.
"""


@click.group(name="lexicon")
def command() -> None:
    """Check the word lists (TSV) and rules (TOML)."""


@command.command(name="check", epilog=_EPILOG)
@click.argument("directory", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(directory: Path | None) -> None:
    """Check shape, letters, duplicates, sources, examples and counter-examples of DIRECTORY.

    Without DIRECTORY the lexicon that ships with waqia is checked, and the example and counter-example of every
    event, cue and claim rule are run through the extractors.
    """
    from waqia.extraction.rule_checks import RUNNERS
    from waqia.lexicon.check import check as check_lexicon
    from waqia.lexicon.load import lexicon_dir

    problems = check_lexicon(directory) if directory else check_lexicon(lexicon_dir(), RUNNERS)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} problem{'s' * (len(problems) != 1)}", err=True)
        click.get_current_context().exit(3)
    click.echo("no problems", err=True)
