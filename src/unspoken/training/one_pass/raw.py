"""Texts that nobody annotated: whole novels and lines of talk, as numbers of words, cut into windows."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from unspoken.models.pieces import Pieces

Ints = npt.NDArray[np.int32]
T = TypeVar("T")
MOST = 380  # pieces a window
AHEAD = 6  # batches that are made while others are learnt from


@dataclass(frozen=True)
class Rows:
    """Windows side by side: ``ids`` and ``mask`` (windows, pieces), ``first`` and ``filled`` (windows, words), and
    ``unit`` (windows, words), the number of what is parsed as one, -1 where there is no word."""

    ids: npt.NDArray[np.int64]
    mask: npt.NDArray[np.bool_]
    first: npt.NDArray[np.int64]
    filled: npt.NDArray[np.bool_]
    unit: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Raw:
    """Texts: all word forms, and for each text the numbers of its words, the first words of its sentences, and of what
    is parsed as one: what is told and what is said in a sentence apart."""

    forms: Sequence[str]
    texts: Sequence[tuple[str, Ints, Ints, Ints]]

    def windows(self, sizes: npt.NDArray[np.int64], chance: np.random.Generator) -> list[tuple[int, int, int]]:
        """(text, first word, end) of windows of whole sentences, half of them shorter than they could be."""
        out = []
        for number, (_, words, breaks, _) in enumerate(self.texts):
            ends = np.concatenate([[0], np.cumsum(sizes[words])])
            bounds = [*breaks.tolist(), len(words)]
            low, at = bounds[0], 0
            while at < len(bounds) - 1:
                limit = MOST if chance.random() < 0.5 else int(MOST ** chance.uniform(0.5, 1))
                high = at + 1
                while high + 1 < len(bounds) and ends[bounds[high + 1]] - ends[low] <= limit:
                    high += 1
                if ends[bounds[high]] - ends[low] <= MOST and bounds[high] > low:
                    out.append((number, low, bounds[high]))
                low, at = bounds[high], high
        return out

    def groups(
        self, sizes: npt.NDArray[np.int64], room: int, chance: np.random.Generator
    ) -> list[list[tuple[int, int, int]]]:
        """The windows of all texts once, those of like length together, about ``room`` pieces a group, shuffled."""
        found = self.windows(sizes, chance)
        lengths = [int(sizes[self.texts[t][1][a:b]].sum()) + 2 for t, a, b in found]
        order = chance.permutation(len(found))
        groups: list[list[tuple[int, int, int]]] = []
        for start in range(0, len(order), 4096):
            group: list[tuple[int, int, int]] = []
            for k in sorted(order[start : start + 4096], key=lambda k: lengths[k]):
                if group and lengths[k] * (len(group) + 1) > room:
                    groups.append(group)
                    group = []
                group.append(found[k])
            groups.append(group)
        chance.shuffle(groups)
        return groups

    def rows(self, group: Sequence[tuple[int, int, int]], numbers: Sequence[tuple[int, ...]], pieces: Pieces) -> Rows:
        """Windows as the rows of a batch, by the pieces of each word form."""
        lines, firsts, units = [], [], []
        for text, low, high in group:
            _, words, _, starts = self.texts[text]
            line, first = [pieces.open], []
            for w in words[low:high].tolist():
                first.append(len(line))
                line += numbers[w]
            lines.append([*line, pieces.close])
            firsts.append(first)
            units.append(np.searchsorted(starts, np.arange(low, high), "right").tolist())
        ids, mask = _padded(lines, pieces.pad, 8)  # attention on a GPU likes eights
        begins, filled = _padded(firsts, 0)
        return Rows(ids, mask, begins, filled, _padded(units, -1)[0])

    def endless(self, readers: Sequence[Pieces], room: int, chance: np.random.Generator) -> Iterator[list[Rows]]:
        """Batches without end, each as all of the readers cut it; what has most pieces for one decides of the room."""
        numbers = [pieces(self.forms) for pieces in readers]
        sizes = np.max([[len(n) for n in own] for own in numbers], 0)
        yield from ahead(
            [self.rows(group, own, pieces) for own, pieces in zip(numbers, readers, strict=True)]
            for _ in iter(int, 1)
            for group in self.groups(sizes, room, chance)
        )


def ahead(source: Iterator[T]) -> Iterator[T]:
    """What the source, which never ends, gives, made in a process of its own."""
    context = multiprocessing.get_context("fork")
    queue = context.Queue(AHEAD)

    def fill() -> None:
        for item in source:
            queue.put(item)

    context.Process(target=fill, daemon=True).start()
    while True:
        yield queue.get()


def _padded(
    lines: Sequence[Sequence[int]], fill: int, by: int = 1
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    longest = -(-max(map(len, lines)) // by) * by
    out, has = np.full((len(lines), longest), fill, np.int64), np.zeros((len(lines), longest), bool)
    for k, line in enumerate(lines):
        out[k, : len(line)], has[k, : len(line)] = line, True
    return out, has


def read_raw(work: Path) -> Raw:
    """The texts that `prepare` left in the folder."""
    with (work / "raw.pkl").open("rb") as file:
        return Raw(*pickle.load(file))
