"""The command line as a user meets it: what is printed, what is written, and what the exit code says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import unspoken

STORY = (
    "On Sunday Hester put the lamp down. “You are late,” said Hester.\n\n"
    "“I know,” said Amos. He was ashamed, and he looked at the floor.\n\n"
    "* * *\n\n"
    "The next morning Amos was gone. Hester thought that he hated her.\n"
)


def run(*arguments: str, stdin: str | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, its output piped."""
    command = [sys.executable, "-m", "unspoken.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=cwd, timeout=120)


def test_a_story_is_printed_for_a_person_and_plain_where_it_is_piped(story: Path) -> None:
    done = run("read", str(story))
    assert done.returncode == 0
    assert "Hester" in done.stdout
    assert "Amos" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_json_is_written_whole_and_shown_again(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "story.json"
    assert run("read", str(story), "--json", str(out), "--quiet").returncode == 0
    read = unspoken.load(out)
    assert {c.name for c in read.characters} == {"Hester", "Amos"}
    assert not list(tmp_path.rglob("*.partial"))
    shown = run("show", str(out))
    assert shown.returncode == 0
    assert shown.stdout == run("read", str(story)).stdout


def test_several_inputs_make_a_file_each_and_one_bad_one_stops_nothing(story: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    out = tmp_path / "out"
    done = run("read", str(empty), str(story), "--json", f"{out}/", "--quiet")
    assert done.returncode == 2
    assert [p.name for p in out.iterdir()] == ["late.json"]
    (line,) = done.stderr.strip().splitlines()
    assert "empty.txt" in line
    assert line.startswith("unspoken: ")


@pytest.mark.parametrize("data", [b"", b"  \n \n", b"\x00\x01\x02\x03" * 400, b"\x89PNG\r\n\x1a\n" + bytes(500)])
def test_what_is_no_story_gets_one_line_and_code_two(data: bytes, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(data)
    done = run("read", str(bad))
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_missing_file_gets_one_line_and_code_two(tmp_path: Path) -> None:
    done = run("read", str(tmp_path / "nowhere.txt"))
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


def test_standard_input_is_read_and_standard_output_written() -> None:
    done = run("read", "-", "--json", "-", "--quiet", stdin=STORY)
    assert done.returncode == 0
    assert json.loads(done.stdout)["unspoken"] == "1"


def test_only_the_sections_asked_for(story: Path) -> None:
    done = run("read", str(story), "--only", "timeline")
    assert "Scene by scene" in done.stdout
    assert "The people" not in done.stdout
    assert run("read", str(story), "--only", "nonsense").returncode == 2


def test_an_input_is_never_written_over(story: Path) -> None:
    before = story.read_bytes()
    assert run("read", str(story), "--json", str(story), "--quiet").returncode == 2
    assert story.read_bytes() == before


def test_nonsense_is_no_story_document(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"unspoken": "7"}', encoding="utf-8")
    done = run("show", str(bad))
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


def test_version_and_help() -> None:
    assert unspoken.__version__ in run("--version").stdout
    assert "read" in run("--help").stdout


def test_a_closed_pipe_is_silent(story: Path) -> None:
    command = f"{sys.executable} -m unspoken.cli read {story} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert "late" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("threshold", ["2", "-0.5", "often"])
def test_a_threshold_that_is_no_probability_gets_code_two(story: Path, threshold: str) -> None:
    done = run("read", str(story), "--speaker-threshold", threshold)
    assert done.returncode == 2
    assert "--speaker-threshold" in done.stderr
