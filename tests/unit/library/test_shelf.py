"""Works in a library: read once, read again when something changed, kept whole, linked, taken out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from tests.stories.wrong_door import story
from tests.unit.library.made import SEQUEL, made, sequel, written
from unspoken import reading, recipes, version
from unspoken.errors import BadInput, BadLibrary, UnspokenError
from unspoken.library import Library, fingerprint
from unspoken.pipeline import Stage
from unspoken.story import Story


@dataclass
class Reader:
    """Stands for the reading of a file: quick, and it counts."""

    times: int = 0
    names: tuple[str, ...] = ("Nell", "Ivo")

    def __call__(self, path: Path, **_: object) -> Story:
        self.times += 1
        told = made(path.read_text(encoding="utf-8"), self.names)
        digest = fingerprint.text_digest(path)
        return msgspec.structs.replace(told, source=msgspec.structs.replace(told.source, sha256=digest))


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    counting = Reader()
    monkeypatch.setattr(reading, "read", counting)
    return counting


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quay.txt"
    path.write_text(SEQUEL, encoding="utf-8")
    return path


def test_a_work_is_read_once(path: Path, file: Path, reader: Reader) -> None:
    with Library(path) as shelf:
        outcomes = [shelf.add(file).outcome for _ in range(3)]
    assert (outcomes, reader.times) == (["added", "there already", "there already"], 1)


@pytest.mark.parametrize("change", ["text", "corrections", "recipe", "threshold", "stage", "weights", "program"])
def test_a_work_is_read_again_when_what_its_reading_depends_on_changed(
    path: Path, file: Path, reader: Reader, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = dict[str, object]()
    with Library(path) as shelf:
        shelf.add(file)
        match change:
            case "text":
                file.write_text(SEQUEL + " Nell slept.", encoding="utf-8")
            case "corrections":
                file.with_name("quay.unspoken.toml").write_text('[[nobody]]\nname = "Bergen"\n', encoding="utf-8")
            case "recipe":
                options = {"recipe": "fast"}
            case "threshold":
                options = {"speaker_threshold": 0.6}
            case "stage":
                first, *others = recipes.RECIPES["standard"]
                newer = Stage(first.name, first.version + "x", first.reads, first.makes, first.run)
                monkeypatch.setitem(recipes.RECIPES, "standard", (newer, *others))
            case "weights":
                monkeypatch.setattr(fingerprint, "_digests", lambda name: {"upper.npz": name})
            case "program":
                monkeypatch.setattr(fingerprint, "__version__", version.__version__ + "x")
        assert shelf.add(file, **options).outcome == "read again"  # type: ignore[arg-type]
        assert shelf.add(file, **options).outcome == "there already"  # type: ignore[arg-type]
        assert [work.name for work in shelf.list()] == ["quay"]
        assert len(shelf.search("text", "ferry")) == 1
    assert reader.times == 2


def test_a_file_that_was_moved_is_known_and_a_copy_is_not_read(path: Path, file: Path, reader: Reader) -> None:
    with Library(path) as shelf:
        shelf.add(file)
        assert shelf.add(file.rename(file.with_name("harbour.txt"))).outcome == "there already"
        assert [work.name for work in shelf.list()] == ["quay"]
    assert reader.times == 1


def test_what_was_written_down_is_taken_as_it_is(path: Path, tmp_path: Path, reader: Reader) -> None:
    file = written(tmp_path / "door.json", story())
    with Library(path) as shelf:
        assert shelf.add(file).outcome == "added"
        assert shelf.add(file).outcome == "there already"
        assert shelf.story("DOOR") == shelf.story("The wrong door") == story()
        with pytest.raises(BadInput, match="cannot be read in another way"):
            shelf.add(file, recipe="fast")
    assert reader.times == 0


def test_two_works_of_one_name_are_told_apart(path: Path, tmp_path: Path) -> None:
    with Library(path) as shelf:
        for folder, told in (("a", story()), ("b", sequel())):
            (tmp_path / folder).mkdir()
            shelf.add(written(tmp_path / folder / "Draft.json", told))
        assert [work.name for work in shelf.list()] == ["Draft", "Draft-2"]


def test_no_library_is_made_but_by_adding(path: Path, tmp_path: Path) -> None:
    with Library(path) as shelf:
        for ask in (shelf.list, shelf.recurring, shelf.suggestions):
            with pytest.raises(BadLibrary, match="there is no library yet"):
                ask()
        with pytest.raises(UnspokenError):
            shelf.add(tmp_path / "no such.txt")
    assert not path.parent.exists()


def test_a_work_that_is_removed_leaves_no_word(shelf: Library) -> None:
    shelf.link("Nell@door", "Nell@bergen")
    assert shelf.remove("bergen").title == "The Quay"
    assert shelf.recurring() == ()
    assert shelf.search("text", "harbour") == ()
    assert [work.name for work in shelf.list()] == ["door"]
    shelf.close()
    files = [file.read_bytes() for file in shelf.path.parent.iterdir()]
    assert not any(word in data for data in files for word in (b"harbour", b"frozen", b"The Quay"))
    assert any(b"umbrella" in data for data in files)


def test_the_indexes_hold_what_the_tables_hold(shelf: Library) -> None:
    shelf.add_story(msgspec.structs.replace(sequel(), quotes=()), "bergen")  # in the place of the one before
    shelf.remove("door")
    shelf.close()
    db = sqlite3.connect(shelf.path)
    for kind in ("quotes", "feelings", "gaps", "text"):
        db.execute(f"INSERT INTO {kind}_index ({kind}_index, rank) VALUES ('integrity-check', 1)")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert {row[0] for row in db.execute("SELECT DISTINCT kind FROM findings")} == {"text"}
    db.close()


def test_people_are_linked_and_found_together(shelf: Library) -> None:
    assert {hit.work for hit in shelf.search("quotes", person="Nell@door")} == {"door"}
    shelf.link("Nell@door", "nell@The Quay")
    (found,) = shelf.recurring()
    assert (found.name, [str(person) for person in found.people]) == ("Nell", ["Nell@bergen", "Nell@door"])
    assert {hit.work for hit in shelf.search("quotes", person="Nell@door")} == {"door", "bergen"}
    shelf.unlink("Nell@bergen", "Nell@door")
    assert shelf.recurring() == ()
    with pytest.raises(BadLibrary, match="are not linked"):
        shelf.unlink("Nell@bergen", "Nell@door")


def test_names_are_suggested_and_never_linked(shelf: Library) -> None:
    assert [found.name for found in shelf.suggestions()] == ["Ivo", "Nell"]
    assert shelf.recurring() == ()
    shelf.link("Ivo@door", "Ivo@bergen")
    assert [(found.name, found.linked) for found in shelf.suggestions()] == [("Nell", False)]


def test_no_two_people_of_a_work_become_one(shelf: Library) -> None:
    shelf.link("Nell@door", "Nell@bergen")
    for other in ("June@door", "Nell@door"):
        with pytest.raises(BadLibrary, match="would be one"):
            shelf.link("Nell@bergen" if other != "Nell@door" else "June@door", other)
    assert len(shelf.recurring()[0].people) == 2


@pytest.mark.parametrize("reference", ["Nell", "Nell@nowhere", "Nobody@door", "@door", "", "@"])
def test_somebody_has_to_be_named_for_a_link(shelf: Library, reference: str) -> None:
    with pytest.raises(BadLibrary):
        shelf.link(reference, "Nell@bergen")


def test_links_outlast_a_new_reading_as_far_as_the_people_do(shelf: Library, file: Path, reader: Reader) -> None:
    file.write_text(SEQUEL + " Nell slept.", encoding="utf-8")
    shelf.add(file)
    shelf.link("Nell@door", "Nell@quay")
    shelf.link("Ivo@door", "Ivo@quay")
    file.write_text(SEQUEL.replace("Ivo", "Ove"), encoding="utf-8")
    reader.names = ("Nell", "Ove")
    assert shelf.add(file).lost == ("Ivo",)
    assert [found.name for found in shelf.recurring()] == ["Nell"]
