"""Sentences that say of one, and no other, what they say: "It was you that wanted to go"."""

from __future__ import annotations

from unspoken.stages.statements.reader import Reader

LEADS = ("that", "who", "whom")


def cleft(reader: Reader, k: int) -> int:
    """The clause that "it was you" leads to ("I thought it was you that wanted to go"), or the clause itself.

    Args:
        reader: has the clauses.
        k: the number of a clause.
    """
    clause, after = reader.clauses[k], reader.clauses[min(k + 1, len(reader.clauses) - 1)]
    it = clause.subject is not None and reader.text[clause.subject.start : clause.subject.end].lower() == "it"
    leads = clause.lemma == "be" and it and clause.complement is not None and not clause.negated
    next_to = after.sentence == clause.sentence and 0 <= after.start - clause.end <= len(" that ")
    return k + 1 if leads and next_to and after.marker in LEADS else k


def stressed(reader: Reader, k: int) -> bool:
    """Whether a clause is said of one, and no other, so.

    Args:
        reader: has the clauses.
        k: the number of a clause.
    """
    return k > 0 and reader.clauses[k].marker in LEADS and cleft(reader, k - 1) == k
