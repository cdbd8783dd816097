"""Whether a claim stands in what is joined on to something that only would be, or is only wished."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

UNREAL = frozenset(("would", "should", "might", "could"))
WERE_TO = re.compile(r"\b(?:were|was) (?:\w+ )?to\b|\bif\b", re.IGNORECASE)
WISHED = frozenset(("wish", "hope", "let"))
JOINED = re.compile(r"[^.;:!?—\n]*\b(?:and|or)\b[^.;:!?—\n]*$", re.IGNORECASE)
TOLD = frozenset(("past", "present", "perfect"))


def joined_on(reader: Reader, s: Statement) -> bool:
    """Whether what is claimed has its subject, and its mood, from a clause before it: "He would have taken her hand and
    told her that he loved her", "Were you to argue and annoy me".

    Args:
        reader: has the clauses.
        s: a statement.
    """
    clause = reader.at(s.claim.start) if s.claim.start >= s.start else reader.at(s.start)
    return clause is not None and any(_unreal(reader, c) for c in (clause, *_above(reader, clause)))


def _above(reader: Reader, clause: Clause) -> tuple[Clause, ...]:
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    return () if above is None else (above,)


def _unreal(reader: Reader, clause: Clause) -> bool:
    if not clause.subject_shared or clause.modal or clause.tense not in TOLD or clause.subject is None:
        return False
    for before in reader.beside(clause):
        first = before.subject == clause.subject and before.end <= clause.start
        if not first or before.subject_shared or before.quotation != clause.quotation:
            continue
        if JOINED.fullmatch(reader.text, before.end, clause.verb.start) is None:
            continue
        above = reader.clauses[before.governor] if before.governor is not None else None
        asked = WERE_TO.match(reader.text, before.start, before.verb.start) is not None
        wished = above is not None and above.lemma in WISHED and before.modal == "would"
        if before.modal in UNREAL or asked or wished:
            return True
    return False
