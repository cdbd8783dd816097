"""``unspoken export FILE... --to FORMAT``"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import Input
from unspoken.cli.options import Corrections, Debug, Quiet, Recipe, SpeakerThreshold
from unspoken.cli.stories import EITHER, either

if TYPE_CHECKING:
    from unspoken.cli.outputs import Plan
    from unspoken.cli.work import HandOver
    from unspoken.exports.table import Format
    from unspoken.story import Story

NAMES = ("html", "csv", "parquet", "graphml", "gexf", "tei", "booknlp", "markdown", "json")
FEW = 3  # files that are named when they are written; of more, only how many

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Stories in any format, what `read --json` wrote, folders of them, or -."),
]
To = Annotated[
    list[str], typer.Option("--to", metavar="FORMAT", help=f"What to make, with commas between: {', '.join(NAMES)}.")
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="OUT", help="Write to this folder, or file if it is one; - to print it."),
]
Force = Annotated[bool, typer.Option("--force", help="Write over files that are there; never over what is read.")]


def export(
    files: Files,
    to: To,
    out: Out = None,
    force: Force = False,
    recipe: Recipe = None,
    corrections: Corrections = None,
    speaker_threshold: SpeakerThreshold = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Take stories along: as tables, networks, marked-up texts, pages.

    Writes NAME.html, NAME.quotes.csv and so on into the current folder, or where --out says.
    """
    from unspoken.cli.outputs import planned
    from unspoken.cli.work import each
    from unspoken.corrections import beside

    formats = _formats(to)

    def prepare(inputs: Sequence[Input], single: bool) -> HandOver:
        read = [corrections] if corrections else [beside(item.path) for item in inputs if item.path]
        plans = planned(inputs, formats, out, single=single, force=force, read=read)
        return lambda story, item, number: _hand_over(story, item, plans[number], formats, quiet)

    load = either(recipe, corrections, speaker_threshold)
    raise typer.Exit(each(files, EITHER, load, prepare, quiet=quiet, debug=debug))


def _formats(to: Sequence[str]) -> list[Format]:
    """The formats asked for, each once.

    Raises:
        typer.BadParameter: there is no such format, or none is named.
    """
    from unspoken.errors import BadOutput
    from unspoken.exports.table import format_named

    names = [name for given in to for name in given.split(",") if name.strip()]
    if not names:
        raise typer.BadParameter(f"names no format; there are {', '.join(NAMES)}", param_hint="--to")
    try:
        return list({format.name: format for format in map(format_named, names)}.values())
    except BadOutput as error:
        raise typer.BadParameter(str(error), param_hint="--to") from None


def _hand_over(story: Story, item: Input, plan: Plan, formats: Sequence[Format], quiet: bool) -> None:
    """Make all files of a story, then write them, then tell which."""
    from unspoken.cli import terminal
    from unspoken.cli.outputs import STANDARD_OUTPUT
    from unspoken.cli.work import write

    files = [file for format in formats for file in format.export(story, plan.stem).items()]
    made = {plan.paths[name]: data for name, data in files}
    for path, data in made.items():
        write(path, data)
    if not quiet:
        for warning in story.source.warnings:
            terminal.remark(item.name, f"note: {warning}")
        if told := _told([path for path in made if path != STANDARD_OUTPUT]):
            terminal.remark(item.name, f"wrote {told}")


def _told(paths: Sequence[Path]) -> str:
    if len(paths) <= FEW:
        return " and ".join(map(str, paths))
    return f"{len(paths)} files to {'the current folder' if paths[0].parent == Path() else paths[0].parent}"
