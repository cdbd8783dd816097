"""What reaches the person at the terminal: pages on standard output, one-line messages on standard error."""

from __future__ import annotations

import os
import shutil
import sys
from typing import NoReturn

from unspoken.errors import BadOutput
from unspoken.exports.outline.guide import printable

WIDEST = 110


def say(text: str) -> None:
    """Print text; where nobody listens any more, end silently as other tools do."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        nobody_listens()
    except OSError as error:
        raise _unwritten(error) from None


def say_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        nobody_listens()
    except OSError as error:
        raise _unwritten(error) from None


def nobody_listens() -> NoReturn:
    """End as a shell reports a process that wrote into a closed pipe (128 + SIGPIPE)."""
    _drop_output()
    raise SystemExit(141)


def _unwritten(error: OSError) -> BadOutput:
    _drop_output()  # what is still held back would fail once more at the end of the program
    return BadOutput(
        f"standard output: cannot be written ({error.strerror or error}); make room, or name another place"
    )


def _drop_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def remark(name: str, message: str) -> None:
    """One line on standard error: ``unspoken: NAME: MESSAGE``."""
    name, message = printable(name), printable(message)
    for known in (name, os.path.basename(name)):
        message = message.removeprefix(f"{known}: ")
    sys.stderr.write(f"unspoken: {name}: {message}\n" if name else f"unspoken: {message}\n")
    sys.stderr.flush()


def width() -> int | None:
    """Columns of the terminal; None where standard output is none."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else None


def colourful() -> bool:
    """Whether styles are welcome on standard output."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
