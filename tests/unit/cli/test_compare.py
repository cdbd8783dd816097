"""``unspoken compare``: a report that a writer can use, and the same as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from tests.stories.wrong_door import GAPS, story
from unspoken.cli.app import app
from unspoken.exports.json import dump


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    """Two drafts as they were written: in the first, one misunderstanding does not close."""
    opened = replace(GAPS[0], closes_scene=None, closed_by=None)
    dump(replace(story(), gaps=(opened, *GAPS[1:])), tmp_path / "one.json")
    dump(story(), tmp_path / "two.json")
    return str(tmp_path / "one.json"), str(tmp_path / "two.json")


def compare(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["compare", *arguments])


def test_a_change_is_told_in_english_with_its_words(drafts: tuple[str, str]) -> None:
    done = compare(*drafts)
    assert done.exit_code == 0
    told = " ".join(done.stdout.split())
    assert "It closes now: Nell believes that Ivo does not love her." in told
    assert "Now: “I have loved you since the ferry strike” (Ivo’s letter to Nell, scene 4)" in told
    assert "The people" not in told
    assert "\x1b" not in done.stdout


def test_of_a_draft_and_itself_nothing_changed(drafts: tuple[str, str]) -> None:
    done = compare(drafts[0], drafts[0])
    assert done.exit_code == 0
    assert "Nothing changed." in done.stdout


def test_json_is_the_same_at_every_run(drafts: tuple[str, str]) -> None:
    done = compare(*drafts, "--json")
    found = json.loads(done.stdout)
    assert found["comparison"] == "1"
    assert [c["change"] for c in found["misunderstandings"]] == ["closes"]
    assert (found["cast"], found["scenes"], found["relationships"]) == ([], [], [])
    assert compare(*drafts, "--json").stdout == done.stdout


def test_texts_are_read(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("“You are late,” said Hester.\n\n“I know,” said Amos. He was ashamed.\n", encoding="utf-8")
    second.write_text("“You are late,” said Hester.\n\n“I know,” said Silas. He was ashamed.\n", encoding="utf-8")
    told = compare(str(first), str(second)).stdout
    assert "Amos is now called Silas." in told
    assert "reworded" not in told
    assert "is gone" not in told


@pytest.mark.parametrize("bad", ["nowhere.json", "."])
def test_what_is_no_draft_gets_one_line_and_code_two(drafts: tuple[str, str], bad: str) -> None:
    done = compare(drafts[0], bad)
    assert (done.exit_code, len(done.stderr.strip().splitlines())) == (2, 1)
