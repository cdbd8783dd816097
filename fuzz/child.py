"""``python -m fuzz.child TARGET SECONDS SEED ENGINE FOLDER``: tries inputs in a process of its own, within bounds.

The input that is being tried is in the file ``now``, so that the one who started this knows it where it does not end,
or ends the process. What was tried is counted in ``count``. With the engine
``hostile``, SEED is the number of the case to begin with.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

MEMORY = 6000  # MiB of address space, libraries and all; as memory, 1,200 are taken at most
PATIENCE = 6  # times the seconds of the processor that are allowed, by the clock: the machine does other things too


def main(name: str, seconds: float, seed: int, engine: str, folder: Path) -> None:
    """Try inputs for a time; each finding is told as a line on standard output."""
    from fuzz.engines import Run, by_atheris, by_hypothesis, instrument

    if engine == "atheris":
        instrument(_modules(name))
    from fuzz import hostile
    from fuzz.cage import Cage, bound_memory, peak
    from fuzz.case import Finding, tried
    from fuzz.findings import keep, smaller
    from fuzz.targets.table import ROWS

    row, outside = ROWS[name], folder / "outside"
    outside.mkdir()
    os.chdir(outside)
    cage, watch, counted = Cage(outside), _Watch(folder), [0.0]
    bound_memory(MEMORY)

    def attempt(data: bytes) -> Finding | None:
        if time.monotonic() - counted[0] > 1:  # some engines end the process, so it is not left for the end
            counted[0] = time.monotonic()
            _count(folder, run.executions, peak())
        with watch.over(data, row.target.allowed(data) * PATIENCE + 10):
            return tried(row.target, data, cage)

    def tell(finding: Finding) -> None:
        if engine == "atheris":
            finding = smaller(finding, attempt)
        print(json.dumps([name, finding.signature, len(finding.data), str(keep(finding, seed, engine))]), flush=True)

    run = Run(attempt, tell, time.monotonic() + seconds)
    try:
        if engine == "hostile":
            for number, (case, data) in enumerate(hostile.cases(name, folder).items(), 1):
                if number < seed:
                    continue
                (folder / "number").write_text(str(number))
                began = time.perf_counter()
                if finding := run.fresh(data):
                    tell(Finding(name, f"{case}: {finding.signature}", finding.what, data))
                took, size = time.perf_counter() - began, len(data)
                print(json.dumps(["case", case, size, f"{took:.1f} s"]), flush=True)
                _count(folder, run.executions, peak())
        elif engine == "atheris":
            by_atheris(run, row.seeds(), seed, folder)
        else:
            by_hypothesis(run, row.inputs(), seed)
    finally:
        _count(folder, run.executions, peak())


def _modules(name: str) -> tuple[str, ...]:
    """The modules of a target, without importing any of them here: in a process that is not instrumented."""
    import subprocess

    code = f"from fuzz.targets.table import ROWS; print(*ROWS[{name!r}].modules)"
    return tuple(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )


class _Watch:
    """Keeps the input where it is found if this process ends, and ends it if the input does not."""

    def __init__(self, folder: Path) -> None:
        self._now = (folder / "now").open("wb", buffering=0)
        self._report = (folder / "hang").open("w")

    @contextlib.contextmanager
    def over(self, data: bytes, seconds: float) -> Iterator[None]:
        """Watch over a case."""
        self._now.seek(0)
        self._now.write(data)
        self._now.truncate()
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._report)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _count(folder: Path, executions: int, peak: float) -> None:
    (folder / "count").write_text(f"{executions} {peak:.0f}")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4], Path(sys.argv[5]))
