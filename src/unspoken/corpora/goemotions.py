"""GoEmotions: lines with one or more of 28 labels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def read_goemotions(lines: Path, labels: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Text and the names of its labels, line by line."""
    names = labels.read_text(encoding="utf-8").split()
    for line in lines.read_text(encoding="utf-8").splitlines():
        text, numbers, _ = line.rsplit("\t", 2)
        yield text, tuple(names[int(n)] for n in numbers.split(","))
