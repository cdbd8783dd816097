"""The clauses above a clause: what it hangs on, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unspoken.layers.clauses import Clause

DEEP = 4  # clauses above a clause that are looked at


def governors(clauses: Sequence[Clause], clause: Clause) -> Iterator[Clause]:
    """The clauses that one hangs on, the nearest first, a few at most.

    Args:
        clauses: the whole layer, which ``governor`` is an index into.
        clause: one of them.
    """
    for _ in range(DEEP):
        if clause.governor is None:
            return
        clause = clauses[clause.governor]
        yield clause
