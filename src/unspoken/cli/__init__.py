"""The command line: one file a command."""

from __future__ import annotations


def _mend_streams() -> None:
    """Give a stream that was closed the null device, and none that trips over what the terminal cannot show."""
    import builtins
    import os
    import sys

    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # not plain open: in this package that may be the command of that name
            setattr(sys, name, builtins.open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a file's name or a story may hold what the terminal's encoding does not
            stream.reconfigure(errors="replace")


def main() -> None:
    """Run the command line: exit code 0 all good, 1 a fault of ours, 2 bad input or usage, 130 interrupted."""
    import sys

    try:
        from unspoken.cli.app import app

        _mend_streams()
        app(prog_name="unspoken")
    except KeyboardInterrupt:
        sys.exit(130)
