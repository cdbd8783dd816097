"""``unspoken export``: which files appear where, and what is never written over."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.stories.wrong_door import story
from unspoken import reading
from unspoken.cli.app import app
from unspoken.cli.export import NAMES
from unspoken.exports.json import dump, load
from unspoken.exports.table import FORMATS
from unspoken.story import Story
from unspoken.views.tables import TABLES

TABLE_FILES = sorted(f"door.{name}.csv" for name in TABLES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a story in it as text and as it was written; reading takes no time."""

    def read(source: Path, **_: object) -> Story:
        return story()

    monkeypatch.setattr(reading, "read", read)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "door.txt").write_text("“You came,” said Ivo.\n", encoding="utf-8")
    (tmp_path / "models").mkdir()
    dump(story(), tmp_path / "models" / "door.json")
    return tmp_path


def export(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["export", *arguments])


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != "door.txt")


@pytest.mark.parametrize("source", ["door.txt", "models/door.json"])
def test_files_are_named_after_the_story_and_stand_in_the_current_folder(folder: Path, source: str) -> None:
    done = export(source, "--to", "html,csv")
    assert done.exit_code == 0
    assert made(folder) == sorted([*TABLE_FILES, "door.html"])
    assert done.stdout == ""
    assert "wrote 18 files to the current folder" in done.stderr


def test_formats_may_be_named_one_by_one_and_twice(folder: Path) -> None:
    assert export("models/door.json", "--to", "html", "--to", "JSON,html", "--quiet").exit_code == 0
    assert made(folder) == ["door.html", "door.json"]
    assert load(folder / "door.json") == story()


def test_what_a_file_is_is_told_by_its_content(folder: Path) -> None:
    os.rename("models/door.json", "models/door.story")
    assert export("models/door.story", "--to", "json").exit_code == 0
    (folder / "brace.txt").write_text("{Ada} went home.\n", encoding="utf-8")
    assert export("brace.txt", "--to", "json").exit_code == 0
    (folder / "cut.json").write_text('{"unspoken":"1","source":{"na', encoding="utf-8")
    (folder / "other.json").write_text('{"name": "x"}', encoding="utf-8")
    (folder / "list.json").write_text('["Ada", "went", "home"]', encoding="utf-8")
    for bad in ("cut.json", "other.json", "list.json"):
        done = export(bad, "--to", "html")
        assert (done.exit_code, len(done.stderr.strip().splitlines())) == (2, 1)
        assert "not a story document" in done.stderr


def test_what_was_written_may_come_from_standard_input(folder: Path) -> None:
    data = Path("models/door.json").read_bytes()
    done = CliRunner().invoke(app, ["export", "-", "--to", "json"], input=data)
    assert done.exit_code == 0
    assert load(folder / "standard-input.json") == story()


def test_a_file_that_is_there_is_kept_and_then_nothing_is_written(folder: Path) -> None:
    (folder / "door.gaps.csv").write_text("mine")
    done = export("door.txt", "--to", "html,csv")
    assert done.exit_code == 2
    assert "door.gaps.csv: it is there already; add --force" in done.stderr
    assert made(folder) == ["door.gaps.csv"]
    assert export("door.txt", "--to", "html,csv", "--force").exit_code == 0
    assert (folder / "door.gaps.csv").read_text().startswith("work,")


def test_one_input_whose_files_are_there_keeps_the_others_from_being_written(folder: Path) -> None:
    (folder / "ada.txt").write_text("Ada wept.\n", encoding="utf-8")
    (folder / "out").mkdir()
    (folder / "out" / "door.html").write_text("mine")
    assert export("ada.txt", "door.txt", "--to", "html", "--out", "out").exit_code == 2
    assert os.listdir("out") == ["door.html"]


@pytest.mark.parametrize("link", ["", "symbolic", "hard"])
def test_what_is_read_is_never_written_over(folder: Path, link: str) -> None:
    source = "models/door.json"
    before = Path(source).read_bytes()
    if link == "symbolic":
        Path("door.json").symlink_to(source)
    elif link == "hard":
        os.link(source, "door.json")
    out = [] if link else ["--out", "models"]
    done = export(source, "--to", "json", "--force", *out)
    assert done.exit_code == 2
    assert "it is read, so it is not written over" in done.stderr
    assert Path(source).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "option"), [("mine.toml", ["--corrections", "mine.toml"]), ("door.unspoken.toml", [])]
)
def test_corrections_are_read_too(folder: Path, name: str, option: list[str]) -> None:
    Path(name).write_text("")
    assert export("door.txt", "--to", "html", *option, "--out", name, "--force").exit_code == 2
    assert Path(name).read_text() == ""


def test_equal_names_are_told_apart(folder: Path) -> None:
    assert export("door.txt", "models", "--to", "html", "--out", "pages").exit_code == 0
    assert made(folder / "pages") == ["door-2.html", "door.html"]


def test_files_of_two_stories_that_would_be_one_are_refused(folder: Path) -> None:
    Path("door.book.txt").write_text("Ada wept.\n", encoding="utf-8")
    done = export("door.txt", "door.book.txt", "--to", "html,booknlp")
    assert done.exit_code == 2
    assert "door.book.html: two files would be written to it" in done.stderr


def test_one_file_may_have_a_name_of_its_own_and_several_want_a_folder(folder: Path) -> None:
    assert export("door.txt", "--to", "html", "--out", "deep/down/page.htm").exit_code == 0
    assert Path("deep/down/page.htm").read_bytes().startswith(b"<!")
    assert export("door.txt", "--to", "csv", "--out", "tables").exit_code == 0
    assert made(folder / "tables") == TABLE_FILES
    for bad in ("tables.csv", "-", "", "door.txt/x"):
        done = export("door.txt", "--to", "csv", "--out", bad)
        assert (done.exit_code, len(done.stderr.strip().splitlines())) == (2, 1)


def test_one_file_may_be_printed(folder: Path) -> None:
    done = export("door.txt", "--to", "json", "--out", "-", "--quiet")
    assert json.loads(done.stdout)["unspoken"] == "1"
    assert made(folder) == []


def test_options_of_reading_cannot_be_followed_where_nothing_is_read(folder: Path) -> None:
    done = export("models/door.json", "--to", "html", "--speaker-threshold", "0.9")
    assert done.exit_code == 2
    assert "it was read before, so --speaker-threshold cannot be followed" in done.stderr


def test_one_bad_input_stops_nothing(folder: Path) -> None:
    done = export("nowhere.txt", "door.txt", "--to", "html")
    assert done.exit_code == 2
    assert "nowhere.txt: there is no such file or folder" in done.stderr
    assert made(folder) == ["door.html"]


@pytest.mark.parametrize(("to", "hint"), [("htlm", "did you mean 'html'?"), (" , ", "names no format")])
def test_a_format_that_is_none_is_named_before_anything_is_read(folder: Path, to: str, hint: str) -> None:
    done = export("door.txt", "--to", to)
    assert done.exit_code == 2
    assert hint in " ".join(done.stderr.split())


def test_the_help_names_every_format() -> None:
    assert tuple(FORMATS) == NAMES
