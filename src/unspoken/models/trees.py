"""Trees: the best dependency tree by the scores of its arcs (Chu and Liu 1965; Edmonds 1967; Tarjan 1977)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Table = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Arc = tuple[int, int]  # a word and its head


def best_tree(scores: Floats) -> Ints:
    """The tree of the highest sum, with exactly one root.

    Args:
        scores: (n, n), the score of word j (column) as the head of word i (row); the diagonal scores i as the root.

    Returns:
        (n,) int32, the head of each word; -1 for the root.
    """
    heads = _likeliest(scores)
    return _rooted(scores) if heads is None else heads


def _likeliest(scores: Floats) -> Ints | None:
    """Each word's best head, if together they are a tree with one root, as they mostly are."""
    heads = scores.argmax(1)
    own = np.arange(len(scores))
    roots = heads == own
    heads[roots] = -1
    if np.count_nonzero(roots) != 1 or _circular([0, *(heads + 1).tolist()]):
        return None
    found: Ints = heads.astype(np.int32)
    return found


def _rooted(scores: Floats) -> Ints:
    """The best tree with one root: a root costs more than any choice of heads gains (Stanojević and Cohen 2021)."""
    size = len(scores)
    table = np.full((size + 1, size + 1), -np.inf)  # node 0 is above the root; what cannot be has -inf
    table[1:, 1:] = scores
    np.fill_diagonal(table, -np.inf)
    table[1:, 0] = scores.diagonal() - size * float(np.ptp(scores)) - 1.0
    return (_arborescence(table) - 1).astype(np.int32)


def _arborescence(scores: Table) -> Ints:
    """The head of each node but the first in the best tree below node 0."""
    forest = _Forest(scores)
    hangs = [True] + [False] * (len(scores) - 1)  # what is known to come to node 0
    for word in range(1, len(scores)):
        path: list[int] = []
        row = forest.row[word]
        while not hangs[row]:
            if row in path:
                at = path.index(row)
                path, cycle = path[:at], path[at:]
                forest.contract(cycle)
            path.append(row)
            row = forest.follow(row)
        for done in path:
            hangs[done] = True
    return forest.heads()


class _Forest:
    """Nodes, of which some stand for cycles; such a one lives on in the row and column of the cycle's first member.

    Nodes below the number of words are words. Since a cycle's best arc may begin or end at any of its members, the word
    and the head that a score belongs to are kept beside it.
    """

    def __init__(self, scores: Table) -> None:
        size = len(scores)
        self.row = list(range(size))  # of each word: the row in which it lives
        self._scores = scores.copy()
        self._word, self._head = np.indices((size, size), dtype=np.int32)
        self._node = list(range(size))  # of each row: the node that lives there
        self._best: dict[int, tuple[float, Arc]] = {}  # of each row: its best score, and the arc that has it
        self._above: dict[int, int] = {}  # of a node in a cycle: the node that stands for the cycle
        self._inside: dict[int, list[tuple[int, Arc]]] = {}  # of a cycle: its nodes and the arcs that make it one

    def follow(self, row: int) -> int:
        """Choose the best head for the node in a row; the row that it is in."""
        head = int(self._scores[row].argmax())
        arc = int(self._word[row, head]), int(self._head[row, head])
        self._best[row] = float(self._scores[row, head]), arc
        return head

    def contract(self, cycle: list[int]) -> None:
        """Let the first of some rows stand for all: an arc into them costs what it takes out of the cycle."""
        first, *others = cycle
        self._scores[cycle] -= np.array([[self._best[row][0]] for row in cycle])
        at = np.arange(len(self._scores))
        into = np.array(cycle)[self._scores[cycle].argmax(0)]
        for table in (self._word, self._head, self._scores):
            table[first] = table[into, at]
        outof = np.array(cycle)[self._scores[:, cycle].argmax(1)]
        for table in (self._word, self._head, self._scores):
            table[:, first] = table[at, outof]
        self._scores[first, cycle] = -np.inf
        self._scores[others] = self._scores[:, others] = -np.inf
        self._stand_for(cycle)

    def _stand_for(self, cycle: list[int]) -> None:
        node = len(self.row) + len(self._inside)
        self._inside[node] = [(self._node[row], self._best[row][1]) for row in cycle]
        self._above.update({member: node for member, _ in self._inside[node]})
        self._node[cycle[0]] = node
        self.row = [cycle[0] if row in cycle else row for row in self.row]

    def heads(self) -> Ints:
        """The head of each word but the first: the arc into a cycle takes the place of one within it."""
        heads = np.zeros(len(self.row), np.int32)
        waiting = [(self._node[row], self._best[row][1]) for row in sorted({*self.row} - {0})]
        while waiting:
            top, (word, heads[word]) = waiting.pop()
            node = word
            while node != top:
                waiting += [entry for entry in self._inside[self._above[node]] if entry[0] != node]
                node = self._above[node]
        return heads[1:]


def _circular(above: list[int]) -> bool:
    """Whether following heads from some node comes back to it and never to node 0."""
    free = [True] + [False] * (len(above) - 1)
    for start in range(1, len(above)):
        path: list[int] = []
        node = start
        while not free[node]:
            if len(path) > len(above):
                return True
            path.append(node)
            node = above[node]
        for done in path:
            free[done] = True
    return False
