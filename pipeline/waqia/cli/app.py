"""The command group: commands are imported when they run, errors become one sentence and an exit code."""

import importlib
import sys
from typing import Any

import click

from waqia.errors import LexiconError, OutputError, ResourceError, WaqiaError

FAILED_ARTICLES = 1
BAD_USAGE = 2
BAD_LEXICON = 3
BAD_OUTPUT = 4
INTERRUPTED = 130

_COMMANDS = {
    "extract": "Read articles and write their event records and tables.",
    "explain": "Show one article with its mentions, events and claims.",
    "schema": "Print the JSON Schema of an article record.",
    "components": "List the spaCy components of the pipeline.",
    "lexicon": "Check the word lists and rules.",
    "evaluate": "Score records against reference records.",
    "evaluate-bio": "Score a tagger of names on a BIO file.",
    "train": "Train the taggers of names.",
}

_EPILOG = """\b
Exit codes:
  0    all went well
  1    some articles failed (see failures.jsonl), or --strict stopped at one
  2    wrong usage, or an input that doesn't exist
  3    the lexicon has problems
  4    the output can't be written, or a file of waqia itself is missing
  130  interrupted
\b
Example:
  waqia extract news/ more/*.jsonl -o out/
"""


class Lazy(click.Group):
    """A group whose commands live in modules of their own, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which users meet them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"waqia.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 (click's signature)
        """Run a command; an error of waqia is one sentence, not a traceback."""
        try:
            return super().invoke(ctx)
        except WaqiaError as error:
            click.echo(f"waqia: {error}", err=True)
            ctx.exit(_code(error))


def _code(error: WaqiaError) -> int:
    from waqia.batch.run import StoppedError

    if isinstance(error, StoppedError):
        return FAILED_ARTICLES
    if isinstance(error, LexiconError):
        return BAD_LEXICON
    return BAD_OUTPUT if isinstance(error, (OutputError, ResourceError)) else BAD_USAGE


@click.group(cls=Lazy, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="waqia", message="%(prog)s %(version)s")
def app() -> None:
    """Arabic news in, event records out: what failed, was cut or blocked, where, when, and who said so."""


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        code = app(prog_name="waqia", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("waqia: interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)
