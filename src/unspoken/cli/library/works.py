"""``unspoken library list``, ``show`` and ``remove``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.library.options import AsJson, Name, Place, library
from unspoken.cli.options import Debug, Everything, Html, Only, sections

if TYPE_CHECKING:
    from unspoken.library import Work

Json = Annotated[
    str | None, typer.Option("--json", metavar="OUT", help="Write the whole model, for other commands; - to print it.")
]


def works(json: AsJson = False, place: Place = None, debug: Debug = False) -> None:
    """Print the works in the library."""
    from unspoken.cli import terminal

    with library(place, debug) as shelf:
        found = shelf.list()
        if json:
            import msgspec

            terminal.say("".join(msgspec.json.encode(work).decode() + "\n" for work in found))
        else:
            terminal.say("".join(map(_line, found)) or "the library is empty\n")


def _line(work: Work) -> str:
    from unspoken.exports.outline.guide import printable
    from unspoken.exports.outline.phrases import many

    title = f" ({printable(work.title)}{f', by {printable(work.author)}' if work.author else ''})" if work.title else ""
    numbers = [(work.words, "word"), (work.people, "character"), (work.quotes, "quotation"), (work.gaps, "gap")]
    return f"{printable(work.name)}{title}: {', '.join(many(number, noun) for number, noun in numbers)}\n"


def show(
    work: Name,
    json: Json = None,
    html: Html = None,
    only: Only = None,
    everything: Everything = False,
    place: Place = None,
    debug: Debug = False,
) -> None:
    """Print a work of the library, or write its model for `open` and `export`; it is not read anew."""
    from pathlib import Path

    from unspoken.cli import terminal
    from unspoken.cli.work import write

    chosen = sections(only, html)
    with library(place, debug) as shelf:
        story = shelf.story(work)
        if json is not None:
            from unspoken.exports.json import encode

            write(Path(json), encode(story) + b"\n" * (json == "-"))
        if html is not None:
            from unspoken.exports.html import page

            write(Path(html), page(story, only=chosen, everything=everything).encode())
        if json is None and html is None:
            from unspoken.exports.report import PLAIN_WIDTH, report

            width = terminal.width() or PLAIN_WIDTH
            told = report(story, only=chosen, everything=everything, width=width, colour=terminal.colourful())
            terminal.say(told)


def remove(work: Name, place: Place = None, debug: Debug = False) -> None:
    """Take a work out of the library. The file that it was read from stays."""
    from unspoken.cli import terminal

    with library(place, debug) as shelf:
        terminal.remark("", f"{shelf.remove(work).name} is no longer in the library")
