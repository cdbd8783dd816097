"""Workers on one machine: the records of single reading; one that dies, hangs or swells is the failure of its work."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.kills import command, killed, whole
from bench.works import tiny, write_tiny
from unspoken.corpus import process
from unspoken.corpus.local import Bounds, engine
from unspoken.corpus.process import CannotWork, Process
from unspoken.corpus.work import Settings, Work, read_work, unpack

FAST = Settings("fast")
WORKS = [Work(f"{n}", f"{n}.txt", data=tiny(n).encode()) for n in range(6)]


def answers(bounds: Bounds, works: list[Work], settings: Settings = FAST) -> dict[int, object]:
    return {number: unpack(made) for number, made in engine(bounds)(iter(enumerate(works)), settings)}


def test_workers_give_the_records_of_single_reading_and_are_replaced_when_worn() -> None:
    works = [*WORKS, Work("none", "none.txt", data=b"")]
    assert answers(Bounds(2, works=3), works) == {n: read_work(work, FAST) for n, work in enumerate(works)}


def test_a_worker_that_is_killed_is_the_failure_of_its_work_alone() -> None:
    worker = Process(FAST, 1)
    long = Work("long", "long.txt", data="\n\n".join(tiny(n) for n in range(2000)).encode())
    threading.Timer(0.5, worker.kill).start()
    assert worker.ask(long) == "its worker was killed by the system, most likely for want of memory"
    worker.close()


def test_after_a_death_another_worker_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Process.ask

    def deadly(self: Process, work: Work) -> bytes | str:
        if work.id == "2":
            self.kill()
        return ask(self, work)

    monkeypatch.setattr(Process, "ask", deadly)
    found = answers(Bounds(1), WORKS[:4])
    assert [getattr(found[n], "failure", "") is None for n in range(4)] == [True, True, False, True]


def test_what_takes_too_long_or_too_much_is_stopped_from_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "GRACE", 0.2)
    worker = Process(Settings("fast", seconds=1), 1)
    os.kill(worker._process.pid, signal.SIGSTOP)  # its own clock is of no use now
    threading.Thread(target=_watch, args=(worker, 0.0)).start()
    assert worker.ask(WORKS[0]) == "it took longer than 1 seconds"
    worker.close()
    worker = Process(FAST, 1)
    if worker.held():
        os.kill(worker._process.pid, signal.SIGSTOP)
        threading.Thread(target=_watch, args=(worker, 20.0)).start()
        assert worker.ask(WORKS[0]) == "it took more than 20 MB of memory"
    worker.close()


def _watch(worker: Process, most: float) -> None:
    for _ in range(30):
        time.sleep(0.1)
        worker.watch(most)


def test_no_worker_outlives_who_stops_asking() -> None:
    made = engine(Bounds(2))(iter(enumerate(WORKS)), FAST)
    next(made)
    made.close()  # type: ignore[attr-defined]
    children = [task / "children" for task in Path("/proc/self/task").iterdir()]
    names = [Path(f"/proc/{pid}/cmdline") for file in children if file.exists() for pid in file.read_text().split()]
    assert not [name for name in names if name.exists() and b"corpus.worker" in name.read_bytes()]


def test_what_is_wrong_with_the_works_is_raised_to_who_asked() -> None:
    def torn() -> Iterator[tuple[int, Work]]:
        yield 0, WORKS[0]
        raise ValueError("torn")

    with pytest.raises(ValueError, match="torn"):
        [*engine(Bounds(2))(torn(), FAST)]


def test_workers_that_cannot_be_started_are_told_of_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    with pytest.raises(CannotWork, match="no process can be started"):
        [*engine(Bounds(1))(iter(enumerate(WORKS)), FAST)]


def test_the_command_killed_three_times_makes_the_same_bytes(tmp_path: Path) -> None:
    write_tiny(tmp_path / "in", 12)
    options = ("--part", "5", "--recipe", "fast")
    began = time.monotonic()
    wanted = whole(command(tmp_path / "in", tmp_path / "never", *options), tmp_path / "never")
    took = time.monotonic() - began
    words = command(tmp_path / "in", tmp_path / "out", *options)
    for n, share in enumerate((0.4, 0.8, 0.9)):
        killed(words, took * share, resume=n > 0)
    assert whole([*words, "--resume"], tmp_path / "out") == wanted
