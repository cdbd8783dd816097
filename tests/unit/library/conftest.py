"""A library with two works of a series in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.wrong_door import story
from tests.unit.library.made import sequel
from unspoken.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shelf" / "library.sqlite"


@pytest.fixture
def shelf(path: Path) -> Iterator[Library]:
    with Library(path) as library:
        library.add_story(story(), "door")
        library.add_story(sequel(), "bergen")
        yield library
