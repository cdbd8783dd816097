"""``unspoken show OUT.json...``"""

from __future__ import annotations

from typing import Annotated

import typer

from unspoken.cli.options import Debug, Everything, Html, Only, Options, Quiet, sections
from unspoken.cli.stories import WRITTEN, written

Files = Annotated[
    list[str], typer.Argument(metavar="OUT.json", help="What `unspoken read --json` wrote; - for standard input.")
]


def show(
    files: Files,
    html: Html = None,
    only: Only = None,
    everything: Everything = False,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Print again what was read before."""
    from unspoken.cli.work import work

    options = Options(None, html, sections(only, html), everything, quiet, debug)
    raise typer.Exit(work(files, WRITTEN, written, options))
