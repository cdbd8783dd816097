"""Where results are written: never over an input, each under a name of its own, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.cli.inputs import Input
from unspoken.cli.outputs import targets, write_whole
from unspoken.errors import BadOutput


def named(*stems: str) -> list[Input]:
    return [Input(f"{i}/{stem}.txt", stem, Path(f"{i}/{stem}.txt")) for i, stem in enumerate(stems)]


def names(*stems: str) -> list[str]:
    return [path.name for path in targets(named(*stems), "out/", ".json", single=False) if path]


def test_equal_names_are_told_apart_and_names_that_are_there_are_kept() -> None:
    assert names("a", "b") == ["a.json", "b.json"]
    assert names("a", "a", "A", "a-2") == ["a.json", "a-3.json", "A-4.json", "a-2.json"]


@given(st.lists(st.sampled_from(["a", "A", "a-2", "a-2-2", "b"]), max_size=8))
def test_names_are_distinct_whatever_the_case(stems: list[str]) -> None:
    made = [name.casefold() for name in names(*stems)]
    assert len(made) == len(stems) == len(set(made))


def test_one_input_is_written_to_a_file_or_into_a_folder(tmp_path: Path) -> None:
    item = named("a")
    assert targets(item, "out.json", ".json", single=True) == [Path("out.json")]
    assert targets(item, str(tmp_path), ".json", single=True) == [tmp_path / "a.json"]
    assert targets(item, None, ".json", single=True) == [None]


def test_several_inputs_need_a_folder() -> None:
    with pytest.raises(BadOutput, match="name a folder"):
        targets(named("a", "b"), "out.json", ".json", single=False)


def test_what_is_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("words")
    (tmp_path / "link.html").symlink_to(path)
    item = [Input(str(path), "a", path)]
    for option in (str(path), f"{tmp_path}/", str(tmp_path / "link.html")):
        with pytest.raises(BadOutput, match="not written over"):
            targets(item, option, ".html", single=True)


def test_folders_are_made_and_nothing_is_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "x" / "y" / "a.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert os.listdir(path.parent) == ["a.json"]


def test_where_writing_fails_the_old_file_stays_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(BadOutput, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_an_interruption_just_when_a_file_was_moved_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, replace = tmp_path / "a.json", os.replace

    def interrupted(old: str, new: Path) -> None:
        replace(old, new)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadOutput, match="cannot be written"):
        write_whole(tmp_path / "file" / "a.json", b"")


def test_a_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "a.json"
    link.symlink_to(tmp_path / "elsewhere" / "b.json")
    for data in (b"one", b"two"):
        write_whole(link, data)
        assert link.is_symlink()
        assert (tmp_path / "elsewhere" / "b.json").read_bytes() == data
    assert os.listdir(tmp_path / "elsewhere") == ["b.json"]


def test_links_in_a_circle_are_told_and_stay(tmp_path: Path) -> None:
    circle = tmp_path / "a.json"
    circle.symlink_to(circle)
    with pytest.raises(BadOutput, match="cannot be written"):
        write_whole(circle, b"")
    assert circle.is_symlink()
    assert targets(named("a"), str(circle), ".json", single=True) == [circle]


def test_nothing_to_read_is_nothing_to_write() -> None:
    assert targets([], "out.json", ".json", single=True) == []


def test_a_name_that_is_too_long_is_told() -> None:
    with pytest.raises(BadOutput, match="cannot be a file"):
        targets(named("a"), "x" * 5000, ".json", single=True)
