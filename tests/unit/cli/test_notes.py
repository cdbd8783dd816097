"""``unspoken notes``: what it prints, what it leaves out, and what it says where nothing can be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import unspoken
from tests.unit.notes.made import story as made
from unspoken.cli.app import app
from unspoken.cli.listing import listing
from unspoken.notes import KINDS, first_reader

FAULTS = "Ada sat down.\n\n" + "\n\n".join(f"“I am number {n}.\n\nAda sat down." for n in range(8))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A story as it was written down, with eight marks missing."""
    path = tmp_path / "faulty.json"
    unspoken.dump(made(FAULTS, speakers=["Ada"] * 8), path)
    return path


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["notes", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_notes_are_printed_by_kind_with_their_passages(faulty: Path) -> None:
    code, out, _ = run(str(faulty), "--quiet")
    assert code == 0
    assert "faulty.json: 8 notes" in out
    assert "U202 marks: quotation marks that are never closed" in out
    assert "“I am number 0." in out
    assert "\x1b" not in out


def test_many_of_a_kind_are_cut_and_all_are_shown_on_demand(faulty: Path) -> None:
    assert "… and 3 notes more of this kind (--all shows everything)" in run(str(faulty), "--quiet")[1]
    everything = run(str(faulty), "--all", "--quiet")[1]
    assert "notes more" not in everything
    assert everything.count("is never closed.") == 8


def test_json_leaves_nothing_out_and_has_the_words(faulty: Path) -> None:
    code, out, _ = run(str(faulty), str(faulty.parent), "--json", "--quiet")
    (line,) = out.splitlines()
    told = json.loads(line)
    assert code == 0
    assert len(told["notes"]) == 8
    note = told["notes"][0]
    assert (note["code"], note["kind"], note["severity"]) == ("U202", "marks", "slip")
    assert note["passages"] == [{"start": 15, "end": 30, "words": "“I am number 0."}]


@pytest.mark.parametrize("asked", [("--silence", "U202"), ("--silence", "U3,marks"), ("--only", "U1,time")])
def test_kinds_are_silenced_and_chosen(faulty: Path, asked: tuple[str, str]) -> None:
    assert run(str(faulty), *asked, "--quiet")[1] == f"{faulty}: no notes\n"


@pytest.mark.parametrize("asked", [("--only", "U9"), ("--only", ","), ("--silence", "tens"), ("--silence", "U")])
def test_a_kind_that_there_is_not_ends_with_exit_code_2(faulty: Path, asked: tuple[str, str]) -> None:
    code, out, error = run(str(faulty), *asked)
    assert (code, out) == (2, "")
    assert "Traceback" not in error


def test_one_bad_file_does_not_stop_the_rest(faulty: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, error = run(str(empty), str(faulty), "--quiet")
    assert code == 2
    assert "8 notes" in out
    assert "empty.txt" in error


def test_a_story_is_read_first_where_it_is_none_yet(story: Path) -> None:
    code, out, _ = run(str(story), "--recipe", "fast", "--quiet")
    assert (code, out) == (0, f"{story}: no notes\n")


def test_lines_are_wrapped_and_no_control_code_passes() -> None:
    told = made("Ada sat down.\n\n“I am \x1b[31mred and " + "very " * 30 + "late.\n\nAda sat down.")
    text = listing(told, "a\x1bname", first_reader(told), KINDS, width=60)
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 60
    assert listing(told, "n", (), KINDS, colour=True).startswith("\x1b[1m")
