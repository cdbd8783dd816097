"""One measured piece of work in a process of its own: ``python -m bench.child WORK FILE`` prints what it cost as JSON.

WORK is the name of a recipe (the whole pipeline) or ``reference``: the same text split into words and counted with the
standard library, several times over. The reference stands for the machine: ratios to it compare between machines.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROUNDS = 10


def reference(path: Path) -> dict[str, Any]:
    """Split and count the words of a file, ``ROUNDS`` times; seconds are those of one round."""
    text = path.read_text(encoding="utf-8")
    began = time.perf_counter()
    for _ in range(ROUNDS):
        Counter(word.lower() for word in re.findall(r"\w+|[^\w\s]", text)).most_common()
    return {"seconds": (time.perf_counter() - began) / ROUNDS}


def read(path: Path, recipe: str) -> dict[str, Any]:
    """Read a file as a story."""
    import unspoken

    began = time.perf_counter()
    story = unspoken.read(path, recipe=recipe)
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds,
        "words": story.source.words,
        "stages": {run.stage: run.seconds for run in story.provenance.layers},
        "people": len(story.characters),
    }


def peak() -> float:
    """Most memory that this process has held, in MiB."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    work, path = sys.argv[1], Path(sys.argv[2])
    cost = reference(path) if work == "reference" else read(path, work)
    print(json.dumps({**cost, "peak": peak()}))
