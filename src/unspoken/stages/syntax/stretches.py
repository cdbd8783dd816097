"""Stretches: what of a sentence lies in one quotation, or outside of any. Speech and narration are read apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from unspoken.layers.quotations import Quotation


def quoted(starts: Sequence[int], quotations: Iterable[Quotation]) -> list[str | None]:
    """For each token, given by its first offset, the id of the quotation that it lies in."""
    out: list[str | None] = [None] * len(starts)
    for quotation in quotations:
        for part in quotation.parts:
            low, high = bisect_left(starts, part.start), bisect_left(starts, part.end)
            out[low:high] = [quotation.id] * (high - low)
    return out


def stretches(marks: Sequence[str | None], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Runs of equal ``marks`` among tokens [low, high)."""
    first = low
    for k in range(low + 1, high + 1):
        if k == high or marks[k] != marks[first]:
            yield first, k
            first = k
