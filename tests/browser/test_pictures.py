"""The pictures in the documentation are made by a command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docs.pictures import PICTURES, photographed

SHOWN = Path(__file__).parents[2] / "docs" / "pictures"


def test_the_command_makes_every_picture_that_is_there(chromium: Any, tmp_path: Path) -> None:
    photographed(chromium, tmp_path)
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {path.name for path in SHOWN.iterdir()} == {f"{name}.png" for name in PICTURES}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in tmp_path.iterdir())
