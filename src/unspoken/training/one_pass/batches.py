"""Batches: windows of like length, padded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.examples import Example, side_by_side, windows


@dataclass(frozen=True)
class Batch:
    """Windows side by side. ``ids`` and ``mask`` are (windows, pieces), ``first`` and ``filled`` (windows, words)."""

    examples: Sequence[Example]
    ids: Tensor
    mask: Tensor
    first: Tensor
    filled: Tensor
    sentence: Tensor  # (windows, words): the number of each word's sentence


def batch(examples: Sequence[Example], pieces: Pieces) -> Batch:
    """Pad windows to one length."""
    rows, firsts, sentence = [], [], []
    for example in examples:
        row, first = [pieces.open], []
        for word in pieces(example.words):
            first.append(len(row))
            row += word
        rows.append([*row, pieces.close])
        firsts.append(first)
        begins = set(example.starts)
        number, numbers = 0, []
        for w in range(len(example.words)):
            number += w in begins
            numbers.append(number)
        sentence.append(numbers)
    return Batch(
        examples, _padded(rows, pieces.pad), _padded([[1] * len(r) for r in rows], 0).bool(), _padded(firsts, 0),
        _padded([[1] * len(f) for f in firsts], 0).bool(), _padded(sentence, -1),
    )  # fmt: skip


def _padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    out = np.full((len(rows), max(map(len, rows))), fill)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.tensor(out)


def batches(
    examples: Sequence[Example], pieces: Pieces, most: int, room: int, chance: Random | None = None
) -> Iterator[Batch]:
    """All examples once, in windows of at most ``most`` pieces, about ``room`` pieces a batch; ``chance`` shuffles."""
    cut: list[tuple[int, Example]] = []
    if chance and examples[0].cues is not None and examples[0].spans is None:
        examples = side_by_side(list(examples), chance)
    for example in examples:
        sizes = [len(p) for p in pieces(example.words)]
        for window in windows(example, sizes, most, chance):
            cut.append((sum(len(p) for p in pieces(window.words)) + 2, window))
    if chance:
        chance.shuffle(cut)
    near = [sorted(cut[i : i + 256], key=lambda c: c[0]) for i in range(0, len(cut), 256)]
    groups: list[list[Example]] = []
    for chunk in near:
        group: list[Example] = []
        for size, window in chunk:
            if group and size * (len(group) + 1) > room:
                groups.append(group)
                group = []
            group.append(window)
        groups.append(group)
    if chance:
        chance.shuffle(groups)
    return (batch(group, pieces) for group in groups)
