"""``unspoken library search KIND WORDS...``"""

from __future__ import annotations

from typing import Annotated

import typer

from unspoken.cli.library.options import AsJson, Place, library
from unspoken.cli.options import Debug

KINDS = ("quotes", "feelings", "gaps", "text")
Kind = Annotated[str, typer.Argument(metavar="KIND", help=f"What to look for: {', '.join(KINDS)}.")]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help="All are to be there; 'side by side' in quotes, begin* for any ending."),
]
Speaker = Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Who speaks: NAME or NAME@WORK.")]
Whose = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="Who speaks, feels, or is wrong: NAME or NAME@WORK.")
]
To = Annotated[str | None, typer.Option("--to", metavar="NAME", help="Who is spoken to, felt for, or misunderstood.")]
Emotion = Annotated[str | None, typer.Option("--emotion", metavar="E", help="Only feelings of this emotion.")]
OneWork = Annotated[str | None, typer.Option("--work", metavar="WORK", help="Only in this work: its name or title.")]
Open = Annotated[bool, typer.Option("--open", help="Only gaps that never close.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="The most hits to show.")]


def search(
    kind: Kind,
    words: Words = None,
    speaker: Speaker = None,
    person: Whose = None,
    to: To = None,
    emotion: Emotion = None,
    work: OneWork = None,
    open: Open = False,
    limit: Limit = 20,
    json: AsJson = False,
    place: Place = None,
    debug: Debug = False,
) -> None:
    """Search all works: what is said, felt, misunderstood, or told.

    The best matches come first; without words, all in the order of the library.
    """
    from unspoken.cli import terminal
    from unspoken.cli.library.hits import as_json, listing
    from unspoken.exports.report import PLAIN_WIDTH

    if kind not in KINDS:
        raise typer.BadParameter(f"there is no {kind!r}; there are {', '.join(KINDS)}", param_hint="KIND")
    if speaker is not None and (kind != "quotes" or person is not None):
        what = "--person says the same" if kind == "quotes" else "only quotes have a speaker; use --person"
        raise typer.BadParameter(what, param_hint="--speaker")
    with library(place, debug) as shelf:
        found = shelf.search(
            kind,  # type: ignore[arg-type]
            _joined(words or []),
            person=person if speaker is None else speaker,
            to=to,
            emotion=emotion,
            work=work,
            never_closes=open,
            limit=limit + 1,
        )
        shown = found[:limit]
        if json:
            terminal.say(as_json(shown))
        else:
            width = terminal.width() or PLAIN_WIDTH
            terminal.say(listing(shown, more=len(found) > limit, width=width, colour=terminal.colourful()))


def _joined(words: list[str]) -> str:
    """The words as one line; what the shell had in quotation marks stands side by side."""
    return " ".join(f'"{word}"' if len(word.split()) > 1 and '"' not in word else word for word in words)
