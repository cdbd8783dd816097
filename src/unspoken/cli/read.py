"""``unspoken read FILE...``"""

from __future__ import annotations

from typing import Annotated

import typer

from unspoken.cli.inputs import STORIES
from unspoken.cli.options import (
    Corrections,
    Debug,
    Everything,
    HelperAddress,
    HelperModel,
    Html,
    Only,
    Options,
    Quiet,
    Recipe,
    SpeakerThreshold,
    helper_asked,
    sections,
)
from unspoken.cli.stories import reader

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
    helper: HelperAddress = None,
    helper_model: HelperModel = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Read stories, and tell what is in them.

    Prints their people, what passes between them, their misunderstandings, and their scenes. With --json or --html,
    writes that instead.
    """
    from unspoken.cli.work import work

    options = Options(json, html, sections(only, html), everything, quiet, debug)
    load = reader(recipe, corrections, speaker_threshold, helper_asked(helper, helper_model))
    raise typer.Exit(work(files, STORIES, load, options))
