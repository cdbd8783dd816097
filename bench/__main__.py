"""``python -m bench [FILE] [--most WORDS]``: reads texts of growing length, or one file, and prints what it cost."""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.texts import text
from unspoken.recipes import DEFAULT, RECIPES
from unspoken.threads import ONE_FOR_PRODUCTS

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
STARTS = 5
ONE_PASS = ("tokens", "sentences", "quotations", "signals", "syntax", "clauses")
HEARTS = ("feelings", "attitudes", "relationships", "statements", "beliefs", "gaps")
SMALL = 0.01  # seconds; below, growth is noise


def main() -> None:
    """Measure, and print tables of what was measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="a novel of your own, instead of texts of growing length")
    parser.add_argument("--most", type=int, default=SIZES[-1], metavar="WORDS", help="the longest text to read")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = [options.file] if options.file else written(Path(folder), options.most)
        costs = [(child("reference", path), child(DEFAULT, path)) for path in paths]
    starts()
    lengths(costs)
    stages(costs[-2][1] if len(costs) > 1 else None, costs[-1][1])
    layers(costs[-1][1])
    recipes(paths[-1], costs[-1][1])


def written(folder: Path, most: int) -> list[Path]:
    """Texts of growing length, as files."""
    paths = []
    for size in (size for size in SIZES if size <= most):
        path = folder / f"{size}.txt"
        path.write_text(text(size), encoding="utf-8")
        paths.append(path)
    return paths


def child(work: str, path: Path) -> dict[str, Any]:
    """What a piece of work cost, in a process of its own that is ready for it as the command line is."""
    command = [sys.executable, "-m", "bench.child", work, str(path)]
    env = {**os.environ, **ONE_FOR_PRODUCTS}
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=env)
    cost: dict[str, Any] = json.loads(ran.stdout)
    return cost


def starts() -> None:
    """The time until the program can answer, against that of Python alone; the best of several."""
    bare, ours = fastest(["-c", "pass"]), fastest(["-m", "unspoken.cli", "--version"])
    print(f"start: {ours:.3f} s, {ours / bare:.1f} times that of Python alone ({bare:.3f} s)\n")


def fastest(arguments: list[str]) -> float:
    """Least wall seconds of several runs of Python with these arguments."""
    took = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - began)
    return min(took)


def lengths(costs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """A row for each text, and from row to row the power of the length with which time and memory grow."""
    head = ("words", "people", "seconds", "words/s", "x reference", "grows as", "peak MiB", "x reference", "grows as")
    print("".join(f"{title:>13}" for title in head))
    before: dict[str, Any] | None = None
    for reference, cost in costs:
        row = (
            f"{cost['words']:,}", f"{cost['people']}",
            f"{cost['seconds']:.2f}", f"{cost['words'] / cost['seconds']:,.0f}",
            f"{cost['seconds'] / reference['seconds']:.0f}", growth(before, cost, "seconds"),
            f"{cost['peak']:.0f}", f"{cost['peak'] / reference['peak']:.1f}", growth(before, cost, "peak"),
        )  # fmt: skip
        print("".join(f"{cell:>13}" for cell in row))
        before = cost
    print("\nreference: the same text split into words and counted with Python's standard library, once\n")


def recipes(path: Path, usual: dict[str, Any]) -> None:
    """A row for each other recipe on the longest text, beside the usual one."""
    for name in RECIPES:
        if name != DEFAULT:
            cost = child(name, path)
            times = usual["seconds"] / cost["seconds"]
            print(f"\nrecipe {name}: {cost['seconds']:.2f} s, {times:.1f} times as fast as {DEFAULT}")


def growth(before: dict[str, Any] | None, now: dict[str, Any], what: str) -> str:
    """The exponent of the length with which a cost grew since the row before."""
    if before is None:
        return ""
    return exponent(before[what], now[what], now["words"] / before["words"])


def exponent(before: float, now: float, times: float) -> str:
    """The power of the length as which a cost grew, when the length grew so many times; "" for what is too small."""
    return f"n^{math.log(now / before) / math.log(times):.2f}" if min(before, now) > SMALL else ""


def layers(now: dict[str, Any]) -> None:
    """What each group of layers costs on top of those that it is made from, on the longest text."""
    once, hearts = (sum(now["stages"][name] for name in names) for names in (ONE_PASS, HEARTS))
    who = sum(now["stages"].values()) - once - hearts
    print(f"\none pass {once:.2f} s; who is who +{who / once:.0%}; hearts +{hearts / (once + who):.0%} of both")


def stages(before: dict[str, Any] | None, now: dict[str, Any]) -> None:
    """A row for each stage on the longest text, and how its time grew since the one before."""
    print(f"{'stage':<16}{'seconds':>10}{'words/s':>14}{'share':>8}{'grows as':>10}")
    for name, seconds in now["stages"].items():
        speed = f"{now['words'] / seconds:,.0f}" if seconds else ""
        grows = exponent(before["stages"][name], seconds, now["words"] / before["words"]) if before else ""
        print(f"{name:<16}{seconds:>10.2f}{speed:>14}{seconds / now['seconds']:>8.0%}{grows:>10}")


if __name__ == "__main__":
    main()
