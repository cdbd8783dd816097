"""Which files the arguments name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unspoken.cli.inputs import STORIES, gather


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.EPUB", "notes.xlsx", ".hidden.txt", "deep/c.md", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    return tmp_path


def test_folders_are_searched_in_order_for_what_can_be_read(shelf: Path) -> None:
    inputs, errors = gather([str(shelf)], STORIES)
    assert [Path(i.name).name for i in inputs] == ["a.EPUB", "b.txt", "c.md"]
    assert not errors


def test_a_file_is_read_once_and_whatever_its_name_is_where_it_is_named(shelf: Path) -> None:
    inputs, _ = gather([str(shelf / "b.txt"), str(shelf), str(shelf / "notes.xlsx")], STORIES)
    assert [i.stem for i in inputs] == ["b", "a", "c", "notes"]


def test_what_is_missing_is_told_and_stops_nothing(shelf: Path) -> None:
    inputs, errors = gather([str(shelf / "z.txt"), str(shelf / "b.txt"), str(shelf / ".git"), "a\0b"], STORIES)
    assert [i.stem for i in inputs] == ["b", "d"]
    assert len(errors) == 2


def test_a_folder_without_stories_is_told(tmp_path: Path) -> None:
    inputs, (error,) = gather([str(tmp_path)], STORIES)
    assert not inputs
    assert "no file in it can be read" in str(error)


def test_standard_input_has_a_name_to_be_written_under() -> None:
    (item,), _ = gather(["-", "-"], STORIES)
    assert (item.path, item.stem) == (None, "standard-input")


def test_no_name_is_not_the_folder_that_one_stands_in() -> None:
    inputs, (error,) = gather([""], STORIES)
    assert not inputs
    assert "the name is empty" in str(error)


def test_a_folder_that_is_closed_is_told_and_the_rest_is_read(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    inputs, (error,) = gather([str(shelf)], STORIES)
    assert [Path(i.name).name for i in inputs] == ["a.EPUB", "b.txt"]
    assert "deep: cannot be opened (Permission denied)" in str(error)
