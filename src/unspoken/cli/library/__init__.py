"""``unspoken library ...``: works that were read, kept in one file and searched together."""

from __future__ import annotations

import typer

from unspoken.cli.library.add import add
from unspoken.cli.library.people import link, recurring, unlink
from unspoken.cli.library.search import search
from unspoken.cli.library.works import remove, show, works

app = typer.Typer(
    help="Keep works in a library: each is read once, and all are searched together.",
    no_args_is_help=True,
)
app.command()(add)
app.command("list")(works)
app.command()(search)
app.command()(show)
app.command()(link)
app.command()(unlink)
app.command()(recurring)
app.command()(remove)
