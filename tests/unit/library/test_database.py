"""The file itself: older versions, foreign and broken files, several processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.stories.wrong_door import story
from tests.unit.library.made import made, sequel, written
from unspoken.errors import BadLibrary
from unspoken.library import Library, database, schema
from unspoken.library.place import usual_path


def older(path: Path, version: int) -> None:
    """A library with a work in it, as an earlier version of the program made it."""
    with Library(path) as shelf:
        shelf.add_story(story(), "door")
    db = sqlite3.connect(path, isolation_level=None)
    later = [
        statement.split()[2] for step in schema.STEPS[version:] for statement in step if "CREATE TABLE" in statement
    ]
    for table in later:
        db.execute(f"DROP TABLE {table}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_library_of_any_version_is_brought_up_to_date(path: Path, version: int) -> None:
    older(path, version)
    with Library(path) as shelf:
        assert [work.name for work in shelf.list()] == ["door"]
        assert shelf.search("quotes", "umbrella")[0].who == "June"
        shelf.add_story(sequel(), "bergen")
        shelf.link("Nell@door", "Nell@bergen")
    assert tables(path) == tables_of_a_new_one(path.parent)


def tables(path: Path) -> list[tuple[str, str]]:
    db = sqlite3.connect(path)
    found = db.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name").fetchall()
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    db.close()
    return found


def tables_of_a_new_one(folder: Path) -> list[tuple[str, str]]:
    database.made(folder / "new.sqlite")
    return tables(folder / "new.sqlite")


def test_a_step_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older(path, 1)
    monkeypatch.setattr(database, "STEPS", (schema.STEPS[0], (*schema.STEPS[1], "CREATE TABLE works (id)")))
    with pytest.raises(BadLibrary), Library(path) as shelf:
        shelf.list()
    monkeypatch.undo()
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'links'").fetchone()
    db.close()


def other_program(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipes (name)")
    db.commit()
    db.close()


def newer(path: Path) -> None:
    database.made(path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


def damaged(path: Path) -> None:
    with Library(path) as shelf:
        shelf.add_story(story(), "door")
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


def cut_off(path: Path) -> None:
    damaged(path)
    path.write_bytes(path.read_bytes()[:3000])


ASKED: tuple[Callable[[Library], object], ...] = (
    Library.list,
    lambda shelf: shelf.search("text", "umbrella"),
    lambda shelf: shelf.add_story(sequel(), "bergen"),
)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (other_program, "no library of works"), (newer, "newer Unspoken"), (damaged, "broken"), (cut_off, "broken"),
        (lambda path: path.write_bytes(b""), "no library of works"),
        (lambda path: path.write_text("Dear diary,\n" * 99), "no library of works"),
        (lambda path: path.mkdir(), "cannot be opened"),
    ],
    ids=["other", "newer", "damaged", "cut", "empty", "text", "folder"],
)  # fmt: skip
def test_a_file_that_is_no_good_is_told_of_in_one_line_and_not_touched(
    path: Path, make: Callable[[Path], object], says: str
) -> None:
    path.parent.mkdir()
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for ask in ASKED:
        with Library(path) as shelf, pytest.raises(BadLibrary, match=says) as caught:
            ask(shelf)
        assert "\n" not in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else None)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_python_without_full_text_search_is_told_of(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Bare(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            if "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *values)  # type: ignore[arg-type]

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **options: connect(*given, factory=Bare, **options))
    with pytest.raises(BadLibrary, match="no full-text search"), Library(path) as shelf:
        shelf.add_story(story(), "door")
    assert list(path.parent.iterdir()) == []


def test_somebody_who_writes_for_long_is_told_of(shelf: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    other = sqlite3.connect(shelf.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Library(shelf.path) as second:
        assert len(second.list()) == 2  # who reads does not wait
        with pytest.raises(BadLibrary, match="another program"):
            second.remove("door")
    other.close()
    assert len(shelf.list()) == 2


ADD = """
import sys
from pathlib import Path
from unspoken.library import Library
with Library(sys.argv[1]) as shelf:
    for file in sorted(Path(sys.argv[2]).iterdir()):
        print(shelf.add(file).outcome)
"""


def test_two_processes_add_the_same_works_at_once(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "works"
    folder.mkdir()
    for number in range(12):
        written(folder / f"work-{number:02}.json", made(f"Nell counted to {number}.\n\n“And now?” said Ivo."))
    command = [sys.executable, "-c", ADD, str(path), str(folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    told = [process.communicate(timeout=60) for process in running]
    assert [error for _, error in told] == ["", ""]
    outcomes = [outcome for out, _ in told for outcome in out.split("\n") if outcome]
    assert sorted(outcomes) == ["added"] * 12 + ["there already"] * 12
    with Library(path) as shelf:
        assert [work.name for work in shelf.list()] == [f"work-{number:02}" for number in range(12)]
        assert len(shelf.search("text", "counted", limit=100)) == 12
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("environment", "platform", "place"),
    [
        ({"UNSPOKEN_LIBRARY": "mine.db", "XDG_DATA_HOME": "/data"}, "linux", "mine.db"),
        ({"XDG_DATA_HOME": "/data"}, "linux", "/data/unspoken/library.sqlite"),
        ({"XDG_DATA_HOME": "data"}, "linux", "/home/ada/.local/share/unspoken/library.sqlite"),
        ({}, "darwin", "/home/ada/Library/Application Support/unspoken/library.sqlite"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local/unspoken/library.sqlite"),
        ({}, "win32", "/home/ada/AppData/Local/unspoken/library.sqlite"),
    ],
)
def test_the_usual_place_is_that_of_the_platform(environment: dict[str, str], platform: str, place: str) -> None:
    assert usual_path(environment, platform, Path("/home/ada")).as_posix() == place


def test_a_library_that_cannot_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "STEPS", ((*schema.STEPS[0], "no statement"),))
    with pytest.raises(BadLibrary), Library(path) as shelf:
        shelf.add_story(story(), "door")
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 5000, "\0", "file/library.sqlite"])
def test_a_place_where_no_file_can_be_is_told_of(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    for ask in ASKED:
        with Library(tmp_path / name) as shelf, pytest.raises(BadLibrary):
            ask(shelf)
