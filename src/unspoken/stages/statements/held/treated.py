"""What another does to somebody, by which these think that they are liked, or not: "You were sending me away"."""

from __future__ import annotations

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.propositions import REGARDS, disposed, heart, regarded
from unspoken.stages.statements.reader import Reader

DONE_TO = frozenset(("at", "of", "to", "by"))


def treatment(reader: Reader, holder: str, k: int) -> Claim | None:
    """What another does to somebody, or means to do ("you were sending me away", "you couldn't wait to be rid of me"):
    no verb of the heart, but it tells one all the same.

    Args:
        reader: has the clauses and who is meant.
        holder: to whom it is done.
        k: the number of the clause.
    """
    clause = reader.clauses[k]
    subject = reader.claims.who(clause.subject)
    told = clause.tense in TOLD and clause.modal in (None, "could", "would") and not clause.question
    told = told and (clause.modal == "would" or not clause.conditional)
    if subject in (None, holder) or not told:
        return None
    aims = [m for m in reader.claims.governed.get(k, ()) if reader.clauses[m].tense == "infinitive"]
    aims += [m for aim in aims for m in reader.claims.governed.get(aim, ()) if reader.clauses[m].tense == "infinitive"]
    if clause.lemma == "be" and clause.complement is not None:
        theirs = reader.claims.owner(clause.complement) == holder
        towards = any(reader.claims.who(o) == holder for o in clause.obliques if o.preposition in ("to", "with"))
        kind = disposed(reader.text[clause.complement.start : clause.complement.end], theirs, towards)
        return None if kind is None else _regards(subject, holder, kind is not clause.negated, clause.start, clause.end)
    phrases = [span for c in (clause, *(reader.clauses[m] for m in aims)) for span in _phrases(c)]
    if not any(reader.claims.who(span) == holder for span in phrases):
        return None
    end = max(clause.end, *(span.end for span in phrases), *(reader.clauses[m].end for m in aims))
    eager = clause.lemma == "wait" and clause.modal == "could"  # "couldn't wait to be rid of me"
    warm = regarded(reader.text[clause.verb.start : end], clause.negated and not eager)
    return None if warm is None else _regards(subject, holder, warm, clause.start, end)


def of_ones_own(reader: Reader, holder: str, k: int) -> Claim | None:
    """How another regards something of somebody's own, by which these think that they are liked ("supposed that she
    disliked his voice", "was convinced that he admired her memoirs").

    Args:
        reader: has the clauses and who is meant.
        holder: whose it is, and who thinks so.
        k: the number of the clause.
    """
    clause = reader.clauses[k]
    subject, entry = reader.claims.who(clause.subject), heart().get(clause.lemma)
    regard = entry is not None and (entry[0] == "attitude" or entry[1] == "love")
    plain = clause.tense in TOLD and clause.modal in (None, "could", "can") and not (clause.question or clause.passive)
    if entry is None or not regard or subject in (None, holder) or not plain or clause.object is None:
        return None
    thing = reader.text[clause.object.start : clause.object.end].lower().split()[-1]
    if thing not in word_set("own_things") or reader.claims.owner(clause.object) != holder:
        return None
    return _regards(subject or "", holder, entry[2] is not clause.negated, clause.start, clause.end)


def _regards(subject: str, holder: str, warm: bool, start: int, end: int) -> Claim:
    public = Proposition("attitude", subject, holder, "positive" if warm else "negative")
    return Claim(public, True, Atom(f"{REGARDS} {holder}", subject), warm, start, end)


def _phrases(clause: Clause) -> list[Span]:
    """The object of a clause, and what stands behind a preposition that leads to whom something is done to."""
    own = [] if clause.object is None else [clause.object]
    return own + [Span(o.start, o.end) for o in clause.obliques if o.preposition in DONE_TO]
