"""The command line: exit code 0 or 2, errors of one line, no traceback, no file but the one asked for."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from fuzz.case import Target
from fuzz.targets.texts import CHEAP


def check(data: bytes, folder: Path) -> None:
    """A file is read, or exported."""
    from typer.testing import CliRunner

    from unspoken import recipes
    from unspoken.cli.app import app

    path, out = folder / "a 🙂\u202e", folder / "out.json"
    path.write_bytes(data)
    read = ["read", str(path), "--json", str(out), "--quiet"]
    export = ["export", str(path), "--to", "csv", "--out", f"{folder}/o/"]
    words = (read, export)[len(data) % 2]  # one of them: a command takes half a second to be made
    with patch.dict(recipes.RECIPES, {recipes.DEFAULT: CHEAP}):  # put back after it, for whoever runs beside this
        done = CliRunner().invoke(app, words)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code in (0, 2), (done.exit_code, done.stderr)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 3, done.stderr
    assert {p.name for p in folder.iterdir()} <= {path.name, "out.json", "o"}
    assert out.exists() or done.exit_code == 2 or words[0] != "read"


TARGET = Target("commands", check, seconds=8.0, per_megabyte=120.0)
