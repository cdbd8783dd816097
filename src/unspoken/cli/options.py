"""Options that more than one command takes."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from unspoken.helper import Helper

SECTIONS = ("cast", "relationships", "misunderstandings", "timeline", "letters", "text")
_SYNONYMS = {
    "people": "cast", "characters": "cast", "gaps": "misunderstandings", "scenes": "timeline", "documents": "letters",
}  # fmt: skip

Html = Annotated[
    str | None,
    typer.Option(
        "--html", metavar="PAGE", help="Write one self-contained page; FOLDER/ for several inputs, - to print it."
    ),
]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="SECTIONS", help=f"Show only these, with commas between: {', '.join(SECTIONS)}."),
]
Recipe = Annotated[
    str | None, typer.Option("--recipe", metavar="NAME", help="Read with this list of stages, not with the usual one.")
]
SpeakerThreshold = Annotated[
    float | None,
    typer.Option(
        "--speaker-threshold",
        metavar="P",
        min=0,
        max=1,
        help="Name no speaker who is less probable than this, from 0 to 1 (usually 0.48).",
    ),
]
Corrections = Annotated[
    Path | None,
    typer.Option("--corrections", metavar="FILE", help="Follow these, not NAME.unspoken.toml beside the story."),
]
HelperAddress = Annotated[
    str | None,
    typer.Option(
        "--helper",
        metavar="URL",
        help="Ask a language model on this machine too, at an OpenAI-compatible address (http://localhost:11434/v1).",
    ),
]
HelperModel = Annotated[
    str | None, typer.Option("--helper-model", metavar="NAME", help="The model that --helper is to ask.")
]
Everything = Annotated[bool, typer.Option("--all", help="Leave nothing out, however long the work.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault of ours.")]


@dataclass(frozen=True)
class Options:
    """What was asked for."""

    json: str | None = None
    html: str | None = None
    only: tuple[str, ...] = ()
    everything: bool = False
    quiet: bool = False
    debug: bool = False


def sections(only: str | None, html: str | None) -> tuple[str, ...]:
    """The sections that ``--only`` names.

    Raises:
        typer.BadParameter: there is no such section.
    """
    names = [name.strip().lower() for name in (only or "").split(",") if name.strip()]
    chosen = tuple(dict.fromkeys(_SYNONYMS.get(name, name) for name in names))
    for name in chosen:
        if name not in SECTIONS:
            close = get_close_matches(name, SECTIONS, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(SECTIONS)}"
            raise typer.BadParameter(f"no section {name!r}; {hint}", param_hint="--only")
    if only is not None and not chosen:
        raise typer.BadParameter(f"names no section; there are {', '.join(SECTIONS)}", param_hint="--only")
    if "text" in chosen and html is None:
        raise typer.BadParameter("the text is shown on a page alone; add --html PAGE.html", param_hint="--only")
    return chosen


def recipe_named(name: str | None) -> str:
    """The recipe asked for, or the usual one. A name that is none ends the program with one line.

    Raises:
        typer.Exit: there is no such recipe.
    """
    from unspoken import recipes
    from unspoken.cli import terminal
    from unspoken.errors import BadPipeline

    try:
        recipes.stages(name := recipes.DEFAULT if name is None else name)
    except BadPipeline as error:
        terminal.remark("--recipe", str(error))
        raise typer.Exit(2) from None
    return name


def helper_asked(url: str | None, model: str | None) -> Helper | None:
    """The helper that is to be asked, if any. What is no helper of this machine ends the program with one line.

    Raises:
        typer.BadParameter: an address without a model, or a model without an address.
        typer.Exit: the address is no address, or not one of this machine.
    """
    if url is None and model is None:
        return None
    if not url or not model:
        given, lacking = ("--helper", "--helper-model NAME") if url else ("--helper-model", "--helper URL")
        raise typer.BadParameter(f"it needs {lacking} beside it", param_hint=given)
    from unspoken.cli import terminal
    from unspoken.errors import BadHelper
    from unspoken.helper import Helper
    from unspoken.helper.endpoint import Endpoint

    try:
        Endpoint(url, model)
    except BadHelper as error:
        terminal.remark("--helper", str(error))
        raise typer.Exit(2) from None
    return Helper(url, model)
