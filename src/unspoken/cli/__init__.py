"""The command line: one file a command."""

from __future__ import annotations


def main() -> None:
    """Run the command line: exit code 0 all good, 1 a fault of ours, 2 bad input or usage, 130 interrupted."""
    import sys

    try:
        from unspoken.cli.app import app

        for stream in (sys.stdout, sys.stderr):
            if hasattr(
                stream, "reconfigure"
            ):  # a file's name or a story may hold what the terminal's encoding does not
                stream.reconfigure(errors="replace")
        app(prog_name="unspoken")
    except KeyboardInterrupt:
        sys.exit(130)
