"""The clauses above a clause: what it hangs on, and what that hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from unspoken.layers.clauses import Clause
from unspoken.stages.stances import stance_of, unaware

DEEP = 4  # clauses above a clause that are looked at
TOLD = frozenset(("past", "present", "perfect", "pluperfect"))  # tenses of what is said to be so


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


def with_idioms(text: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses with governors also where what is thought hangs on an idiom or a noun, which the parser seldom sees:
    "It dawned on her that ...", "She got it into her head that ...", "I had no idea you ...".

    Args:
        text: the whole text.
        clauses: the whole layer.
    """
    out = list(clauses[:1])
    for number, (before, clause) in enumerate(pairwise(clauses)):
        # of two clauses beside it the parser may take the later
        ahead = clause.governor is not None and clause.governor > number + 1
        leads = (clause.governor is None or ahead) and _hangs(text, before, clause)
        out.append(msgspec.structs.replace(clause, governor=number) if leads else clause)
    return tuple(out)


def _hangs(text: str, before: Clause, clause: Clause) -> bool:
    beside = before.sentence == clause.sentence and before.quotation == clause.quotation
    if not beside or not before.end <= clause.start <= before.end + 1 or clause.tense not in TOLD:
        return False
    if clause.marker == "that":
        return stance_of(text, before) is not None
    return clause.marker is None and before.object is not None and unaware(text, before)
