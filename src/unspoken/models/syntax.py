"""Syntax: part of speech, features and a dependency tree (Dozat and Manning 2017).

Where both parts of the encoder read, both have a say: the lower layers keep more of what holds for any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from unspoken.models.layers import Floats, Inner, Weights, linear, logs, pairs
from unspoken.models.trees import best_tree

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Syntax:
    """Columns, one entry a word: numbers of labels, and the head (-1: it is a root)."""

    pos: npt.NDArray[np.uint8]
    feats: npt.NDArray[np.uint16]
    head: Ints
    relation: npt.NDArray[np.uint8]


Reading = tuple[Weights, Inner]  # heads, and what their first layers make of the words


def syntax(readings: Sequence[Reading], units: Iterable[tuple[int, int]], root: int) -> Syntax:
    """Tag and parse a stretch of words by the mean of what all heads say (log probabilities).

    Args:
        readings: of each part of the encoder that was read.
        units: the words [low, high) of each tree; they cover the stretch.
        root: the number of the relation that roots have, and nothing else.
    """
    arcs = [pairs(weights, "syntax.arcs", inner) for weights, inner in readings]
    head = np.full(len(arcs[0]), -1, np.int32)
    for low, high in units:
        tree = best_tree(_mean(a[low:high, low:high] for a in arcs))
        head[low:high] = np.where(tree < 0, -1, tree + low)
    parent = np.where(head < 0, np.arange(len(head)), head)
    relation = _mean(_relations(w, inner, parent) for w, inner in readings)
    relation[head >= 0, root] = -np.inf
    return Syntax(
        _mean(inner["syntax.pos"] for _, inner in readings).argmax(1).astype(np.uint8),
        _mean(inner["syntax.feats"] for _, inner in readings).argmax(1).astype(np.uint16),
        head,
        np.where(head < 0, root, relation.argmax(1)).astype(np.uint8),
    )


def _mean(scores: Iterable[Floats]) -> Floats:
    """The mean of rows of scores, each normalised; one alone stays as it is."""
    first, *others = scores
    return sum((logs(s) for s in others), logs(first)) if others else first


def _relations(weights: Weights, inner: Inner, head: Ints) -> Floats:
    """(words, relations), given each word's head."""
    child, parent = inner["syntax.child"], inner["syntax.parent"][head]
    return (
        linear(weights, "syntax.by_child", child)
        + linear(weights, "syntax.by_parent", parent)
        + linear(weights, "syntax.by_both", child * parent)
    )
