"""``unspoken compare OLD NEW``"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.options import Debug, Everything, Recipe, SpeakerThreshold
from unspoken.cli.stories import Load, either

if TYPE_CHECKING:
    from unspoken.story import Story

Old = Annotated[Path, typer.Argument(metavar="OLD", help="The earlier draft: a story, or what `read --json` wrote.")]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The later draft.")]
Json = Annotated[bool, typer.Option("--json", help="Print the changes as one JSON object.")]


def compare(
    old: Old,
    new: New,
    json: Json = False,
    everything: Everything = False,
    recipe: Recipe = None,
    speaker_threshold: SpeakerThreshold = None,
    debug: Debug = False,
) -> None:
    """Tell what changed between two drafts.

    Who is new, gone, renamed, or speaks more or less; which scenes were added, removed, moved or reworded; which
    relationships and misunderstandings came, went, or end otherwise. Each with its words.
    """
    from unspoken.cli import terminal
    from unspoken.cli.work import BAD, INTERRUPTED, OURS, fault
    from unspoken.errors import UnspokenError

    load = either(recipe, None, speaker_threshold)
    try:
        before, after = _drafts([old, new], load)
        _tell(before, after, json, everything)
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(BAD) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        fault(f"{old}, {new}", error, debug=debug)
        raise typer.Exit(OURS) from None


def _drafts(paths: list[Path], load: Load) -> list[Story]:
    """Both drafts, read or taken as they were written.

    Raises:
        BadInput: one of them is no file.
    """
    from unspoken.cli.inputs import one_file
    from unspoken.cli.progress import Progress

    inputs = [one_file(path, "name two files, a draft each") for path in paths]
    progress, drafts = Progress(inputs, wanted=True), []
    for number, item in enumerate(inputs):
        with progress.on(number, item.name) as callback:
            drafts.append(load(item, callback))
    return drafts


def _tell(old: Story, new: Story, json: bool, everything: bool) -> None:
    from unspoken.cli import terminal
    from unspoken.exports.changes import changes, encode
    from unspoken.exports.report import PLAIN_WIDTH
    from unspoken.views.comparison import compare

    found = compare(old, new)
    if json:
        terminal.say_bytes(encode(found))
        return
    width = terminal.width() or PLAIN_WIDTH
    terminal.say(changes(old, new, found, everything=everything, width=width, colour=terminal.colourful()))
