"""``python -m fuzz --minutes N``: tries broken and hostile input on everything that input comes in by.

Each target has its share of the time, in processes of their own: one that ends, or does not end, is a finding like any
other. What is found lies in fuzz/found/, and is tried again by ``python -m fuzz --replay FILE``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from fuzz.case import Finding
from fuzz.findings import keep, kept

ENGINES = ("hypothesis", "atheris")
TURN = 120.0  # seconds of one process at most, so that none grows old
ONE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
SPARE = 900.0  # seconds after which a process that should have ended is ended


@dataclass
class Tally:
    """What was done on one target."""

    executions: int = 0
    seconds: float = 0.0
    peak: float = 0.0
    found: int = 0


def main() -> int:
    """Fuzz for a time, or try a finding again; the exit code is 1 where something was found."""
    options = _options()
    if options.replay:
        return replay(options.replay)
    from fuzz.targets.table import ROWS

    names = options.target or [*ROWS]
    tallies = {name: Tally() for name in names}
    if options.hostile:
        for name in names:
            number = 1
            while died := turn(name, SPARE, number, "hostile", tallies[name]):
                number = died + 1
    share = options.minutes * 60 / len(names)
    for name in names:
        spent, seed = 0.0, options.seed
        while spent < share - 1:
            began = time.monotonic()
            turn(name, min(TURN, share - spent), seed, options.engine, tallies[name])
            spent, seed = spent + time.monotonic() - began, seed + 1
        print(line(name, tallies[name]), flush=True)
    print("\ntarget           executions   minutes   peak MiB   findings")
    print(*(line(name, tally) for name, tally in tallies.items()), sep="\n")
    total, minutes = sum(t.executions for t in tallies.values()), sum(t.seconds for t in tallies.values()) / 60
    print(f"{'in all':<15}{total:>12,}{minutes:>10.1f}{'':>11}{sum(t.found for t in tallies.values()):>11}")
    return min(1, sum(t.found for t in tallies.values()))


def line(name: str, tally: Tally) -> str:
    """A row of the table."""
    return f"{name:<15}{tally.executions:>12,}{tally.seconds / 60:>10.1f}{tally.peak:>11.0f}{tally.found:>11}"


def turn(name: str, seconds: float, seed: int, engine: str, tally: Tally) -> int:
    """One process on one target; adds to its tally. The number of the case at which it ended too soon, or 0."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        folder, began = Path(made), time.monotonic()
        command = [sys.executable, "-m", "fuzz.child", name, str(seconds), str(seed), engine, str(folder)]
        out = (folder / "out").open("w+")
        err = (folder / "err").open("w+")
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONHASHSEED": "0", **ONE}
        try:
            code = subprocess.run(command, stdout=out, stderr=err, env=environment, timeout=seconds + SPARE).returncode
        except subprocess.TimeoutExpired:
            code = -1
        count = (folder / "count").read_text().split() if (folder / "count").exists() else ["0", "0"]
        tally.executions += int(count[0])
        tally.peak = max(tally.peak, float(count[1]))
        tally.seconds += time.monotonic() - began
        for told in _told(folder):
            if told[0] == name:
                tally.found += 1
            print(f"{'found ' if told[0] == name else ''}{' '.join(map(str, told))}", flush=True)
        if code:
            _died(folder, name, code, seed, engine, tally)
            return int((folder / "number").read_text()) if (folder / "number").exists() else 0
    return 0


def _told(folder: Path) -> list[list[str]]:
    lines = (folder / "out").read_text(encoding="utf-8", errors="replace").splitlines()
    return [json.loads(one) for one in lines if one.startswith("[")]


def _died(folder: Path, name: str, code: int, seed: int, engine: str, tally: Tally) -> None:
    """A process that ended before its time: by what was tried last."""
    hang = (folder / "hang").read_text(errors="replace") if (folder / "hang").exists() else ""
    said = (folder / "err").read_text(errors="replace")[-4000:]
    if not (folder / "now").exists():
        sys.exit(f"the process for {name} did not begin:\n{said}")
    frame = next((one.strip() for one in hang.splitlines() if "unspoken" in one and "File" in one), "")
    signature = f"hang {frame}" if hang else f"the process ended ({code})"
    path = keep(Finding(name, signature, f"{said}\n{hang}", (folder / "now").read_bytes()), seed, engine)
    tally.found += 1
    print(f"found {name} {signature} {path}", flush=True)


def replay(path: Path) -> int:
    """Try a finding again, and say what comes of it."""
    from fuzz.cage import Cage
    from fuzz.case import tried
    from fuzz.targets.table import ROWS

    found = kept(path)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as made:
        again = tried(ROWS[found.target].target, found.data, Cage(Path(made)))
    print(again.what if again else "every promise was kept")
    return 1 if again else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="in all, shared by the targets")
    parser.add_argument("--target", action="append", help="one of them; may be given several times (default: all)")
    parser.add_argument("--engine", choices=ENGINES, default="hypothesis", help="what makes the inputs")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same inputs")
    parser.add_argument("--no-hostile", dest="hostile", action="store_false", help="without the files made to do harm")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="try a finding again")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
