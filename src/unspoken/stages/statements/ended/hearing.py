"""Who hears what is said beside those to whom it is said, and who does not, though they are of the scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Kind, Statement
from unspoken.stages.statements.reader import Reader

NEAR = 1200  # code points between what is said and the words that tell who is within earshot


def hearers(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements that take somebody away while something is said ("had gone down to the lake", "heard not a word"), or
    let somebody overhear it ("heard every word").

    Args:
        reader: has the text, its clauses and who is meant.
        statements: what was found so far, in text order.
    """
    said = [s for s in statements if s.kind in ("say", "own")]
    for clause in reader.clauses:
        if clause.quotation is None and said:
            yield from _of(reader, clause, said)


def _of(reader: Reader, clause: Clause, said: Sequence[Statement]) -> Iterator[Statement]:
    who = reader.claims.who(clause.subject)
    hears = None if who is None else _hears(reader, clause)
    if who is None or hears is None:
        return
    for s in said:
        if who == s.holder or who in s.to or abs(s.start - clause.start) > NEAR:
            continue
        if reader.scene(s.start) != reader.scene(clause.start):
            continue
        if not hears:
            yield around(s, "deaf", who, s.start)
            yield around(s, "back", who, s.end)
        elif s.end <= clause.start:
            yield Statement(
                "overhears", who, s.claim, "believes", (s.holder,), None, clause.start, clause.end, s.confidence
            )


def _hears(reader: Reader, clause: Clause) -> bool | None:
    """Whether the subject hears what is said here, or cannot; None where the clause does not tell."""
    if clause.conditional or clause.modal in ("would", "might", "may") or clause.question:
        return None
    words = reader.text[clause.start : clause.end].lower()
    table = resources.table("beliefs.toml")["earshot"]
    if clause.lemma in table["hearing"].split():
        thing = reader.text[clause.object.start : clause.object.end].lower().split() if clause.object else []
        nothing = clause.negated or " not a " in words or bool(thing and thing[0] in ("nothing", "none"))
        known = bool(thing) and (thing[-1] in table["what"].split() or reader.claims.who(clause.object) is not None)
        return (not nothing) if known else None
    gone = clause.object is None and clause.complement is None and clause.tense == "pluperfect"
    if gone and clause.lemma in table["leaving"].split() and not clause.negated:
        return False
    return False if any(phrase in words for phrase in table["away"]) and not clause.negated else None


def around(said: Statement, kind: Kind, who: str, place: int) -> Statement:
    """What holds for somebody right before or after something is said: deaf and back, distrust and trust."""
    return Statement(kind, who, said.claim, "believes", (said.holder,), None, place, place, said.confidence)
