"""Trees: the best dependency tree by the scores of its arcs (Chu and Liu 1965; Edmonds 1967)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]


def best_tree(scores: Floats) -> Ints:
    """The tree of the highest sum, with exactly one root.

    Args:
        scores: (n, n), the score of word j (column) as the head of word i (row); the diagonal scores i as the root.

    Returns:
        (n,) int32, the head of each word; -1 for the root.
    """
    heads = _likeliest(scores)
    if heads is not None:
        return heads
    return (_arborescence(_with_root(scores))[1:] - 1).astype(np.int32)


def _likeliest(scores: Floats) -> Ints | None:
    """Each word's best head, if together they are a tree with one root, as they mostly are."""
    heads = scores.argmax(1)
    own = np.arange(len(scores))
    roots = heads == own
    heads[roots] = -1
    if np.count_nonzero(roots) != 1 or _cycle(np.concatenate([[0], heads + 1])):
        return None
    found: Ints = heads.astype(np.int32)
    return found


def _with_root(scores: Floats) -> npt.NDArray[np.float64]:
    """(n + 1, n + 1): node 0 is above the root; what cannot be has -inf.

    Each arc from node 0 costs more than all other arcs together can make up for, so that the best tree has one of them.
    """
    n = len(scores)
    out = np.full((n + 1, n + 1), -np.inf)
    out[1:, 1:] = scores
    out[1:, 0] = scores.diagonal() - (n + 1) * (float(scores.max()) - float(scores.min()) + 1)
    out[np.arange(n + 1), np.arange(n + 1)] = -np.inf
    return out


def _arborescence(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """The head of each node in the best tree below node 0; entry 0 means nothing."""
    heads: npt.NDArray[np.int64] = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    ring = np.array(cycle)
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    own = scores[cycle, heads[cycle]]
    # one node in place of the cycle: into it by the arc that costs least, out of it from the best of its members
    into = scores[np.ix_(ring, rest)] - own[:, None]
    outof = scores[np.ix_(rest, ring)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = outof.max(1)
    small[0] = -np.inf
    tree = _arborescence(small)
    out = heads.copy()
    for i in range(1, len(rest)):
        out[rest[i]] = rest[tree[i]] if tree[i] < len(rest) else cycle[int(outof[i].argmax())]
    entry = int(tree[-1])
    broken = cycle[int(into[:, entry].argmax())]
    out[broken] = rest[entry]
    return out


def _cycle(heads: npt.NDArray[np.int64]) -> list[int]:
    """The nodes of one cycle, if there is any."""
    above = heads.tolist()
    state = [0] * len(above)
    state[0] = 2
    for start in range(1, len(above)):
        path: list[int] = []
        node = start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = above[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for done in path:
            state[done] = 2
    return []
