"""``unspoken library add FILE...``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import Input
from unspoken.cli.library.options import Place, library
from unspoken.cli.options import Corrections, Debug, Quiet, Recipe, SpeakerThreshold, recipe_named
from unspoken.cli.stories import EITHER

if TYPE_CHECKING:
    from collections.abc import Callable

    from unspoken.cli.progress import Progress as Bar
    from unspoken.library import Added
    from unspoken.pipeline import Progress

    Put = Callable[[Input, "Progress | None"], Added]

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Stories in any format, what `read --json` wrote, or folders of them."),
]


def add(
    files: Files,
    place: Place = None,
    recipe: Recipe = None,
    corrections: Corrections = None,
    speaker_threshold: SpeakerThreshold = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read works and put them into the library.

    A work that is there is read again only if its text, its corrections, the way of reading or the program changed.
    """
    from unspoken.cli import terminal
    from unspoken.cli.inputs import gather
    from unspoken.cli.progress import Progress as Bars
    from unspoken.cli.work import BAD, GOOD, OURS
    from unspoken.errors import BadInput

    name = None if recipe is None else recipe_named(recipe)
    inputs, errors = gather(files, EITHER)
    for error in errors:
        terminal.remark("", str(error))
    with library(place, debug) as shelf:

        def put(item: Input, progress: Progress | None) -> Added:
            if item.path is None:
                raise BadInput(item.name, "it cannot be added, since it is no file", "save it, and give the file")
            return shelf.add(
                item.path,
                recipe=name,
                corrections=corrections,
                speaker_threshold=speaker_threshold,
                progress=progress,
            )

        bar = Bars(inputs, wanted=not quiet)
        codes = [_one(item, number, put, bar, quiet, debug) for number, item in enumerate(inputs)]
    raise typer.Exit(OURS if OURS in codes else BAD if errors or BAD in codes else GOOD)


def _one(item: Input, number: int, put: Put, bar: Bar, quiet: bool, debug: bool) -> int:
    """Add one work; what is wrong with it does not stop the others."""
    from unspoken.cli import terminal
    from unspoken.cli.work import attempted

    def act() -> None:
        with bar.on(number, item.name) as callback:
            added = put(item, callback)
        for who in added.lost:
            terminal.remark(item.name, f"{who} was linked, and is not found any more; see `unspoken library recurring`")
        if not quiet:
            terminal.remark(item.name, f"{added.outcome} as {added.work.name}")

    return attempted(item.name, act, debug=debug)
