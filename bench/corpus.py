"""``python -m bench.corpus NOVELS``: what many works cost by ``unspoken corpus``, beside reading them one by one.

Cuts short works of mixed formats from the novels in a folder, puts whole novels among them, and reads them all: by one
process with one thread, the models loaded once; by two of these at once, each with all works, which shows what the
machine itself loses when both its cores are at work; by ``unspoken corpus``; and with ``--ray`` by Ray Data, whose data
set has to be the same. Ratios can be compared between machines; words a second cannot.
"""

from __future__ import annotations

import argparse
import hashlib
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
    parser.add_argument("--ray", action="store_true", help="Ray Data too, on this machine")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        works = Path(place) / "works"
        write_works(works, sorted(options.novels.glob("*.txt")), short=options.short, whole=options.whole)
        single = finished(child("single", works, options.every))["speed"]
        print(f"one by one, one process and thread: {single:,.0f} words/s", flush=True)
        both = [child("single", works, options.every) for _ in range(options.workers)]
        side = sum(finished(process)["speed"] for process in both) / options.workers
        print(f"{options.workers} such processes at once: {side:,.0f} words/s each ({side / single:.1%})", flush=True)
        local = finished(child("local", works, options.workers))
        told("unspoken corpus", local, single, side)
        if options.ray:
            ray = finished(child("ray", works, options.workers))
            told("Ray Data", ray, single, side)
            print(f"Ray Data beside worker processes: {ray['speed'] / local['speed']:.1%}")
            same = files(works.parent / "local") == files(works.parent / "ray")
            print(f"the data sets are {'the same, byte for byte' if same else 'NOT THE SAME'}")


def told(name: str, cost: dict[str, Any], single: float, side: float) -> None:
    """Print what an engine cost, beside single readings alone and at once."""
    print(f"{name}: {cost['works']:,} works, {cost['words']:,} words, {cost['failures']} failures")
    print(f"  {cost['speed']:,.0f} words/s a worker: {cost['speed'] / single:.1%} of one by one, ", end="")
    print(f"{cost['speed'] / side:.1%} of those at once")
    print(f"  {cost['whole_speed']:,.0f} words/s a worker with the loading of models and the last part")
    print(f"  longest wait between two works: {cost['longest']:.1f} s")
    for moment, (parent, children) in cost["memory"].items():
        print(f"  memory at {moment}: {parent:,.0f} MB, and {', '.join(f'{m:,.0f}' for m in children)} in its children")
    sys.stdout.flush()


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
    files = sorted(folder.iterdir(), key=lambda file: (file.stat().st_size, file.name))  # of each size its part
    for file in files[:LOADED]:
        read_document(document_from_path(file), threads=1)
    began = time.perf_counter()
    for file in files[every // 2 :: every]:
        words += read_document(document_from_path(file), threads=1).source.words
    return {"speed": words / (time.perf_counter() - began)}


class Clock:
    """Is told of works, and looks at the clock and at memory. The first quarter of the works is not counted: models are
    loaded in it, and Ray is started."""

    def __init__(self) -> None:
        self.wanted = self.works = self.words = self.before = self.failures = 0
        self.since = self.last = self.longest = 0.0
        self.memory: dict[str, tuple[float, list[float]]] = {}

    def begin(self, works: int, size: int) -> None:
        """So many works are to be read."""
        self.wanted = works

    def done(self, record: Any) -> None:
        """One more is read."""
        now = time.perf_counter()
        self.works += 1
        self.words += record.words
        self.failures += record.failure is not None
        if self.works <= self.wanted // 4:
            self.since, self.before = now, self.words
        else:
            self.longest = max(self.longest, now - self.last)
        self.last = now
        if self.works == EARLY or self.works % 1000 == 0:
            self.memory[f"work {self.works:,}"] = held()


def many(engine: str, folder: Path, workers: int) -> dict[str, Any]:
    """Read works as the command does, by an engine."""
    from unspoken.corpus import local, ray
    from unspoken.corpus.run import Job, run
    from unspoken.corpus.work import Settings

    clock, began = Clock(), time.perf_counter()
    bounds = local.Bounds(workers)
    reader = {"local": local.engine, "ray": ray.engine}[engine](bounds)
    run(Job((str(folder),), folder.parent / engine, Settings()), reader, clock)
    whole = time.perf_counter() - began
    return {
        "works": clock.works, "words": clock.words, "failures": clock.failures, "memory": clock.memory,
        "longest": clock.longest, "whole_speed": clock.words / whole / workers,
        "speed": (clock.words - clock.before) / (clock.last - clock.since) / workers,
    }  # fmt: skip


def files(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


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
    elif sys.argv[1:2] in (["--local"], ["--ray"]) and len(sys.argv) == 4:
        print(json.dumps(many(sys.argv[1][2:], Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
