"""``python -m bench.corpus NOVELS``: what many works cost by ``unspoken corpus``, beside reading them one by one.

Cuts short works of mixed formats from the novels in a folder, puts whole novels among them, and reads them all: by one
process with one thread, the models loaded once; by two of these at once, each with all works, which shows what the
machine itself loses when both its cores are at work; and by ``unspoken corpus``. Ratios can be compared between
machines; words a second cannot.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.works import write_works

LOADED = 5  # works after which all models are loaded, and the clock is started
EARLY = 100  # the work at which memory is looked at first


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("novels", type=Path, help="a folder of novels in plain text")
    parser.add_argument("--short", type=int, default=5000, metavar="N", help="short works")
    parser.add_argument("--whole", type=int, default=20, metavar="N", help="whole novels among them")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, metavar="K", help="read only each Kth work one by one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        works = Path(place) / "works"
        write_works(works, sorted(options.novels.glob("*.txt")), short=options.short, whole=options.whole)
        single = finished(child("single", works, options.every))["speed"]
        print(f"one by one, one process and thread: {single:,.0f} words/s", flush=True)
        both = [child("single", works, options.every) for _ in range(options.workers)]
        side = sum(finished(process)["speed"] for process in both) / options.workers
        print(f"{options.workers} such processes at once: {side:,.0f} words/s each ({side / single:.1%})", flush=True)
        told(finished(child("corpus", works, options.workers)), single, side, options.workers)


def told(cost: dict[str, Any], single: float, side: float, workers: int) -> None:
    """Print what ``unspoken corpus`` cost."""
    speed = cost["speed"] / workers
    print(f"unspoken corpus: {cost['works']:,} works, {cost['words']:,} words, {cost['failures']} failures")
    print(f"  {speed:,.0f} words/s a worker: {speed / single:.1%} of one by one, {speed / side:.1%} of those at once")
    print(f"  {cost['whole_speed'] / workers:,.0f} words/s a worker with the loading of models and the last part")
    for moment, (parent, all_workers) in cost["memory"].items():
        print(
            f"  memory at {moment}: {parent:,.0f} MB, and {', '.join(f'{m:,.0f}' for m in all_workers)} in the workers"
        )


def child(what: str, works: Path, number: int) -> subprocess.Popen[str]:
    """A measurement in a process of its own, whose numpy has one thread."""
    command = [sys.executable, "-m", "bench.corpus", f"--{what}", str(works), str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})


def finished(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What a measurement printed."""
    printed, _ = process.communicate()
    assert process.returncode == 0
    cost: dict[str, Any] = json.loads(printed)
    return cost


def one_by_one(folder: Path, every: int) -> dict[str, Any]:
    """Read works as `unspoken.read` does, with one thread."""
    from unspoken.reading import read_document
    from unspoken.sources import document_from_path

    words = 0
    files = sorted(folder.iterdir())
    for file in files[:LOADED]:
        read_document(document_from_path(file), threads=1)
    began = time.perf_counter()
    for file in files[::every]:
        words += read_document(document_from_path(file), threads=1).source.words
    return {"speed": words / (time.perf_counter() - began)}


class Clock:
    """Is told of works, and looks at the clock and at memory."""

    def __init__(self) -> None:
        self.words = self.works = self.counted = self.failures = 0
        self.since = self.last = 0.0
        self.memory: dict[str, tuple[float, list[float]]] = {}

    def begin(self, works: int, size: int) -> None:
        """Nothing is read yet."""

    def done(self, record: Any) -> None:
        """One more is read."""
        self.works += 1
        self.words += record.words
        self.failures += record.failure is not None
        self.last = time.perf_counter()
        if self.works == LOADED:
            self.since = self.last
        elif self.works > LOADED:
            self.counted += record.words
        if self.works == EARLY or self.works % 1000 == 0:
            self.memory[f"work {self.works:,}"] = held()


def corpus(folder: Path, workers: int) -> dict[str, Any]:
    """Read works as the command does."""
    from unspoken.corpus.local import Bounds, engine
    from unspoken.corpus.run import Job, run
    from unspoken.corpus.work import Settings

    clock, began = Clock(), time.perf_counter()
    reader = engine(Bounds(workers))

    def looking(todo: Any, settings: Any) -> Any:
        for answer in reader(todo, settings):
            yield answer
            clock.memory["the end"] = held()

    run(Job((str(folder),), folder.parent / "out", Settings()), looking, clock)
    whole = time.perf_counter() - began
    return {
        "works": clock.works, "words": clock.words, "failures": clock.failures, "memory": clock.memory,
        "speed": clock.counted / (clock.last - clock.since), "whole_speed": clock.words / whole,
    }  # fmt: skip


def held() -> tuple[float, list[float]]:
    """The megabytes that this process holds, and those of each of its children."""
    own = os.getpid()
    children = [int(pid) for pid in Path(f"/proc/{own}/task/{own}/children").read_text().split()]
    for task in Path(f"/proc/{own}/task").iterdir():  # a worker is the child of the thread that started it
        children += [int(p) for p in (task / "children").read_text().split() if int(p) not in children]
    return megabytes(own), [megabytes(pid) for pid in children]


def megabytes(pid: int) -> float:
    """The memory of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


if __name__ == "__main__":
    if sys.argv[1:2] == ["--single"]:
        print(json.dumps(one_by_one(Path(sys.argv[2]), int(sys.argv[3]))))
    elif sys.argv[1:2] == ["--corpus"]:
        print(json.dumps(corpus(Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
