"""``waqia explain``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from waqia.records import Actor, ArticleRecord, Failure, Span

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

_EPILOG = """\b
Examples:
  waqia explain seeds/000_bdbe3284323f89d4.txt
  waqia explain news.jsonl --id 2021/10/04/17
\b
Exit codes: 0 shown; 1 the article failed, or no article has that id;
2 the file doesn't exist.
"""

STYLES = {
    "quote": "italic",
    "claim": "underline",
    "person": "bold green",
    "organization": "bold yellow",
    "place": "bold blue",
    "group": "green",
    "platform": "bold cyan",
    "duration": "bold magenta",
    "date": "magenta",
    "trigger": "bold white on red",
}
"""Style of each kind of mention; where two overlap, the later in this order shows."""

_SHORT = ("event", "claim", "type", "realis", "status")
_WIDTH_OF_FILES = 120
_INVISIBLE = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A} | {
    0x09: " ",
    0x0D: " ",
}


@click.command(name="explain", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@click.option("--id", "wanted", metavar="ID", help="Of a file with many articles, show only this one.")
def command(file: str, *, wanted: str | None) -> None:
    """Show the articles of FILE with their mentions in colour, and tables of their events and claims."""
    from rich.console import Console
    from rich.text import Text

    from waqia.batch import process
    from waqia.ingest import read_inputs

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH_OF_FILES
    found = failed = False
    items = (item for item in read_inputs([file]) if wanted is None or _id(item) == wanted)
    for result in process(items):
        found = True
        if isinstance(result, Failure):
            failed = True
            where = f"{result.path}:{result.line}" if result.line else result.path or result.article_id
            click.echo(f"waqia: {where}: {result.message} ({result.reason})", err=True)
            continue
        for piece in render(result, legend=console.is_terminal):
            console.print(piece, soft_wrap=isinstance(piece, Text) and not console.is_terminal)
    if not found:
        click.echo(f"waqia: {file}: holds no article with id {wanted!r}", err=True)
    if failed or not found:
        click.get_current_context().exit(1)


def _id(item: object) -> str | None:
    return item.article_id if isinstance(item, Failure) else getattr(item, "id", None)


def mentions(record: ArticleRecord) -> Iterator[tuple[str, Span]]:
    """Yield what is marked in the text, as (kind, span)."""
    yield from (("quote", quote.span) for quote in record.quotes if quote.kind == "direct")
    yield from (("claim", claim.span) for claim in record.claims)
    for actor in record.actors:
        yield from ((actor.type, span) for span in actor.mentions)
    for platform in record.platforms:
        yield from (("platform", span) for span in platform.mentions)
    yield from (("duration", duration.span) for duration in record.durations)
    yield from (("date", date.span) for date in record.dates)
    for event in record.events:
        yield from (("trigger", span) for span in event.triggers)


def visible(text: str) -> str:
    """Return text with control characters replaced one for one, so that none reaches the terminal."""
    return text.translate(_INVISIBLE)


def marked(record: ArticleRecord) -> "Text":
    """Return the article's text with its mentions styled; every character stays in its place."""
    from rich.text import Text

    text = Text(visible(record.article.text), end="\n\n")
    order = list(STYLES)
    for kind, span in sorted(mentions(record), key=lambda mention: order.index(mention[0])):
        text.stylize(STYLES[kind], span.start, span.end)
    return text


def render(record: ArticleRecord, *, legend: bool = True) -> "Iterator[RenderableType]":
    """Yield the pieces of an explanation: head, legend of colours, marked text, events, claims."""
    from rich.text import Text

    article = record.article
    head = (article.id, article.source, article.published_at, article.title)
    yield Text(visible(" · ".join(filter(None, head))), style="bold", end="\n\n")
    if legend:
        yield Text("  ").join(Text(kind, style) for kind, style in STYLES.items()).append("\n")
    yield marked(record)
    yield _events(record)
    yield _claims(record)


def _events(record: ArticleRecord) -> "RenderableType":
    if not record.events:
        return "No events.\n"
    table = _table("event", "type", "realis", "triggers", "platforms", "places", "when", "how long", "cause")
    names = {actor.id: actor.name for actor in record.actors}
    platforms = {platform.id: platform.platform for platform in record.platforms}
    durations = {duration.id: duration.span.text for duration in record.durations}
    for event in record.events:
        table.add_row(
            event.id,
            event.type,
            event.realis,
            *_cells(
                _join(trigger.text for trigger in event.triggers),
                _join(platforms[platform] for platform in event.platforms),
                _join(names[place] for place in event.places),
                " - ".join(filter(None, (event.start, event.end))),
                durations.get(event.duration or "", ""),
                event.cause.text if event.cause else "",
            ),
        )
    return table


def _claims(record: ArticleRecord) -> "RenderableType":
    if not record.claims:
        return "No claims."
    table = _table("claim", "type", "status", "words", "holder", "sources", "event")
    names = {actor.id: _named(actor) for actor in record.actors}
    for claim in record.claims:
        table.add_row(
            claim.id,
            claim.type,
            claim.status,
            *_cells(
                claim.span.text,
                names.get(claim.holder or "", ""),
                " > ".join(names[source] for source in claim.sources),
                claim.event or "",
            ),
        )
    return table


def _named(actor: Actor) -> str:
    return f"{actor.name} ({actor.role.text})" if actor.role else actor.name


def _join(words: Iterator[str]) -> str:
    return "، ".join(dict.fromkeys(words))


def _cells(*cells: str) -> "Iterator[Text]":
    from rich.text import Text

    return (Text(visible(cell).replace("\n", " ")) for cell in cells)


def _table(*headings: str) -> "Table":
    from rich.table import Table

    table = Table(show_lines=True, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", no_wrap=heading in _SHORT)
    return table
