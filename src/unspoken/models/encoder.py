"""The encoder: reads any length of text once, window by window, and gives a vector for every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from unspoken.models.pieces import Pieces
from unspoken.models.store import Model, model
from unspoken.threads import THREADS, ahead

if TYPE_CHECKING:
    from onnxruntime import RunOptions

Floats = npt.NDArray[np.float32]
Numbers = tuple[int, ...]

AHEAD = 32  # windows that are sorted by length before they are batched
PARTS = ("lower", "upper")  # layers, from below


@dataclass(frozen=True)
class Grid:
    """How a text is cut: ``core`` pieces that a window is read for, ``margin`` pieces read on either side, so that no
    word is read without what stands around it, and windows a ``batch``: as much as the processor's caches like."""

    core: int
    margin: int
    batch: int


GRIDS = {"lower": Grid(160, 8, 8), "upper": Grid(300, 60, 4)}  # by the last part that is read


@dataclass(frozen=True)
class Window:
    """Words [low, high) are read for themselves, the others of [left, right) for what they say about them."""

    left: int
    low: int
    high: int
    right: int


def windows(sizes: Sequence[int], breaks: Sequence[int], grid: Grid) -> Iterator[Window]:
    """Cut a text into windows whose cores are whole units and cover every word once.

    Args:
        sizes: the number of pieces of each word.
        breaks: first words of the units (sentences), ascending; a unit longer than a core is cut.
        grid: how large they are.
    """
    ends = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    low = 0
    inner = [b for b in breaks if 0 < b < len(sizes)]
    at = 0
    while low < len(sizes):
        furthest = max(low + 1, int(np.searchsorted(ends, ends[low] + grid.core, "right")) - 1)
        high = low
        while at < len(inner) and inner[at] <= furthest:
            high = inner[at]
            at += 1
        if furthest >= len(sizes):
            high = len(sizes)
        high = high if high > low else furthest
        left = min(low, int(np.searchsorted(ends, ends[low] - grid.margin)))
        right = max(high, int(np.searchsorted(ends, ends[high] + grid.margin, "right")) - 1)
        yield Window(left, low, high, right)
        low = high


class Encoder:
    """An encoder in ONNX Runtime; its weights are loaded when it is made.

    Args:
        source: the model's files.
        part: the layers that give the states: the ``lower``, which is faster, or the ``upper``, after the lower.
        threads: how many it may use; the states do not depend on it.

    Raises:
        BrokenModel: a file is missing or damaged.
    """

    def __init__(self, source: Model, part: str, threads: int = THREADS) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        # its threads, if they spin after their work, take the cores from the heads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._sessions = {
            name: onnxruntime.InferenceSession(source.read(f"{name}.onnx"), options, providers=["CPUExecutionProvider"])
            for name in PARTS[: PARTS.index(part) + 1]
        }
        self.grid = GRIDS[part]
        self.pieces = Pieces(source.vocabulary(), bool(source.card["uncased"]))

    def states(self, words: Sequence[str], breaks: Sequence[int]) -> Iterator[tuple[int, list[Floats]]]:
        """Read a text; what is read is given at once and not kept, so that memory does not grow with the text.

        A word's vector is that of its first piece, from the one window in whose core it lies.

        Args:
            words: the tokens of the text.
            breaks: first tokens of sentences, ascending.

        Yields:
            Each core in text order: its first token, and (tokens, size) float32 for each part, from below.
        """
        numbers = self.pieces(words)
        cut = windows([len(n) for n in numbers], breaks, self.grid)
        groups = iter(lambda: [*islice(cut, AHEAD)], [])
        yield from chain.from_iterable(ahead(self._read(numbers, group) for group in groups))
        self._rest()

    def _read(self, numbers: Sequence[Numbers], group: Sequence[Window]) -> list[tuple[int, list[Floats]]]:
        rows = [self._row(numbers[w.left : w.right]) for w in group]
        order = sorted(range(len(group)), key=lambda k: len(rows[k][0]))
        found: list[list[Floats]] = [[]] * len(group)
        for start in range(0, len(order), self.grid.batch):
            chunk = order[start : start + self.grid.batch]
            parts = self._run([rows[k][0] for k in chunk])
            for line, k in enumerate(chunk):
                window = group[k]
                first = rows[k][1][window.low - window.left : window.high - window.left]
                found[k] = [states[line, first] for states in parts]
        return [(window.low, vectors) for window, vectors in zip(group, found, strict=True)]

    def _row(self, numbers: Sequence[Numbers]) -> tuple[list[int], list[int]]:
        """All pieces with the marks around them, and the place of each word's first piece."""
        row, first = [self.pieces.open], []
        for word in numbers:
            first.append(len(row))
            row += word[:8]  # no word says more by its end
        return [*row, self.pieces.close], first

    def _rest(self) -> None:
        """Give back the memory of the batches: the layers that are made next would have to stand beside it."""
        from onnxruntime import RunOptions

        shrinking = RunOptions()
        shrinking.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        self._run([[self.pieces.open, self.pieces.close]], shrinking)

    def _run(self, rows: Sequence[Sequence[int]], options: RunOptions | None = None) -> list[Floats]:
        longest = max(map(len, rows))
        ids = np.full((len(rows), longest), self.pieces.pad, np.int64)
        mask = np.zeros((len(rows), longest), bool)
        for k, row in enumerate(rows):
            ids[k, : len(row)], mask[k, : len(row)] = row, True
        out: list[Floats] = []
        given = {"ids": ids, "mask": mask}
        for part, session in self._sessions.items():
            out += session.run([part], given, options)
            given = {part: out[-1], "mask": mask}
        return out


@cache
def encoder(name: str, part: str, threads: int = THREADS) -> Encoder:
    """The encoder of the model of that name as far as that part, loaded once."""
    return Encoder(model(name), part, threads)
