"""``unspoken notes FILE...``"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import Input
from unspoken.cli.options import Corrections, Debug, Everything, Quiet, Recipe, SpeakerThreshold
from unspoken.cli.stories import EITHER, either

if TYPE_CHECKING:
    from unspoken.cli.work import HandOver
    from unspoken.notes import Kind, Note
    from unspoken.story import Story

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Stories in any format, what `read --json` wrote, folders of them, or -."),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="CODES", help="Only these, with commas between: U301, or U3 for all such, or time."),
]
Silence = Annotated[
    list[str] | None, typer.Option("--silence", metavar="CODES", help="All but these; written as for --only.")
]
Json = Annotated[bool, typer.Option("--json", help="Print all notes as JSON, one object a story, each on a line.")]


def notes(
    files: Files,
    only: Only = None,
    silence: Silence = None,
    everything: Everything = False,
    json: Json = False,
    recipe: Recipe = None,
    corrections: Corrections = None,
    speaker_threshold: SpeakerThreshold = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """A first reader's notes on stories: what their writers may want to look at again.

    Each note has a code, by which it can be silenced, and the words that it rests on.
    """
    from unspoken.cli.work import each

    kinds = _kinds(only, silence)
    tell = _as_json if json else _as_text(everything)

    def prepare(inputs: Sequence[Input], single: bool) -> HandOver:
        return lambda story, item, number: _hand_over(story, item, number, kinds, tell, quiet)

    load = either(recipe, corrections, speaker_threshold)
    raise typer.Exit(each(files, EITHER, load, prepare, quiet=quiet, debug=debug))


Tell = Callable[["Story", str, "Sequence[Note]", "Sequence[Kind]", int], str]


def _kinds(only: Sequence[str] | None, silence: Sequence[str] | None) -> tuple[Kind, ...]:
    """The kinds that are asked for.

    Raises:
        typer.BadParameter: a code or name that no kind has, one whose library is not installed, or no kind is left.
    """
    from unspoken.errors import MissingLibrary
    from unspoken.notes import NoSuchNote, chosen

    asked = []
    for option, given in (("--only", only), ("--silence", silence)):
        codes = [code for text in given or [] for code in text.split(",") if code.strip()]
        if given and not codes:
            raise typer.BadParameter("names no kind of note; give codes such as U301", param_hint=option)
        try:
            chosen(silence=codes)
        except NoSuchNote as error:
            raise typer.BadParameter(str(error), param_hint=option) from None
        asked.append(codes)
    try:
        kinds = chosen(*asked)
    except MissingLibrary as error:
        raise typer.BadParameter(str(error), param_hint="--only") from None
    if not kinds:
        raise typer.BadParameter("no kind of note is left; silence fewer", param_hint="--silence")
    return kinds


def _hand_over(story: Story, item: Input, number: int, kinds: Sequence[Kind], tell: Tell, quiet: bool) -> None:
    from unspoken.cli import terminal
    from unspoken.notes import first_reader

    found = first_reader(story, only=[kind.code for kind in kinds])
    if not quiet:
        for warning in story.source.warnings:
            terminal.remark(item.name, f"note: {warning}")
    terminal.say(tell(story, item.name, found, kinds, number))


def _as_json(story: Story, name: str, found: Sequence[Note], kinds: Sequence[Kind], number: int) -> str:
    from unspoken.cli.listing import as_json

    return as_json(story, found)


def _as_text(everything: bool) -> Tell:
    def tell(story: Story, name: str, found: Sequence[Note], kinds: Sequence[Kind], number: int) -> str:
        from unspoken.cli import terminal
        from unspoken.cli.listing import listing
        from unspoken.exports.report import PLAIN_WIDTH

        width = terminal.width() or PLAIN_WIDTH
        text = listing(story, name, found, kinds, everything=everything, width=width, colour=terminal.colourful())
        return "\n" * bool(number) + text

    return tell
