"""``python -m bench.kills``: kills ``unspoken corpus`` at random moments, goes on, and compares what comes out.

Each time, the whole group of processes gets SIGKILL, and the same command is given once more with ``--resume``, until
it ends by itself. Then every file has to be what it is where nothing was killed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.works import write_tiny


def main() -> None:
    """Kill, and tell how often what came out was the same."""
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--works", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_tiny(place / "in", options.works)
        began = time.monotonic()
        wanted = whole(command(place / "in", place / "never", "--part", "7", "--json"), place / "never")
        longest = time.monotonic() - began
        print(f"{options.works} works, {len(wanted)} files, {longest:.1f} s without a kill", flush=True)
        same = runs = kills = 0
        chance = random.Random(options.seed)
        while kills < options.kills:
            out = place / f"out{runs}"
            words = command(place / "in", out, "--part", "7", "--json")
            n = 0
            while kills < options.kills and n < 5 and killed(words, chance.uniform(0, longest), resume=n > 0):
                kills, n = kills + 1, n + 1
            if not n:
                longest *= 0.7  # it ended before it was to be killed: the machine has become faster
            found = whole([*words, "--resume"], out)
            runs, same = runs + 1, same + (found == wanted)
            print(f"{n} kills, then {'the same' if found == wanted else 'OTHER'} bytes", flush=True)
    print(f"{kills} kills in {runs} runs; {same} of {runs} came out the same")
    sys.exit(same != runs)


def command(inputs: Path, out: Path, *options: str) -> list[str]:
    """The command over some works, on two workers."""
    program = [sys.executable, "-m", "unspoken.cli", "corpus", str(inputs), "--out", str(out)]
    return [*program, "--workers", "2", "--quiet", *options]


def killed(words: Sequence[str], seconds: float, *, resume: bool) -> bool:
    """Run a command and kill it with all that it started; False where it ended before."""
    process = subprocess.Popen([*words, *["--resume"] * resume], stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def whole(words: Sequence[str], out: Path) -> dict[str, str]:
    """Run a command to its end; gives what every file in the folder holds, by its digest."""
    ran = subprocess.run(words, capture_output=True, text=True)
    assert ran.returncode in (0, 2), ran.stderr
    assert "Traceback" not in ran.stderr, ran.stderr
    return digests(out)


def digests(out: Path) -> dict[str, str]:
    """The digest of every file in a folder, hidden ones too."""
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


if __name__ == "__main__":
    main()
