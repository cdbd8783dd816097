"""``unspoken corpus`` as a user meets it: one line for what is no good, and what was made where it was asked for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from bench.works import tiny, write_tiny
from tests.unit.cli.test_commands import run
from unspoken.cli.pace import Pace
from unspoken.corpus.work import Record

LONG = "x" * 300


def test_works_are_read_and_failures_named(tmp_path: Path) -> None:
    write_tiny(tmp_path / "in", 10)
    done = run("corpus", "in", "--out", "out", "--recipe", "fast", "--json", "--workers", "1", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    told = done.stderr.splitlines()
    assert told[0] == "unspoken: 0009.txt: the file is empty; give a file with a story"
    assert told[1] == f"unspoken: 1 of 10 works could not be read; see {Path('out', 'failures')}"
    assert told[2].startswith("unspoken: 10 works, ")
    assert parquet.read_table(tmp_path / "out" / "quotes").num_rows == 18
    assert len([*(tmp_path / "out" / "json" / "part-00000").iterdir()]) == 9
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere", "--out", "out"], "there is no such file"),
        (["*.epub", "--out", "out"], "no file is meant by it"),
        ([LONG, "--out", "out"], "cannot be opened"),
        (["", "--out", "out"], "the name is empty"),
        (["a.txt", "--out", LONG], "cannot be written"),
        (["a.txt", "--out", "a.txt"], "cannot be written"),
        (["a.txt", "--out", "."], "the folder is not empty"),
        (["a.txt", "--out", "out", "--recipe", "stew"], "no recipe"),
        (["a.txt", "--out", "out", "--speaker-threshold", "0.4", "--part", "0"], "--part"),
    ],
)
def test_what_is_no_good_gets_one_line_and_code_two(arguments: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(tiny(1), encoding="utf-8")
    done = run("corpus", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt"}


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interruption_is_one_line_and_gone_on_with(tmp_path: Path) -> None:
    write_tiny(tmp_path / "in", 150)  # so many that they are not all read before the signal comes
    words = ["corpus", "in", "--out", "out", "--recipe", "fast", "--workers", "1", "--part", "4"]
    command = [sys.executable, "-m", "unspoken.cli", *words]
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background ignore it
    )  # fmt: skip
    until = time.monotonic() + 60
    while not (tmp_path / "out" / "works").exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert told == "unspoken: stopped; go on with --resume --out out\n"
    assert run(*words, "--resume", "--quiet", cwd=tmp_path).returncode == 2
    assert parquet.read_table(tmp_path / "out" / "works").num_rows == 135


def test_the_pace_tells_works_speed_and_the_time_left() -> None:
    pace = Pace(wanted=True)
    pace.begin(4000, 1000)
    assert pace.line(1) == "0 of 4,000 works, 0 words/s"
    pace.done(Record("a", "a.txt", 10, words=2000))
    assert pace.line(40) == "1 of 4,000 works, 50 words/s, 1:06:00 left"
