"""Ray reads works as every engine does, goes on where another one was killed, and leaves nothing behind."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from uuid import uuid4

import pytest

from unspoken.corpus.cluster import NoCluster, _enough, _environment
from unspoken.corpus.ray import _filled
from unspoken.corpus.run import Engine, Job, Todo, run
from unspoken.corpus.work import Record, Settings, Work, pack, read_work

pytest.importorskip("ray")

TEXT = "“You came,” said {0}. Tom was glad. “I love you, {0},” he said.\n\nThe next day {0} went to London.\n"
NAMES = ("Ann", "Eve", "Joan", "Mary", "Ruth")


class Silent:
    def begin(self, works: int, size: int) -> None:
        """Nothing."""

    def done(self, record: Record) -> None:
        """Nothing."""


def plain(most: int | None = None) -> Engine:
    """An engine that does one work after the other in this process, and is stopped after so many."""

    def reads(todo: Todo, settings: Settings) -> Iterator[tuple[int, bytes]]:
        yield from ((number, pack(read_work(work, settings))) for number, work in islice(todo, most))
        if most is not None:
            raise KeyboardInterrupt

    return reads


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def left_behind(mark: str) -> list[str]:
    """Processes that have a mark in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (place / "environ").read_bytes():
                found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def test_ray_goes_on_with_the_same_bytes_and_leaves_no_process(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for name in NAMES:
        (given / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    (given / "Zoe.txt").write_bytes(b"")
    job = Job((str(given),), tmp_path / "whole", Settings(json=True, seconds=300), part=2)
    run(job, plain(), Silent())
    with pytest.raises(KeyboardInterrupt):
        run(Job(job.inputs, tmp_path / "killed", job.settings, part=2), plain(3), Silent())
    mark = f"mark{uuid4().hex}"
    options = ["--json", "--part=2", "--seconds=300", "--engine=ray", "--workers=1", "--resume", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "unspoken.cli", "corpus", str(given), "--out", str(tmp_path / "killed"), *options],
        env={**os.environ, "UNSPOKEN_MARK": mark}, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == "unspoken: Zoe.txt: the file is empty; give a file with a story"
    assert len(done.stderr.splitlines()) == 2
    assert files(tmp_path / "killed") == files(tmp_path / "whole")
    for _ in range(50):
        if not left_behind(mark):
            break
        time.sleep(0.1)
    assert left_behind(mark) == []


def test_a_cluster_that_is_too_small_is_told_in_one_line() -> None:
    assert (_enough(3, 0), _enough(3, 2)) == (3, 2)
    with pytest.raises(NoCluster, match=r"4 processors, which is too few for 4 .* use --workers 3"):
        _enough(3, 4)
    with pytest.raises(NoCluster, match=r"1 processors, .* use ray start --num-cpus 2"):
        _enough(0, 0)


def test_works_carry_their_bytes_since_other_machines_may_not_have_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Ann.\0")
    assert _filled(Work("a", "a.txt", 5, path=str(path))).data == b"Ann.\0"
    gone = Work("b", "b.txt", 5, path=str(tmp_path / "b.txt"))
    assert _filled(gone) == gone


def test_what_ray_is_told_by_the_environment_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_A", "mine")
    monkeypatch.delenv("RAY_B", raising=False)
    with _environment({"RAY_A": "ours", "RAY_B": "ours"}):
        assert (os.environ["RAY_A"], os.environ["RAY_B"]) == ("mine", "ours")
    assert (os.environ["RAY_A"], "RAY_B" in os.environ) == ("mine", False)
