"""What the tests of several commands start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.test_commands import STORY


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story in a file."""
    path = tmp_path / "late.txt"
    path.write_text(STORY, encoding="utf-8")
    return path
