"""Syntax: part of speech, features and a dependency tree (Dozat and Manning 2017)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from unspoken.models.layers import Floats, Weights, hidden, linear, pairs
from unspoken.models.trees import best_tree

Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Syntax:
    """Columns, one entry a word: numbers of labels, and the head (-1: it is a root)."""

    pos: npt.NDArray[np.uint8]
    feats: npt.NDArray[np.uint16]
    head: Ints
    relation: npt.NDArray[np.uint8]


def syntax(weights: Weights, x: Floats, units: Iterable[tuple[int, int]]) -> Syntax:
    """Tag and parse a stretch of words.

    Args:
        weights: of all heads.
        x: (words, size), the states.
        units: the words [low, high) of each tree; they cover the stretch.
    """
    arcs = pairs(weights, "syntax.arcs", x)
    head = np.full(len(x), -1, np.int32)
    for low, high in units:
        tree = best_tree(arcs[low:high, low:high])
        head[low:high] = np.where(tree < 0, -1, tree + low)
    own = np.arange(len(x))
    child, parent = hidden(weights, "syntax.child", x), hidden(weights, "syntax.parent", x)
    parent = parent[np.where(head < 0, own, head)]
    relation = (
        linear(weights, "syntax.by_child", child)
        + linear(weights, "syntax.by_parent", parent)
        + linear(weights, "syntax.by_both", child * parent)
    )
    return Syntax(
        linear(weights, "syntax.pos", x).argmax(1).astype(np.uint8),
        linear(weights, "syntax.feats", x).argmax(1).astype(np.uint16),
        head,
        relation.argmax(1).astype(np.uint8),
    )
