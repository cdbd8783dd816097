"""``unspoken open`` from outside: what it prints, what it serves, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.unit.cli.test_commands import run
from unspoken.web.server import listening

posix = pytest.mark.skipif(os.name != "posix", reason="Ctrl-C cannot be sent to one process")
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=[\w-]{43}")


@contextmanager
def opened(*arguments: str, browser: str = "") -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program while it serves, and the line that it printed."""
    command = [sys.executable, "-m", "unspoken.cli", "open", *([] if browser else ["--no-browser"]), *arguments]
    pipe = subprocess.PIPE
    env = {**os.environ, "BROWSER": browser}
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=env) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.kill()


def stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code after Ctrl-C, and what was said on standard error."""
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    return process.returncode, said


def state(address: str, wanted: str) -> dict[str, object]:
    """What the page is told when the reading is as far as that."""
    with httpx.Client(trust_env=False) as browser:
        assert browser.get(address).status_code == 303
        for _ in range(200):
            told: dict[str, object] = browser.get(httpx.URL(address).join("/api/state")).json()
            if told["status"] == wanted:
                return told
            time.sleep(0.1)
    raise AssertionError(told)


@posix
def test_it_prints_one_address_reads_and_ends_well_with_ctrl_c(story: Path) -> None:
    with opened(str(story)) as (process, line):
        found = ADDRESS.match(line)
        assert found
        assert "Ctrl-C" in line
        assert state(found[0], "ready")["revision"] == 1
        assert stopped(process) == (0, "")
    assert [path.name for path in story.parent.iterdir()] == ["late.txt"]


@posix
def test_a_file_that_is_no_story_is_told_on_the_page_and_on_standard_error(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    with opened(str(bad)) as (process, line):
        found = ADDRESS.match(line)
        assert found
        assert "bad.txt" in str(state(found[0], "failed")["error"])
        code, said = stopped(process)
    assert code == 2
    assert len(said.strip().splitlines()) == 1
    assert said.startswith("unspoken: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere.txt",),
        ("bad.json",),
        ("late.txt", "--port", "taken"),
        ("late.txt", "--recipe", "quick"),
        ("late.txt", "--corrections", "none.toml"),
        (".",),
    ],
)
def test_what_cannot_be_opened_gets_one_line_and_code_two(arguments: tuple[str, ...], story: Path) -> None:
    (story.parent / "bad.json").write_text("{}", encoding="utf-8")
    listener = listening(0)
    given = [str(listener.getsockname()[1]) if a == "taken" else a for a in arguments]
    done = run("open", "--no-browser", *given, cwd=story.parent)
    listener.close()
    assert (done.returncode, done.stdout, len(done.stderr.strip().splitlines())) == (2, "", 1)


@pytest.mark.parametrize("port", ["70000", "-1", "x"])
def test_a_port_that_is_none_gets_code_two(port: str, story: Path) -> None:
    assert run("open", str(story), "--port", port).returncode == 2


@posix
def test_the_browser_is_opened_with_a_ticket_and_not_with_the_key(story: Path) -> None:
    seen = story.with_name("seen.txt")
    command = story.with_name("browser")
    command.write_text(f'#!/bin/sh\necho "$1" > {seen}.new && mv {seen}.new {seen}\n', encoding="utf-8")
    command.chmod(0o755)
    with opened(str(story), browser=f"{command} %s") as (process, line):
        for _ in range(200):
            if seen.exists():
                break
            time.sleep(0.05)
        address = seen.read_text(encoding="utf-8").strip()
        assert ADDRESS.fullmatch(address)
        assert not line.startswith(address)
        assert state(address, "ready")["revision"] == 1
        assert httpx.get(address, trust_env=False).status_code == 403
        assert stopped(process)[0] == 0
