"""``unspoken open FILE``"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from unspoken.cli.options import Corrections, Debug, Recipe, SpeakerThreshold, recipe_named

if TYPE_CHECKING:
    from socket import socket as Socket

    from unspoken.web.session import Session
    from unspoken.web.work import Work

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="A story in any format, or what `unspoken read --json` wrote.")
]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="Listen here, not on any free port.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Only print the address; do not open a browser.")]
PATIENCE = 1.0  # seconds for a stage that runs when the program is stopped


def open_in_browser(
    file: File,
    port: Port = 0,
    no_browser: NoBrowser = False,
    recipe: Recipe = None,
    corrections: Corrections = None,
    speaker_threshold: SpeakerThreshold = None,
    debug: Debug = False,
) -> None:
    """Read a story in the browser: its text with all that is found in it, to be looked through and corrected.

    Prints an address on this machine and serves it until Ctrl-C. Nothing leaves the machine.
    """
    from unspoken.cli import terminal
    from unspoken.cli.work import BAD
    from unspoken.errors import UnspokenError
    from unspoken.web.server import listening
    from unspoken.web.work import opened

    chosen = recipe_named(recipe)
    try:
        work = opened(file, recipe=chosen, corrections=corrections, threshold=speaker_threshold)
        socket = listening(port)
    except UnspokenError as error:
        terminal.remark("", str(error))
        raise typer.Exit(BAD) from None
    _leave(_serve(work, socket, file, browser=not no_browser, debug=debug))


def _serve(work: Work, socket: Socket, file: Path, *, browser: bool, debug: bool) -> Session:
    """Serve until Ctrl-C.

    Returns:
        The session, which is stopped.
    """
    import time
    from contextlib import suppress
    from secrets import token_urlsafe

    from unspoken.cli import terminal
    from unspoken.cli.progress import Pace
    from unspoken.cli.work import fault
    from unspoken.errors import UnspokenError
    from unspoken.web.security import Door
    from unspoken.web.server import Server
    from unspoken.web.session import Session

    def tell(error: Exception) -> None:
        if isinstance(error, UnspokenError):
            terminal.remark(str(file), str(error))
        else:
            fault(str(file), error, debug=debug)

    door = Door(socket.getsockname()[1], token_urlsafe(32))
    session = Session(work, tell, Pace(file.stat().st_size, time.monotonic()))
    with suppress(KeyboardInterrupt):
        terminal.say(f"{door.address} (Ctrl-C stops it)\n")
        session.start()
        if browser:
            door.ticket = token_urlsafe(32)
            _show(door.address_with(door.ticket))
        Server(session, door, tell).run([socket])
    return session


def _show(address: str) -> None:
    """Open a browser, in a thread of its own: one in the terminal would keep us from serving it."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _leave(session: Session) -> NoReturn:
    """End with 0, since Ctrl-C is the way to end this; or as `unspoken read` does where a story cannot be read."""
    from unspoken.cli.work import BAD, GOOD, OURS
    from unspoken.web.session import FAULT

    state = session.state
    code = GOOD if state.status != "failed" else OURS if state.error == FAULT else BAD
    if not session.stop(PATIENCE):
        sys.stdout.flush()
        os._exit(code)  # a stage that takes long is not waited for; it writes nothing
    raise typer.Exit(code)
