"""``waqia components``."""

import click

_EPILOG = """\b
Example:
  waqia components
"""


@click.command(name="components", epilog=_EPILOG)
def command() -> None:
    """List the spaCy components in the order in which they run, with what each requires and assigns."""
    from rich.console import Console
    from rich.table import Table

    from waqia.pipeline import load

    nlp = load()
    table = Table(box=None, pad_edge=False)
    for heading in ("component", "requires", "assigns"):
        table.add_column(heading, overflow="fold")
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        table.add_row(name, "\n".join(meta.requires) or "-", "\n".join(meta.assigns) or "-")
    Console().print(table)
