"""What heads are built of, in numpy: their weights are small, and numpy is as fast as a second runtime."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Floats]
Inner = Mapping[str, Floats]  # what the first layers of heads make of words, by name: (words, width) each


@dataclass(frozen=True)
class First:
    """The first layers of many heads side by side, so that one product does for all: far faster than one by one.

    Columns below ``bent`` are those of hidden layers, in which what is below zero becomes zero.
    """

    weight: Floats  # (size, columns)
    bias: Floats  # (columns,)
    columns: Mapping[str, slice]
    bent: int

    @classmethod
    def of(cls, weights: Weights, size: int, prefix: str = "") -> First:
        """The layers that read states of that size, of the heads whose names begin so."""
        own = (name for name in weights if name.startswith(prefix) and name.endswith(".weight"))
        names = [name for name in own if weights[name].shape[1:] == (size,)]
        names.sort(key=lambda name: not name.endswith(".1.weight"))
        ends = np.cumsum([0, *(len(weights[name]) for name in names)]).tolist()
        plain = [name.removesuffix(".weight").removesuffix(".1") for name in names]
        return cls(
            np.ascontiguousarray(np.concatenate([weights[name] for name in names]).T),
            np.concatenate([weights[name.removesuffix("weight") + "bias"] for name in names]),
            {name: slice(low, high) for name, (low, high) in zip(plain, pairwise(ends), strict=True)},
            sum(len(weights[name]) for name in names if name.endswith(".1.weight")),
        )

    def __call__(self, states: Floats) -> Inner:
        """Read (words, size)."""
        rows: Floats = states @ self.weight
        rows += self.bias
        np.maximum(rows[:, : self.bent], 0, out=rows[:, : self.bent])
        return {name: rows[:, columns] for name, columns in self.columns.items()}


def linear(weights: Weights, name: str, x: Floats) -> Floats:
    """(rows, in) -> (rows, out)."""
    out: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return out


def hidden(weights: Weights, name: str, x: Floats) -> Floats:
    """A hidden layer: linear, then what is below zero becomes zero."""
    out = linear(weights, f"{name}.1", x)
    return np.maximum(out, 0, out=out)


def pairs(weights: Weights, name: str, inner: Inner) -> Floats:
    """Scores of all pairs of words by a biaffine form (Dozat and Manning 2017): (words, words)."""
    left, right, form = inner[f"{name}.left"], inner[f"{name}.right"], weights[f"{name}.pair"]
    # the last row and column of the form are for a constant that stands beside the words
    bent: Floats = left @ form[:-1] + form[-1]
    out: Floats = bent[:, :-1] @ right.T + bent[:, -1:]
    return out


def share(x: Floats) -> Floats:
    """The logistic function: scores to probabilities."""
    out: Floats = np.float32(1) / (np.float32(1) + np.exp(-np.clip(x, np.float32(-30), np.float32(30))))
    return out


def shares(x: Floats) -> Floats:
    """Rows of scores to rows of probabilities that sum to one."""
    e = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out


def logs(x: Floats) -> Floats:
    """Rows of scores to rows of log probabilities."""
    top = x - x.max(-1, keepdims=True)
    out: Floats = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return out
