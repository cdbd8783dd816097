"""The encoder: reads any length of text once, window by window, and gives a vector for every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from unspoken.models.pieces import Pieces
from unspoken.models.store import Model, model

Floats = npt.NDArray[np.float32]
Numbers = tuple[int, ...]

CORE = 300  # pieces that a window is read for
MARGIN = 60  # pieces read on either side, so that no word is read without what stands around it
BATCH = 4  # windows
AHEAD = 32  # windows that are sorted by length before they are batched
THREADS = 2
# The network has seen few sentences that stand alone, and reads them badly; between two others it reads them well.
ALONE = 50  # pieces from which a window needs no others
BEFORE = ["It", "was", "late", "in", "the", "evening", ",", "and", "they", "were", "all", "at", "home", "again", "."]
AFTER = ["Then", "he", "went", "out", "into", "the", "garden", "and", "closed", "the", "door", "behind", "him", "."]


@dataclass(frozen=True)
class Window:
    """Words [low, high) are read for themselves, the others of [left, right) for what they say about them."""

    left: int
    low: int
    high: int
    right: int


def windows(sizes: Sequence[int], breaks: Sequence[int]) -> Iterator[Window]:
    """Cut a text into windows whose cores are whole units and cover every word once.

    Args:
        sizes: the number of pieces of each word.
        breaks: first words of the units (sentences), ascending; a unit longer than a core is cut.
    """
    ends = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    low = 0
    inner = [b for b in breaks if 0 < b < len(sizes)]
    at = 0
    while low < len(sizes):
        furthest = max(low + 1, int(np.searchsorted(ends, ends[low] + CORE, "right")) - 1)
        high = low
        while at < len(inner) and inner[at] <= furthest:
            high = inner[at]
            at += 1
        if furthest >= len(sizes):
            high = len(sizes)
        high = high if high > low else furthest
        left = min(low, int(np.searchsorted(ends, ends[low] - MARGIN)))
        right = max(high, int(np.searchsorted(ends, ends[high] + MARGIN, "right")) - 1)
        yield Window(left, low, high, right)
        low = high


class Encoder:
    """An encoder in ONNX Runtime; its weights are loaded when it is made.

    Raises:
        BrokenModel: a file is missing or damaged.
    """

    def __init__(self, source: Model) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = THREADS, 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False  # it would keep the room of the largest batch for good
        self._session = onnxruntime.InferenceSession(
            source.read("encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.pieces = Pieces(source.vocabulary(), bool(source.card["lower"]))
        self._before, self._after = ([n for word in self.pieces(words) for n in word] for words in (BEFORE, AFTER))

    def states(self, words: Sequence[str], breaks: Sequence[int]) -> Iterator[tuple[int, Floats]]:
        """Read a text; what is read is given at once and not kept, so that memory does not grow with the text.

        A word's vector is that of its first piece, from the one window in whose core it lies.

        Args:
            words: the tokens of the text.
            breaks: first tokens of sentences, ascending.

        Yields:
            Each core in text order: its first token, and (tokens, size) float32.
        """
        numbers = self.pieces(words)
        waiting: list[Window] = []
        for window in windows([len(n) for n in numbers], breaks):
            waiting.append(window)
            if len(waiting) == AHEAD:
                yield from self._read(numbers, waiting)
                waiting = []
        yield from self._read(numbers, waiting)

    def _read(self, numbers: Sequence[Numbers], group: Sequence[Window]) -> Iterator[tuple[int, Floats]]:
        rows = [self._row(numbers[w.left : w.right]) for w in group]
        order = sorted(range(len(group)), key=lambda k: len(rows[k][0]))
        found: list[Floats] = [np.empty((0, 0), np.float32)] * len(group)
        for start in range(0, len(order), BATCH):
            chunk = order[start : start + BATCH]
            states = self._run([rows[k][0] for k in chunk])
            for line, k in enumerate(chunk):
                window = group[k]
                first = rows[k][1][window.low - window.left : window.high - window.left]
                found[k] = states[line, first]
        for window, vectors in zip(group, found, strict=True):
            yield window.low, vectors

    def _row(self, numbers: Sequence[Numbers]) -> tuple[list[int], list[int]]:
        """All pieces with the marks around them, and the place of each word's first piece."""
        alone = sum(map(len, numbers)) < ALONE
        row, first = [self.pieces.open, *(self._before if alone else ())], []
        for word in numbers:
            first.append(len(row))
            row += word[:8]  # no word says more by its end
        return [*row, *(self._after if alone else ()), self.pieces.close], first

    def _run(self, rows: Sequence[Sequence[int]]) -> Floats:
        longest = max(map(len, rows))
        ids = np.full((len(rows), longest), self.pieces.pad, np.int64)
        mask = np.zeros((len(rows), longest), bool)
        for k, row in enumerate(rows):
            ids[k, : len(row)], mask[k, : len(row)] = row, True
        states: Floats = self._session.run(["states"], {"ids": ids, "mask": mask})[0]
        return states


@cache
def encoder(name: str) -> Encoder:
    """The encoder of the model of that name, loaded once."""
    return Encoder(model(name))
