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


def _prepare() -> None:
    """Ready the process for long work, before numpy is imported: cores for what needs them, not for small products, and
    few searches for circles among its records, which have none."""
    import gc
    import os

    from unspoken.threads import ONE_FOR_PRODUCTS

    for name, value in ONE_FOR_PRODUCTS.items():
        os.environ.setdefault(name, value)
    gc.set_threshold(50_000)


def main() -> None:
    """Run the command line: exit code 0 all good, 1 a fault of ours, 2 bad input or usage, 130 interrupted."""
    import sys

    try:
        _prepare()
        from unspoken.cli.app import app

        _mend_streams()
        app(prog_name="unspoken")
    except KeyboardInterrupt:
        sys.exit(130)
