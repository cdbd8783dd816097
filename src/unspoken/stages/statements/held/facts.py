"""Plain facts: what a clause tells that somebody is or does, where it says nothing of a heart."""

from __future__ import annotations

from unspoken.layers.beliefs import Proposition
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.claims import Claims
from unspoken.stages.statements.claims.propositions import few_words

SHORT = 40  # code points from its subject to its verb


def fact(claims: Claims, k: int, asked: bool = False, modal: bool = False) -> Claim | None:
    """What a clause tells that its subject is or does, or None where it tells nothing that is so.

    Args:
        claims: has the clauses and who is meant.
        k: the number of the clause.
        asked: it may be a question ("how much she had suffered").
        modal: it may be what somebody would do.
    """
    clause, text = claims.clauses[k], claims.text
    subject = claims.who(clause.subject) or _inner(claims, clause.subject)
    plain = (asked or clause.marker in (None, "that")) and not clause.question
    plain = plain and (clause.modal == "would" if modal and clause.modal else not (clause.conditional or clause.modal))
    if subject is None or not plain or (clause.tense not in TOLD and not clause.modal):
        return None
    below = (claims.clauses[j] for j in claims.governed.get(k, ()))
    end = max((c.end for c in below if c.tense == "infinitive"), default=clause.end)  # "meant to leave her"
    end = max(end, clause.end)
    words = few_words(text[clause.verb.start : end])
    whole = clause.subject is not None and 0 <= clause.verb.start - clause.subject.start < SHORT
    told = few_words(text[clause.subject.start : end]) if clause.subject is not None and whole else words
    public, atom = Proposition("fact", subject, None, told), Atom(f"fact {words}", subject)
    return Claim(public, not clause.negated, atom, True, clause.start, end)


def _inner(claims: Claims, span: Span | None) -> str | None:
    """Whose heart or mind a phrase tells of ("his intention", "her feelings")."""
    words = claims.text[span.start : span.end].lower().split() if span is not None else []
    return claims.owner(span) if words and words[-1] in word_set("secrets") else None
