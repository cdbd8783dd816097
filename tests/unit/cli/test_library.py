"""``unspoken library``: what its commands print, and what they say where nothing can be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import unspoken
from tests.stories.wrong_door import story as door
from tests.unit.library.made import sequel, written
from unspoken.cli.app import app
from unspoken.cli.library.hits import LONGEST, listing
from unspoken.library import Hit


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "library.sqlite"
    monkeypatch.setenv("UNSPOKEN_LIBRARY", str(path))
    return path


@pytest.fixture
def filled(tmp_path: Path) -> list[Path]:
    files = [written(tmp_path / "door.json", door()), written(tmp_path / "bergen.json", sequel())]
    assert run("add", *map(str, files))[0] == 0
    return files


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["library", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_works_are_added_listed_shown_and_removed(filled: list[Path], tmp_path: Path) -> None:
    assert [line.partition(":")[0] for line in run("list")[1].splitlines()] == [
        "bergen (The Quay, by A. Nonymous)",
        "door (The Wrong Door, by A. Nonymous)",
    ]
    assert "June" in run("show", "door", "--only", "cast")[1]
    assert run("show", "The Wrong Door", "--json", str(tmp_path / "out.json"))[:2] == (0, "")
    assert unspoken.load(tmp_path / "out.json") == door()
    assert run("remove", "door") == (0, "", "unspoken: door is no longer in the library\n")
    assert len(run("list", "--json")[1].splitlines()) == 1
    assert run("remove", "door")[0] == 2


def test_a_story_is_read_once_and_a_bad_file_does_not_stop_the_rest(story: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, error = run("add", str(empty), str(story), "--recipe", "fast")
    assert (code, out) == (2, "")
    assert "empty.txt" in error
    assert f"{story}: added as late" in error
    assert "there already as late" in run("add", str(story), "--recipe", "fast")[2]
    assert run("add", str(story), "--recipe", "fast", "--quiet") == (0, "", "")


def test_a_hit_shows_work_scene_people_and_words(filled: list[Path]) -> None:
    code, out, _ = run("search", "quotes", "umbrella", "--speaker", "June")
    assert code == 0
    assert out.startswith("door, scene 2: June to Nell\n    … ")
    assert "[umbrella]" in out
    (hit,) = map(json.loads, run("search", "quotes", "umbrella", "--json")[1].splitlines())
    assert (hit["work"], hit["scene"], hit["who"], hit["whom"]) == ("door", 2, "June", ["Nell"])
    assert run("search", "quotes", "zeppelin")[:2] == (0, "nothing was found\n")


def test_several_words_in_the_quotes_of_the_shell_stand_side_by_side(filled: list[Path]) -> None:
    assert "[ferry strike]" in run("search", "text", "ferry strike")[1]
    assert run("search", "text", "strike ferry")[1] == "nothing was found\n"
    assert "ferry" in run("search", "text", "strike", "ferry")[1]


def test_gaps_show_all_words_that_they_rest_on(filled: list[Path]) -> None:
    out = run("search", "gaps", "--open")[1]
    assert out.splitlines()[0].startswith("door, scene 2: Nell does not know")
    assert "    truth: “Has she read it?" in out
    assert "belief: " in run("search", "gaps", "--person", "Ivo")[1]


def test_more_than_is_shown_is_told(filled: list[Path]) -> None:
    out = run("search", "quotes", "--limit", "2")[1]
    assert out.endswith("There is more than these 2; --limit N shows more.\n")
    assert "There is more" not in run("search", "quotes", "--limit", "100")[1]


def test_people_are_linked_and_unlinked(filled: list[Path]) -> None:
    told = run("recurring")[1]
    assert told.startswith("Nobody is linked.\n")
    assert "Nell@bergen, Nell@door" in told
    assert run("link", "Nell@door", "Nell@bergen")[0] == 0
    assert run("recurring")[1].startswith("One and the same:\n  Nell@bergen, Nell@door\n")
    assert [json.loads(line)["linked"] for line in run("recurring", "--json")[1].splitlines()] == [True, False]
    assert run("unlink", "Nell@door", "Nell@bergen")[0] == 0
    assert run("recurring")[1] == told


@pytest.mark.parametrize(
    "asked",
    [
        ("list",), ("search", "quotes"), ("show", "door"), ("remove", "door"), ("link", "A@b", "C@d"), ("recurring",),
        ("search", "looks"), ("search", "text", "a", "--speaker", "June"), ("search", "gaps", "--emotion", "love"),
        ("search", "quotes", "--speaker", "A", "--person", "B"), ("show", "door", "--only", "colours"),
        ("add", "no such file"), ("add", "-"), ("search", "quotes", "--limit", "0"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_ends_with_exit_code_2(asked: tuple[str, ...], place: Path) -> None:
    code, out, error = run(*asked)
    assert (code, out) == (2, "")
    assert error
    assert "Traceback" not in error
    assert not place.parent.exists()


def test_another_place_can_be_named(filled: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    assert run("add", str(filled[0]), "--library", str(other), "--quiet") == (0, "", "")
    assert len(run("list", "--library", str(other))[1].splitlines()) == 1


def hit(words: str, marks: tuple[tuple[int, int], ...]) -> Hit:
    return Hit("text", "w\x1b", None, 1, 0, 9, None, (), None, None, None, None, "", words, "", marks)


@pytest.mark.parametrize("place", [0, 50, LONGEST, 2 * LONGEST, 5 * LONGEST])
def test_long_words_are_cut_around_what_was_found(place: int) -> None:
    words = "so " * (place // 3) + "here " + "on " * LONGEST
    start = words.index("here")
    out = listing([hit(words, ((start, start + 4),))], more=False, width=80, colour=False)
    assert "[here]" in out
    assert len(out) < 2 * LONGEST
    assert "\x1b" not in out


def test_words_without_spaces_are_cut_as_well() -> None:
    out = listing([hit("x" * 5000, ())], more=False, width=80, colour=True)
    assert len(out) < 2 * LONGEST
    assert "\x1b[1mxx" in out
