"""``python -m bench.library [STORY.json ...]``: a library of 1,000 works, and how long searches in it take.

The works are stories that were read before (``unspoken read --json``; without any, the story that ships is read), over
and over, with other people in each. Times are of this machine, of searches in an open library; a search is done several
times. Where the machine is busy with other work, the time of the processor tells what a search costs.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import statistics
import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec

import unspoken
from unspoken.exports.json import decode, encode
from unspoken.layers.beliefs import Gap
from unspoken.library import Library
from unspoken.story import Story

RUNS = 15
SELDOM = 7  # of so many works, in one nothing is put right
BOUND = 50  # milliseconds
CONSONANTS, VOWELS = "bdfgklmnprstv", "aeiou"


def main() -> None:
    """Build the library and print the time of each search, and how large the file is."""
    parser = argparse.ArgumentParser(prog="python -m bench.library", description=__doc__)
    parser.add_argument("stories", nargs="*", type=Path, help="stories as `unspoken read --json` writes them")
    parser.add_argument("--works", type=int, default=1000, help="how many works")
    options = parser.parse_args()
    stories = [unspoken.load(path) for path in options.stories] or [shipped()]
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder, "library.sqlite")) as library:
        began = time.perf_counter()
        for number in range(options.works):
            library.add_story(recast(stories[number % len(stories)], number), f"work-{number:04}")
        took = time.perf_counter() - began
        words, size = sum(work.words for work in library.list()), library.path.stat().st_size
        print(f"{options.works:,} works, {words:,} words: {size / 2**20:,.0f} MiB, added in {took:,.0f} s\n")
        measure(library)


def shipped() -> Story:
    """The story that comes with the program."""
    with as_file(files("unspoken").joinpath("resources", "stories", "cider-press.txt")) as path:
        return unspoken.read(path)


def recast(story: Story, number: int) -> Story:
    """The story with other names, as long as the old ones, so that all offsets hold."""
    chance = random.Random(number)
    names = {word for c in story.characters for name in (c.name, *c.aliases) for word in re.findall(r"[A-Z]\w+", name)}
    other = {name: invented(len(name), chance) for name in sorted(names)}
    if not other:
        return story
    text = re.sub(rf"\b(?:{'|'.join(other)})\b", lambda found: other[found[0]], encode(story).decode())
    made = decode(text.encode())
    digest = hashlib.sha256(f"{number}".encode()).hexdigest()
    gaps = made.gaps if number % SELDOM else tuple(map(never_closed, made.gaps))
    return msgspec.structs.replace(made, gaps=gaps, source=msgspec.structs.replace(made.source, sha256=digest))


def never_closed(gap: Gap) -> Gap:
    """The gap, without an end."""
    return msgspec.structs.replace(gap, closes_scene=None, closed_by=None)


def invented(length: int, chance: random.Random) -> str:
    """A name of so many letters."""
    return "".join(chance.choice(VOWELS if n % 2 else CONSONANTS) for n in range(length)).capitalize()


def measure(library: Library) -> None:
    """A row for each search, with the median and the longest of several runs."""
    someone = library.search("quotes", limit=40)[-1].who or ""
    name, work = someone.split()[0], library.list()[len(library.list()) // 2].name
    searches: list[tuple[str, str, dict[str, Any]]] = [
        ("quotes", "never", {}),
        ("quotes", "you", {}),
        ("quotes", "lo*", {}),
        ("quotes", "", {"person": name}),
        ("quotes", "you", {"person": name}),
        ("quotes", "the", {"work": work}),
        ("feelings", "", {"person": name}),
        ("feelings", "", {"emotion": "love"}),
        ("feelings", "hands", {"emotion": "fear"}),
        ("gaps", "", {"never_closes": True}),
        ("gaps", "love", {}),
        ("text", "the", {}),
        ("text", "the and", {}),
        ("text", '"she did not"', {}),
        ("text", f"{name} door", {}),
        ("text", "t* a*", {}),
        ("text", "zeppelin", {}),
    ]
    print(f"{'search':<44}{'hits':>6}{'median ms':>11}{'longest ms':>12}{'processor ms':>14}")
    slowest = 0.0
    for kind, words, asked in searches:
        took = [timed(library, kind, words, asked) for _ in range(RUNS)]
        walls, worked = [wall for wall, _ in took], statistics.median(work for _, work in took)
        found = len(library.search(kind, words, **asked))  # type: ignore[arg-type]
        told = " ".join([kind, words, *(f"{option}={value}" for option, value in asked.items())])
        median, longest = 1000 * statistics.median(walls), 1000 * max(walls)
        print(f"{told:<44}{found:>6}{median:>11.1f}{longest:>12.1f}{1000 * worked:>14.1f}")
        slowest = max(slowest, median)
    print(f"\nslowest median: {slowest:.1f} ms ({'within' if slowest < BOUND else 'above'} {BOUND} ms)")


def timed(library: Library, kind: Any, words: str, asked: dict[str, Any]) -> tuple[float, float]:
    """Seconds of one search, and how many of them the processor worked on it, whatever else it did."""
    began, worked = time.perf_counter(), time.process_time()
    library.search(kind, words, **asked)
    return time.perf_counter() - began, time.process_time() - worked


if __name__ == "__main__":
    main()
