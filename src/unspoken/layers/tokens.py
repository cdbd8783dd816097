"""Words and punctuation as columns: a novel has hundreds of thousands, so no record each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Tokens:
    """Token offsets: ``start`` and ``end`` are int32 arrays of one length, in text order, not overlapping."""

    start: Ints
    end: Ints

    def __len__(self) -> int:
        return len(self.start)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and bool(
            np.array_equal(self.start, other.start) and np.array_equal(self.end, other.end)
        )

    def within(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly inside [start, end)."""
        return range(bisect_left(self.start, start), bisect_right(self.end, end))


@dataclass(frozen=True)
class Syntax:
    """Columns parallel to Tokens, in Universal Dependencies terms; None where there is no stage for a column yet."""

    lemma: Sequence[str] | None = None
    pos: Sequence[str] | None = None
    feats: Sequence[str] | None = None
    head: Sequence[int] | None = None
    deprel: Sequence[str] | None = None
    source: str = field(default="rules", compare=False)
