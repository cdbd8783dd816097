"""Texts with the mentions of people and things, and the scorer that says which mention goes back to which.

It is trained together with the encoder (Lee and others 2017, End-to-end neural coreference resolution); the network is
that of `models/coreference.py`, with the same names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from unspoken.models.coreference import BACK
from unspoken.models.pairs import KINDS, Written, features

SIZE, INNER = 128, 96
NONE = -1e4


@dataclass(frozen=True)
class Chain:
    """A text: its words, the first words of its sentences, its spans of words in text order, what is written in them,
    and their clusters, if somebody said so."""

    words: Sequence[str]
    breaks: Sequence[int]
    first: Sequence[int]
    last: Sequence[int]
    spans: Written
    cluster: Sequence[str] | None = None

    @cached_property
    def pairs(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """All pairs near enough, later and earlier span, and (pairs, features) the rows that they have in one table."""
        now, before = np.tril_indices(len(self.spans), -1)
        near = now - before <= BACK
        now, before = now[near], before[near]
        found = features(self.spans, now.astype(np.int32), before.astype(np.int32))
        low = np.cumsum([0, *KINDS.values()][:-1])
        rows = np.stack([found[kind] + first for kind, first in zip(KINDS, low, strict=True)], 1)
        return now, before, rows.astype(np.int32)

    @cached_property
    def right(self) -> npt.NDArray[np.bool_]:
        """(spans, 1 + BACK), true where the antecedent is right, or where there is none and it is new."""
        numbers = np.unique(np.array(self.cluster), return_inverse=True)[1]
        out = np.zeros((len(numbers), BACK + 1), bool)
        for lag in range(1, min(BACK, len(numbers) - 1) + 1):
            out[lag:, lag] = numbers[lag:] == numbers[:-lag]
        out[:, 0] = ~out[:, 1:].any(1)
        return out


class Scorer(nn.Module):
    """Scores of being new, and of each span before (Lee and others 2017)."""

    def __init__(self, width: int, drop: float) -> None:
        super().__init__()
        self.mention = nn.ModuleDict({"1": nn.Linear(2 * width, SIZE)})
        self.now, self.before, self.both = nn.Linear(SIZE, INNER), nn.Linear(SIZE, INNER), nn.Linear(SIZE, INNER)
        self.new = nn.ModuleDict({"1": nn.Linear(SIZE, INNER), "2": nn.Linear(INNER, 1)})
        self.kinds = nn.ParameterDict({k: nn.Parameter(0.02 * torch.randn(n, INNER)) for k, n in KINDS.items()})
        self.out = nn.Parameter(torch.randn(INNER) / INNER**0.5)
        self.drop = nn.Dropout(drop)

    def forward(self, states: Tensor, chain: Chain) -> Tensor:
        """(words, width) states -> (spans, 1 + BACK): of being new, and of each span before, the nearest first."""
        first, last = torch.tensor(chain.first), torch.tensor(chain.last)
        vector = torch.cat([states[first], states[last]], 1)
        vector = self.drop(torch.relu(self.mention["1"](self.drop(vector))))
        a, b, rows = map(torch.tensor, chain.pairs)
        x = self.now(vector)[a] + self.before(vector)[b] + self.both(vector[a] * vector[b])
        x = x + F.embedding_bag(rows, torch.cat([self.kinds[k] for k in KINDS]), mode="sum")
        table = torch.full((len(vector), BACK + 1), NONE)
        table = table.index_put((a, a - b), torch.relu(x) @ self.out)
        fresh = self.new["2"](self.drop(torch.relu(self.new["1"](vector))))
        return torch.cat([fresh, table[:, 1:]], 1)
