"""``python -m bench.corpus NOVELS``: what many works cost by ``unspoken corpus``, beside reading them one by one.

Cuts short works of mixed formats from the novels in a folder, puts whole novels among them, and reads them all by
``unspoken corpus``, and with ``--ray`` by Ray Data too, whose data set has to be the same. A machine is not always
equally fast; so ``unspoken corpus`` is stopped again and again (SIGSTOP), and while it stands still some of the works
are read one by one: by one process with one thread, the models loaded once, and by two of these at once, which shows
what the machine itself loses when both its cores are at work. For Ray, which would take a machine that stands still for
a lost one, that is done before and after. Ratios can be compared between machines; words a second cannot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.works import write_works

LOADED = 5  # works after which all models are loaded, and the clock is started
EARLY = 100  # the work at which memory is looked at first
WHOLE = 10_000  # words from which a work is a novel, which takes less time a word than a short one
Cost = dict[str, Any]


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("novels", type=Path, help="a folder of novels in plain text")
    parser.add_argument("--short", type=int, default=5000, metavar="N", help="short works")
    parser.add_argument("--whole", type=int, default=20, metavar="N", help="whole novels among them")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--every", type=int, default=100, metavar="K", help="read each Kth work one by one at a stop")
    parser.add_argument("--stop", type=float, default=300, metavar="S", help="seconds between two stops")
    parser.add_argument("--ray", action="store_true", help="Ray Data too, on this machine")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        works = Path(place) / "works"
        write_works(works, sorted(options.novels.glob("*.txt")), short=options.short, whole=options.whole)
        samples = Samples(works, options.every, options.workers)
        local = with_stops(works, options.workers, samples, options.stop)
        told("unspoken corpus", local, samples)
        if options.ray:
            samples = Samples(works, options.every, options.workers, samples.taken)
            samples.take()
            ray = finished(child("ray", works, options.workers))
            samples.take()
            told("Ray Data", ray, samples)
            print(f"Ray Data beside worker processes: {ray['speed'] / local['speed']:.1%}")
            same = files(works.parent / "local") == files(works.parent / "ray")
            print(f"the data sets are {'the same, byte for byte' if same else 'NOT THE SAME'}")


@dataclass
class Samples:
    """Readings one by one, of other works each time: by one process, and by each of several at once."""

    works: Path
    every: int
    workers: int
    taken: int = 0

    def __post_init__(self) -> None:
        self._alone, self._together, self._usual = list[Cost](), list[Cost](), list[Cost]()

    def take(self) -> None:
        """Read some works by one process with one thread, by several at once, and by one that has all threads."""
        part = self.taken % self.every
        self._alone.append(finished(child("single", self.works, self.every, part, 1)))
        for process in [child("single", self.works, self.every, part, 1) for _ in range(self.workers)]:
            self._together.append(finished(process))
        self._usual.append(finished(child("single", self.works, self.every, part, self.workers)))
        self.taken += 1

    def alone(self, mix: list[float]) -> float:
        """Words a second of one process, for so many words of short works and of novels."""
        return _speed(self._alone, mix)

    def together(self, mix: list[float]) -> float:
        """Words a second of each of several at once."""
        return _speed(self._together, mix)

    def usual(self, mix: list[float]) -> float:
        """Words a second of one process with a thread for each worker, for each of these threads."""
        return _speed(self._usual, mix) / self.workers


def _speed(read: list[Cost], mix: list[float]) -> float:
    """Words a second for a mix of which the samples have both kinds, in another proportion."""
    needed = 0.0
    for kind, words in enumerate(mix):
        if words:
            needed += words * sum(r["seconds"][kind] for r in read) / sum(r["words"][kind] for r in read)
    return sum(mix) / needed


def with_stops(works: Path, workers: int, samples: Samples, between: float) -> Cost:
    """What ``unspoken corpus`` cost, stopped every so many seconds for a sample; the time that it stands still is
    told to it, and not counted."""
    process = child("local", works, workers)
    assert process.stdin
    while True:
        try:
            process.wait(between)
            break
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGSTOP)
            began = time.perf_counter()
            samples.take()
            process.stdin.write(f"{time.perf_counter() - began}\n")
            process.stdin.flush()
            os.killpg(process.pid, signal.SIGCONT)
    if not samples.taken:
        samples.take()
    return finished(process)


def told(name: str, cost: Cost, samples: Samples) -> None:
    """Print what an engine cost, beside single readings alone and at once."""
    alone, together, usual = (speed(cost["mix"]) for speed in (samples.alone, samples.together, samples.usual))
    print(f"one by one, one process and thread: {alone:,.0f} words/s; ", end="")
    print(f"{samples.workers} such at once: {together:,.0f} each ({together / alone:.1%}); ", end="")
    print(f"one process with {samples.workers} threads: {usual:,.0f} a thread")
    print(f"{name}: {cost['works']:,} works, {cost['words']:,} words, {cost['failures']} failures")
    print(f"  {cost['speed']:,.0f} words/s a worker: {cost['speed'] / alone:.1%} of one by one, ", end="")
    print(f"{cost['speed'] / usual:.1%} of that with all threads, ", end="")
    print(f"{cost['speed'] / together:.1%} of those at once")
    print(f"  {cost['whole_speed']:,.0f} words/s a worker with the loading of models and the last part")
    print(f"  longest wait between two works: {cost['longest']:.1f} s")
    for moment, (parent, children) in cost["memory"].items():
        print(f"  memory at {moment}: {parent:,.0f} MB, and {', '.join(f'{m:,.0f}' for m in children)} in its children")
    sys.stdout.flush()


def child(what: str, works: Path, *numbers: int) -> subprocess.Popen[str]:
    """A measurement in a process of its own, whose numpy has one thread, and with a process group of its own."""
    command = [sys.executable, "-m", "bench.corpus", f"--{what}", str(works), *map(str, numbers)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip


def finished(process: subprocess.Popen[str]) -> Cost:
    """What a measurement printed."""
    printed, _ = process.communicate()
    assert process.returncode == 0
    cost: Cost = json.loads(printed)
    return cost


def one_by_one(folder: Path, every: int, part: int, threads: int) -> Cost:
    """Read each ``every``-th work by size from number ``part`` on, as `unspoken.read` does, with so many threads; words
    and seconds of short works and of novels."""
    from unspoken.reading import read_document
    from unspoken.sources import document_from_path

    words, seconds = [0, 0], [0.0, 0.0]
    files = sorted(folder.iterdir(), key=lambda file: (file.stat().st_size, file.name))  # of each size its part
    for file in files[:LOADED]:
        read_document(document_from_path(file), threads=threads)
    for file in files[part::every]:
        began = time.perf_counter()
        length = read_document(document_from_path(file), threads=threads).source.words
        words[length >= WHOLE] += length
        seconds[length >= WHOLE] += time.perf_counter() - began
    return {"words": words, "seconds": seconds}


class Clock:
    """Is told of works, and looks at the clock and at memory. The first quarter of the works is not counted: models are
    loaded in it, and Ray is started."""

    def __init__(self) -> None:
        self.wanted = self.works = self.words = self.before = self.failures = 0
        self.mix = [0, 0]  # words of short works and of novels, of those that are counted
        self.since = self.last = self.longest = self.still = 0.0
        self.memory: dict[str, tuple[float, list[float]]] = {}

    def begin(self, works: int, size: int) -> None:
        """So many works are to be read."""
        self.wanted = works

    def stood_still(self, seconds: float) -> None:
        """All processes were stopped for so long, which is not counted."""
        self.still += seconds
        self.since += seconds
        self.last += seconds

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
            self.mix[record.words >= WHOLE] += record.words
        self.last = now
        if self.works == EARLY or self.works % 1000 == 0:
            self.memory[f"work {self.works:,}"] = held()


def many(engine: str, folder: Path, workers: int) -> Cost:
    """Read works as the command does, by an engine."""
    from unspoken.corpus import local, ray
    from unspoken.corpus.run import Job, run
    from unspoken.corpus.work import Settings

    clock, began = Clock(), time.perf_counter()
    bounds = local.Bounds(workers)
    threading.Thread(target=lambda: [clock.stood_still(float(line)) for line in sys.stdin], daemon=True).start()
    reader = {"local": local.engine, "ray": ray.engine}[engine](bounds)
    run(Job((str(folder),), folder.parent / engine, Settings()), reader, clock)
    whole = time.perf_counter() - began - clock.still
    return {
        "works": clock.works, "words": clock.words, "failures": clock.failures, "memory": clock.memory,
        "mix": clock.mix, "longest": clock.longest, "whole_speed": clock.words / whole / workers,
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
        print(json.dumps(one_by_one(Path(sys.argv[2]), *map(int, sys.argv[3:]))))
    elif sys.argv[1:2] in (["--local"], ["--ray"]) and len(sys.argv) == 4:
        print(json.dumps(many(sys.argv[1][2:], Path(sys.argv[2]), int(sys.argv[3]))))
    else:
        main()
