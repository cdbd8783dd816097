"""That another knew, as it comes home to the one whom the narration follows: "So she knew", "... and her mother had
known"."""

from __future__ import annotations

from collections.abc import Iterator

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Knows, Statement
from unspoken.stages.statements.reader import Reader

SURE = 0.5
BARE = frozenset(("", "already", "all along", "all the time", "all the while", "then", "too", "it", "it all along"))
LEADS = frozenset(("so", "then"))


def dawned(reader: Reader) -> Iterator[Statement]:
    """Statements of who knew something, in the thoughts of another, who may have learnt it just then.

    Args:
        reader: has the text, its clauses and through whose eyes it is told.
    """
    for i, clause in enumerate(reader.clauses):
        scene = reader.scene(clause.start)
        mind = scene.focal if scene is not None and scene.person == "third" else None
        who = reader.claims.who(clause.subject) if mind in reader.people and _bare(reader, i, clause) else None
        if who in (None, mind) or reader.documents.at(clause.start) is not None:
            continue
        found = clause.tense == "pluperfect"
        if found or _concluded(reader, clause):
            knows = Claim(
                Proposition("knows", who, None, None), True, Knows(who or "", Atom("fact", None)), True, clause.start,
                clause.end,
            )  # fmt: skip
            yield reader.statement("stance", mind or "", knows, "knows", clause, SURE)
        if found and not reader.crowded:
            fact = Claim(
                Proposition("fact", who, None, "knew"), True, Atom("fact knew", who), True, clause.start, clause.end
            )
            yield reader.statement("ignorant", mind or "", fact, "knows", clause, SURE, (mind or "",))


def _bare(reader: Reader, i: int, clause: Clause) -> bool:
    """Whether somebody is told to have known, and not what; nothing leads up to it, nothing hangs on it."""
    told = clause.quotation is None and clause.lemma == "know" and clause.tense in ("past", "pluperfect")
    open_ended = clause.negated or clause.question or clause.conditional or clause.passive or clause.modal is not None
    if not told or open_ended or clause.marker is not None or clause.governor is not None:
        return False
    rest = reader.text[clause.verb.end : clause.end].strip(" ,.!;:—–-").lower()
    return not reader.claims.governed.get(i) and not clause.subject_shared and rest in BARE


def _concluded(reader: Reader, clause: Clause) -> bool:
    """ "So she knew": the whole of a sentence."""
    span = reader.minds.sentences[clause.sentence]
    first = reader.text[span.start : span.end].lower().split()[0].strip(",")
    whole = reader.text[clause.end : span.end].strip(" .!—–-") == ""
    return (
        whole and first in LEADS and clause.subject is not None and clause.subject.start - span.start <= len("then, ")
    )
