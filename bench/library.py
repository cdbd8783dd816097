"""``python -m bench.library [STORY.json ...]``: a library of 1,000 works, and how long searches in it take.

The works are stories that were read before (``unspoken read --json``; without any, the story that ships is read), over
and over, with other people in each. Times are of this machine, of searches in an open library; a search is done several
times.
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
from unspoken.library import Library
from unspoken.story import Story

RUNS = 15
BOUND = 0.050  # seconds
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
    return msgspec.structs.replace(made, source=msgspec.structs.replace(made.source, sha256=digest))


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
    print(f"{'search':<52}{'hits':>6}{'median ms':>12}{'longest ms':>12}")
    slowest = 0.0
    for kind, words, asked in searches:
        took = [timed(library, kind, words, asked) for _ in range(RUNS)]
        found = len(library.search(kind, words, **asked))  # type: ignore[arg-type]
        told = " ".join([kind, words, *(f"{option}={value}" for option, value in asked.items())])
        print(f"{told:<52}{found:>6}{1000 * statistics.median(took):>12.1f}{1000 * max(took):>12.1f}")
        slowest = max(slowest, statistics.median(took))
    print(
        f"\nslowest median: {1000 * slowest:.1f} ms ({'within' if slowest < BOUND else 'above'} {1000 * BOUND:.0f} ms)"
    )


def timed(library: Library, kind: Any, words: str, asked: dict[str, Any]) -> float:
    """Seconds of one search."""
    began = time.perf_counter()
    library.search(kind, words, **asked)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
