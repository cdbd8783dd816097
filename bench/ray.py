"""``python -m bench.ray NOVELS``: many works by Ray Data on this machine, beside worker processes without it.

Cuts short works of mixed formats from the novels in a folder, and reads them all by each engine in turn, with the same
number of workers. Prints the ratio, with the start of Ray and without it, and whether the data sets are the same.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from bench.works import write_works
from unspoken.corpus import local, ray
from unspoken.corpus.run import Engine, Job, run
from unspoken.corpus.work import Record, Settings


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench.ray", description=__doc__)
    parser.add_argument("novels", type=Path, help="a folder of novels in plain text")
    parser.add_argument("--short", type=int, default=200, metavar="N", help="short works")
    parser.add_argument("--whole", type=int, default=0, metavar="N", help="whole novels among them")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    bounds = local.Bounds(options.workers)
    with tempfile.TemporaryDirectory() as place:
        works = Path(place) / "works"
        write_works(works, sorted(options.novels.glob("*.txt")), short=options.short, whole=options.whole)
        first = measured("worker processes", local.engine(bounds), works, Path(place) / "local")
        second = measured("Ray Data", ray.engine(bounds), works, Path(place) / "ray")
        print(f"Ray Data: {second[0] / first[0]:.1%} of the throughput, {second[1] / first[1]:.1%} with its start")
        same = files(Path(place) / "local") == files(Path(place) / "ray")
        print(f"the data sets are {'the same, byte for byte' if same else 'NOT THE SAME'}")


class Clock:
    """Is told of works. Records come in groups, so the first quarter of them is not timed."""

    def __init__(self) -> None:
        self.wanted = self.works = self.words = self.before = 0
        self.since = self.last = 0.0

    def begin(self, works: int, size: int) -> None:
        """So many works are to be read."""
        self.wanted = works

    def done(self, record: Record) -> None:
        """One more is read."""
        self.works += 1
        self.words += record.words
        self.last = time.perf_counter()
        if self.works <= self.wanted // 4:
            self.since, self.before = self.last, self.words


def measured(name: str, engine: Engine, works: Path, out: Path) -> tuple[float, float]:
    """Words a second, from the first quarter on and from the beginning."""
    clock, began = Clock(), time.perf_counter()
    run(Job((str(works),), out, Settings()), engine, clock)
    whole = clock.words / (time.perf_counter() - began)
    steady = (clock.words - clock.before) / (clock.last - clock.since)
    load = os.getloadavg()[0]
    print(
        f"{name}: {clock.works} works, {steady:,.0f} words/s, {whole:,.0f} with the start (load {load:.1f})", flush=True
    )
    return steady, whole


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    main()
