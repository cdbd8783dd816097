"""What all commands of the library share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from unspoken.library import Library

Place = Annotated[
    Path | None,
    typer.Option("--library", metavar="PATH", help="The library's file, if it is not the usual one."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Name = Annotated[str, typer.Argument(metavar="WORK", help="The name of a work, or its title.")]


@contextmanager
def library(path: Path | None, debug: bool = False) -> Iterator[Library]:
    """The library that is asked for; errors end the program with one line.

    Raises:
        typer.Exit: with 2 for what a user can mend, 1 for a fault of ours, 130 where Ctrl-C was pressed.
    """
    from unspoken.cli import terminal
    from unspoken.cli.work import BAD, INTERRUPTED, OURS, fault
    from unspoken.errors import UnspokenError
    from unspoken.library import Library

    try:
        with Library(path) as opened:
            yield opened
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(BAD) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except (typer.Exit, typer.BadParameter):
        raise
    except Exception as error:
        fault("library", error, debug=debug)
        raise typer.Exit(OURS) from None
