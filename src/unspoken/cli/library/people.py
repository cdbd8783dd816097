"""``unspoken library link``, ``unlink`` and ``recurring``: people who are one across the works of a series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.library.options import AsJson, Place, library
from unspoken.cli.options import Debug, Everything

if TYPE_CHECKING:
    from unspoken.library import Recurring

SHOWN = 12  # suggestions at once
One = Annotated[str, typer.Argument(metavar="NAME@WORK", help="Somebody in a work.")]
Other = Annotated[str, typer.Argument(metavar="NAME@WORK", help="Somebody in another work.")]


def link(one: One, other: Other, place: Place = None, debug: Debug = False) -> None:
    """Say that people of two works are one."""
    from unspoken.cli import terminal

    with library(place, debug) as shelf:
        shelf.link(one, other)
        terminal.remark("", f"{one} and {other} are one")


def unlink(one: One, other: Other, place: Place = None, debug: Debug = False) -> None:
    """Take a link back."""
    from unspoken.cli import terminal

    with library(place, debug) as shelf:
        shelf.unlink(one, other)
        terminal.remark("", f"{one} and {other} are not linked any more")


def recurring(everything: Everything = False, json: AsJson = False, place: Place = None, debug: Debug = False) -> None:
    """Print who is linked, and who may be one, since they have the same name. Nobody is linked unless you say so."""
    from unspoken.cli import terminal

    with library(place, debug) as shelf:
        linked, alike = shelf.recurring(), shelf.suggestions()
        if json:
            import msgspec

            terminal.say("".join(msgspec.json.encode(r).decode() + "\n" for r in (*linked, *alike)))
        else:
            terminal.say(_listing(linked, alike, None if everything else SHOWN))


def _listing(linked: tuple[Recurring, ...], alike: tuple[Recurring, ...], most: int | None) -> str:
    from unspoken.exports.outline.guide import printable
    from unspoken.exports.outline.phrases import many

    told = [f"  {', '.join(printable(str(person)) for person in found.people)}" for found in linked]
    lines = ["One and the same:", *told] if linked else ["Nobody is linked."]
    shown = alike[:most]
    if shown:
        lines += ["", "Of one name, and perhaps one (`unspoken library link NAME@WORK NAME@WORK`):"]
        lines += [f"  {', '.join(printable(str(person)) for person in found.people)}" for found in shown]
    if len(shown) < len(alike):
        lines.append(f"  … and {many(len(alike) - len(shown), 'name')} more (--all shows everything)")
    return "\n".join(lines) + "\n"
