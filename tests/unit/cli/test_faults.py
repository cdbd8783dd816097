"""What goes wrong reaches the user as one line and a code, never as a traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.stories.wrong_door import FILE, TEXT, story
from unspoken import reading
from unspoken.cli.app import app
from unspoken.exports.json import dump, encode
from unspoken.story import Story

runner = CliRunner()


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading that fails on one file by a fault of ours."""

    def read(source: Path, **_: object) -> Story:
        if source.name == "fault.txt":
            raise KeyError("nowhere")
        return story()

    monkeypatch.setattr(reading, "read", read)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    for name in ("fault.txt", "good.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return [str(tmp_path / "fault.txt"), str(tmp_path / "good.txt")]


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_one_line_that_names_the_file_and_stops_nothing(files: list[str]) -> None:
    done = runner.invoke(app, ["read", *files])
    assert done.exit_code == 1
    (line, note) = done.stderr.strip().splitlines()
    assert line.startswith("unspoken: ")
    assert "fault.txt: a fault of ours (KeyError: 'nowhere'); please report it" in line
    assert "note: two paragraphs" in note
    assert "The Wrong Door" in done.stdout


LONG = "x" * 300  # longer than the name of any file


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "late.json", "--to", "csv", "--out", f"{LONG}/"],
        ["export", LONG, "--to", "csv"],
        ["compare", "late.json", LONG],
        ["compare", LONG, "late.json"],
        ["notes", "late.json", "--corrections", LONG],
        ["fix", "list", LONG],
        ["fix", "nobody", LONG, "Ada"],
        ["read", "late.txt", "--json", f"{LONG}/"],
    ],
)
def test_a_name_that_is_too_long_is_one_line(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "late.txt").write_text(story().text, encoding="utf-8")
    dump(story(), "late.json")
    done = runner.invoke(app, arguments)
    assert done.exit_code == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be" in done.stderr


@pytest.mark.parametrize("arguments", [["export", "late.json", "--to", "csv"], ["fix", "list", "late.json"]])
def test_a_fault_before_anything_is_read_is_one_line_too(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("nowhere")

    monkeypatch.chdir(tmp_path)
    dump(story(), "late.json")
    monkeypatch.setattr("unspoken.cli.outputs.planned", broken)
    monkeypatch.setattr("unspoken.corrections.ledger.Ledger", broken)
    done = runner.invoke(app, arguments)
    assert done.exit_code == 1
    assert "a fault of ours (KeyError: 'nowhere')" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("broken")
def test_the_traceback_is_there_for_who_asks(files: list[str]) -> None:
    assert "Traceback" in runner.invoke(app, ["read", files[0], "--debug"]).stderr
    assert "Traceback" not in runner.invoke(app, ["read", files[0]]).stderr


def test_interrupted_in_the_middle_of_the_work(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> Story:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read", read)
    done = runner.invoke(app, ["read", *files])
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_interrupted_from_the_keyboard(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(TEXT * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "unspoken.cli", "read", str(long), "--json", str(tmp_path / "out.json")]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell may start tests with it ignored
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert os.listdir(tmp_path) == ["long.txt"]


def test_warnings_are_a_line_each_on_standard_error_and_quiet_is_quiet(tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    dump(story(), model)
    done = runner.invoke(app, ["show", str(model)])
    assert done.stderr.count("note: ") == len(story().source.warnings)
    assert runner.invoke(app, ["show", str(model), "--quiet"]).output == ""


def test_show_gives_the_page_that_read_would(tmp_path: Path) -> None:
    model, page = tmp_path / "model.json", tmp_path / "pages" / "page.html"
    dump(story(), model)
    done = runner.invoke(app, ["show", str(model), "--html", str(page)])
    assert done.exit_code == 0
    assert f"wrote {page}" in done.stderr
    assert "I have loved you since the ferry strike" in page.read_text(encoding="utf-8")


def test_a_model_is_shown_from_standard_input() -> None:
    done = runner.invoke(app, ["show", "-", "--only", "cast"], input=encode(story()))
    assert "Nell (she): Ivo’s partner" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["raed"], "Did you mean 'read'?"),
        (["read"], "Missing argument"),
        (["read", str(FILE), "--only", "casts"], "did you mean 'cast'?"),
        (["read", str(FILE), "--only", ","], "names no section"),
        (["read", str(FILE), "--only", "text"], "add --html"),
        (["read", str(FILE), str(FILE.parent / "wrong_door.py"), "--json", "x.json"], "name a folder"),
        (["read", str(FILE), "--json", "x.out", "--html", "x.out"], "name two places"),
        (["read", "nowhere.txt", "--html", "x.html"], "no such file"),
        (["show", "nowhere.json", "--html", "x.html"], "no such file"),
    ],
)
def test_what_is_not_understood_is_told_with_what_to_do(arguments: list[str], said: str) -> None:
    done = runner.invoke(app, arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_the_version_waits_for_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "unspoken.cli", "--version"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stdout.startswith("unspoken ")
    imported = set(re.findall(r"\|\s+([\w.]+)$", done.stderr, re.MULTILINE))
    assert "typer" in imported
    assert imported.isdisjoint({"numpy", "jinja2", "msgspec", "unspoken.stages", "unspoken.reading"})


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(("redirected", "code"), [("- <&-", 2), (">&-", 0), ("2>&-", 0)])
def test_a_stream_that_is_closed_is_no_fault(tmp_path: Path, redirected: str, code: int) -> None:
    model = tmp_path / "model.json"
    dump(story(), model)
    name = "" if redirected.startswith("-") else f"'{model}'"
    command = f"'{sys.executable}' -m unspoken.cli show {name} {redirected}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (done.returncode, "fault" in done.stderr) == (code, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_behind_standard_output_is_told_as_such(tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    dump(story(), model)
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "unspoken.cli", "show", str(model)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert "standard output: cannot be written (No space left on device)" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1 + len(story().source.warnings)
