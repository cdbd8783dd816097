"""From an input to a story: read it, or take it as it was written down before."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from unspoken.cli.inputs import STORIES, Input
from unspoken.cli.options import recipe_named

if TYPE_CHECKING:
    from unspoken.helper import Helper
    from unspoken.pipeline import Progress
    from unspoken.story import Story

WRITTEN = frozenset({".json"})
EITHER = STORIES | WRITTEN
Load = Callable[[Input, "Progress | None"], "Story"]


def reader(
    recipe: str | None, corrections: Path | None, speaker_threshold: float | None, helper: Helper | None = None
) -> Load:
    """What reads an input as the options say.

    Raises:
        typer.Exit: there is no such recipe, or no such file of corrections.
    """
    read = _reader(recipe, corrections, speaker_threshold, helper)
    return lambda item, progress: read(item, None if item.path else sys.stdin.buffer.read(), progress)


def _reader(
    recipe: str | None, corrections: Path | None, speaker_threshold: float | None, helper: Helper | None = None
) -> Callable[[Input, bytes | None, Progress | None], Story]:
    name, corrections = recipe_named(recipe), _there(corrections)

    def read(item: Input, data: bytes | None, progress: Progress | None) -> Story:
        from unspoken import reading
        from unspoken.cli.progress import Shown
        from unspoken.sources import document_from_bytes

        asking = progress.asking if isinstance(progress, Shown) else None
        if data is None and item.path is not None:
            return reading.read(
                item.path,
                recipe=name,
                progress=progress,
                corrections=corrections,
                speaker_threshold=speaker_threshold,
                helper=helper,
                asking=asking,
            )
        return reading.read_document(
            document_from_bytes(data or b"", item.name),
            recipe=name,
            progress=progress,
            corrections=corrections,
            speaker_threshold=speaker_threshold,
            helper=helper,
            asking=asking,
        )

    return read


def written(item: Input, progress: Progress | None) -> Story:
    """A story that `unspoken read --json` wrote.

    Raises:
        BadStory: it is none.
    """
    from unspoken.exports.json import decode, load

    return load(item.path) if item.path is not None else decode(sys.stdin.buffer.read(), item.name)


def either(recipe: str | None, corrections: Path | None, speaker_threshold: float | None) -> Load:
    """What reads an input, or takes it as it was written, by what is in it.

    Raises:
        typer.Exit: there is no such recipe, or no such file of corrections.
    """
    read = _reader(recipe, corrections, speaker_threshold)
    asked = {"--recipe": recipe, "--corrections": corrections, "--speaker-threshold": speaker_threshold}
    given = [option for option, value in asked.items() if value is not None]

    def load(item: Input, progress: Progress | None) -> Story:
        from unspoken.errors import BadInput
        from unspoken.exports.json import decode, is_document

        data = _written(item.path) if item.path else sys.stdin.buffer.read()
        if data is None or not (_named(item.path) or is_document(data)):
            return read(item, None if item.path else data, progress)
        if given:
            what = f"it was read before, so {' and '.join(given)} cannot be followed"
            raise BadInput(item.name, what, "give the story itself, or leave that out")
        return decode(data, item.name)

    return load


def _named(path: Path | None) -> bool:
    """Is this a story that was written, by its name?"""
    return path is not None and path.suffix.lower() in WRITTEN


def _written(path: Path) -> bytes | None:
    """The bytes of a file that is named as a story that was written, or begins as one does; None of any other."""
    from unspoken.exports.json import begins_as_document

    try:
        with path.open("rb") as file:
            head = file.read(64)
            return head + file.read() if _named(path) or begins_as_document(head) else None
    except OSError:
        return None  # the reader says better what is wrong


def _there(corrections: Path | None) -> Path | None:
    """A file that was asked for has to be there.

    Raises:
        typer.Exit: it is not.
    """
    from unspoken.cli import terminal
    from unspoken.cli.inputs import one_file
    from unspoken.errors import BadInput

    try:
        if corrections is not None:
            one_file(corrections, "name the file that they are in")
    except BadInput as error:
        terminal.remark("--corrections", str(error))
        raise typer.Exit(2) from None
    return corrections
