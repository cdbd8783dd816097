"""``unspoken show OUT.json...``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unspoken.cli.inputs import Input
from unspoken.cli.options import Debug, Everything, Html, Only, Options, Quiet, sections

if TYPE_CHECKING:
    from unspoken.pipeline import Progress
    from unspoken.story import Story

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
    raise typer.Exit(work(files, frozenset({".json"}), _load, options))


def _load(item: Input, progress: Progress | None) -> Story:
    from unspoken.exports.json import decode, load

    if item.path is not None:
        return load(item.path)
    import sys

    return decode(sys.stdin.buffer.read(), item.name)
