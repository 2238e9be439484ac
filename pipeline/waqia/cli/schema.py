"""``waqia schema``."""

import click

_EPILOG = """\b
Example:
  waqia schema > article.schema.json
"""


@click.command(name="schema", epilog=_EPILOG)
def command() -> None:
    """Print the JSON Schema of one line of records.jsonl."""
    from waqia.output.schema import schema_text

    click.echo(schema_text(), nl=False)
