"""The program's own options, and the table of its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from unspoken.cli import fix, library
from unspoken.cli.compare import compare
from unspoken.cli.corpus import corpus
from unspoken.cli.evaluate import evaluate
from unspoken.cli.export import export
from unspoken.cli.licences import licences
from unspoken.cli.notes import notes
from unspoken.cli.open import open_in_browser
from unspoken.cli.read import read
from unspoken.cli.show import show
from unspoken.version import __version__

app = typer.Typer(
    help="Reads fiction and rebuilds it as a model of its people: what they say, feel, believe, and leave unsaid.",
    epilog="Everything runs on your own machine, and nothing leaves it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"unspoken {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """What every command shares; typer shows the help text given above."""


app.command()(read)
app.command()(show)
app.command()(export)
app.command()(compare)
app.command()(notes)
app.command()(corpus)
app.command()(evaluate)
app.command()(licences)
app.command("open")(open_in_browser)
app.add_typer(fix.app, name="fix")
app.add_typer(library.app, name="library")
