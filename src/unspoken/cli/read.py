"""``unspoken read FILE...``"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import STORIES, Input
from unspoken.cli.options import (
    Corrections,
    Debug,
    Everything,
    Html,
    Only,
    Options,
    Quiet,
    Recipe,
    SpeakerThreshold,
    recipe_named,
    sections,
)

if TYPE_CHECKING:
    from unspoken.pipeline import Progress
    from unspoken.story import Story

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Files in any format, folders of them, or - for standard input.")
]
Json = Annotated[
    str | None,
    typer.Option("--json", metavar="OUT", help="Write the whole model; FOLDER/ for several inputs, - to print it."),
]


def read(
    files: Files,
    json: Json = None,
    html: Html = None,
    only: Only = None,
    everything: Everything = False,
    recipe: Recipe = None,
    corrections: Corrections = None,
    speaker_threshold: SpeakerThreshold = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read stories, and tell what is in them.

    Prints their people, what passes between them, their misunderstandings, and their scenes. With --json or --html,
    writes that instead.
    """
    from unspoken.cli.work import work

    options = Options(json, html, sections(only, html), everything, quiet, debug)
    load = partial(
        _load,
        recipe=recipe_named(recipe),
        corrections=_there(corrections),
        speaker_threshold=speaker_threshold,
    )
    raise typer.Exit(work(files, STORIES, load, options))


def _load(
    item: Input, progress: Progress | None, *, recipe: str, corrections: Path | None, speaker_threshold: float | None
) -> Story:
    from unspoken import reading

    if item.path is not None:
        return reading.read(
            item.path,
            recipe=recipe,
            progress=progress,
            corrections=corrections,
            speaker_threshold=speaker_threshold,
        )
    import sys

    from unspoken.sources import document_from_bytes

    document = document_from_bytes(sys.stdin.buffer.read(), item.name)
    return reading.read_document(
        document,
        recipe=recipe,
        progress=progress,
        corrections=corrections,
        speaker_threshold=speaker_threshold,
    )


def _there(corrections: Path | None) -> Path | None:
    """A file that was asked for has to be there.

    Raises:
        typer.Exit: it is not.
    """
    if corrections is not None and not corrections.is_file():
        from unspoken.cli import terminal

        terminal.remark("--corrections", f"{corrections}: there is no such file")
        raise typer.Exit(2)
    return corrections
