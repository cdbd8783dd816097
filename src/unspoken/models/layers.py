"""What heads are built of, in numpy: their weights are small, and numpy is as fast as a second runtime."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Floats]


def linear(weights: Weights, name: str, x: Floats) -> Floats:
    """(rows, in) -> (rows, out)."""
    out: Floats = x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]
    return out


def hidden(weights: Weights, name: str, x: Floats) -> Floats:
    """A hidden layer: linear, then what is below zero becomes zero."""
    out = linear(weights, f"{name}.1", x)
    return np.maximum(out, 0, out=out)


def pairs(weights: Weights, name: str, x: Floats) -> Floats:
    """Scores of all pairs of rows by a biaffine form (Dozat and Manning 2017): (rows, rows)."""
    one = np.ones((len(x), 1), np.float32)
    left = np.concatenate([hidden(weights, f"{name}.left", x), one], 1)
    right = np.concatenate([hidden(weights, f"{name}.right", x), one], 1)
    out: Floats = left @ weights[f"{name}.pair"] @ right.T
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
