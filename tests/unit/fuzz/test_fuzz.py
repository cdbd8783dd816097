"""The harness finds what it is made to find, in a moment; fuzzing itself is `just fuzz`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz.cage import Cage
from fuzz.case import Finding, Target, tried
from fuzz.findings import keep, kept, smaller
from fuzz.targets.table import ROWS
from unspoken import recipes
from unspoken.errors import UnspokenError

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def cage(tmp_path_factory: pytest.TempPathFactory) -> Cage:
    return Cage(tmp_path_factory.mktemp("above"))


def stray(data: bytes, folder: Path) -> None:
    (folder.parent / "stray").write_bytes(data)


def ask(data: bytes, folder: Path) -> None:
    with socket.socket() as made:
        made.connect_ex(("127.0.0.1", 9))


def refuse(data: bytes, folder: Path) -> None:
    raise UnspokenError(data.decode())


def fail(data: bytes, folder: Path) -> None:
    if b"x" in data:
        raise KeyError("x")


def work(data: bytes, folder: Path) -> None:
    (folder / "fine").write_bytes(data)
    sum(range(3_000_000))


def found(check: object, data: bytes, cage: Cage, seconds: float = 9.0) -> str | None:
    finding = tried(Target("t", check, seconds, 0.0), data, cage)  # type: ignore[arg-type]
    return finding.signature if finding else None


def test_what_is_promised_is_looked_at(cage: Cage) -> None:
    assert found(refuse, b"one line", cage) is None
    assert found(work, b"", cage) is None
    assert (found(refuse, b"two\nlines", cage) or "").startswith("no line UnspokenError")
    assert found(fail, b"axb", cage) == "KeyError test_fuzz.py:fail"
    assert found(work, b"", cage, 0.001) == "slow"
    assert found(stray, b"", cage) == "stray open"
    assert found(ask, b"", cage) == "stray socket.connect"


def test_a_finding_is_made_small_kept_and_read_back(cage: Cage, tmp_path: Path) -> None:
    target = Target("t", fail)
    finding = tried(target, b"a" * 300 + b"x" + b"b" * 300, cage)
    assert finding
    small = smaller(finding, lambda data: tried(target, data, cage))
    assert small.data == b"x"
    path = keep(small, 7, "hypothesis", tmp_path)
    assert keep(Finding("t", small.signature, "", b"xx"), 8, "hypothesis", tmp_path) == path
    assert (kept(path).target, kept(path).data, kept(path).note["seed"]) == ("t", b"x", "7")


@pytest.mark.parametrize("name", ROWS)
def test_each_target_takes_what_it_starts_from(name: str, cage: Cage) -> None:
    for data in ROWS[name].seeds():
        assert tried(ROWS[name].target, data, cage) is None


def test_what_runs_beside_it_reads_as_ever(cage: Cage) -> None:
    before = dict(recipes.RECIPES)
    tried(ROWS["commands"].target, b"Ada wept.", cage)
    assert before == recipes.RECIPES


def test_the_command_fuzzes_a_target_and_counts() -> None:
    command = [sys.executable, "-m", "fuzz", "--minutes", "0.2", "--no-hostile", "--target", "rtf"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    executions, *_ = ran.stdout.strip().splitlines()[-1].removeprefix("in all").split()
    assert int(executions.replace(",", "")) > 0
