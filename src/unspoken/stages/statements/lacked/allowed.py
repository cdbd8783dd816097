"""Who is let go on in an error: "She let him think so", "Let her think what she likes", "You let me hate you"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.claims.propositions import denied
from unspoken.stages.statements.held.conduct import regards
from unspoken.stages.statements.reader import Reader

SURE = 0.55
ON = re.compile(r" on (?:think|believ|suppos|imagin|assum|fancy)ing\b")
OPEN = frozenset(("if", "unless", "lest", "whether"))


def allowed(reader: Reader) -> Iterator[Statement]:
    """What somebody wrongly thinks whom another lets think so.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        if clause.lemma != "let" or clause.negated or clause.passive or clause.question or clause.marker in OPEN:
            continue
        wrong = _wrong(reader, i, clause)
        inner = next((k for k in reader.claims.governed.get(i, ()) if _thinks(reader, k)), None)
        who = _lets(reader, clause)
        if inner is None or who is None or wrong in (None, who):
            continue
        claim = _claim(reader, clause, inner, wrong or "", who)
        yield from _stated(reader, clause, inner, claim, wrong or "", who)


def _thinks(reader: Reader, k: int) -> bool:
    """Whether a clause is of thinking so, or of going on to."""
    table, clause = resources.table("awareness.toml")["let"], reader.clauses[k]
    on = clause.lemma == "go" and ON.match(reader.text, clause.verb.end) is not None
    return on or clause.lemma in table["think"].split() or clause.lemma in table["hate"].split()


def _lets(reader: Reader, clause: Clause) -> str | None:
    """Who lets another think so; who says "Let her think it" of a third does."""
    mind = reader.mind(clause)
    if clause.subject is not None:
        told = clause.tense in TOLD and clause.modal in (None, "can", "could", "must")
        return reader.claims.who(clause.subject) if told and not clause.conditional else None
    said = clause.quotation is not None or reader.documents.at(clause.start) is not None
    bare = reader.text[clause.start : clause.verb.end].lower().split()[-1:] == ["let"]
    return mind if said and bare else None


def _wrong(reader: Reader, i: int, clause: Clause) -> str | None:
    """Who thinks so; nobody in "Let me think", "Let us suppose"."""
    spans = [clause.object, *(reader.clauses[k].subject for k in reader.claims.governed.get(i, ()))]
    who = next((w for s in spans if s is not None and (w := reader.claims.who(s)) is not None), None)
    quote, _ = reader.voice(clause)
    own = who is not None and quote is not None and who == quote.speaker
    if clause.subject is None and (who is None or own or (quote is not None and who in quote.addressees)):
        return None
    return who


def _claim(reader: Reader, clause: Clause, inner: int, wrong: str, who: str) -> Claim:
    """What they think: what is told below, or that the other is not liked, or "so"."""
    below = reader.clauses[inner]
    if below.lemma in resources.table("awareness.toml")["let"]["hate"].split():
        return regards(who, wrong, False, True, below)
    for k in reader.claims.governed.get(inner, ()):
        told = reader.claims.of(k)
        if told is not None and isinstance(told.prop, Atom) and told.proposition.subject != wrong:
            return told
    words = "so"  # the words do not say what
    public = Proposition("fact", who, None, words)
    return Claim(public, True, Atom(f"fact {words}", who), True, clause.start, max(below.end, clause.end))


def _stated(reader: Reader, clause: Clause, inner: int, claim: Claim, wrong: str, who: str) -> Iterator[Statement]:
    quote, letter = reader.voice(clause)
    start, end = clause.start, reader.evidence(max(clause.end, reader.clauses[inner].end))
    sure = round(SURE * (quote.confidence if quote is not None else 1.0), 3)
    if quote is not None and quote.speaker == wrong:  # "You let me hate you"
        yield Statement("retract", wrong, claim, "believes", quote.addressees, None, start, end, sure)
        return
    told = quote.addressees if quote is not None else reader.readers(letter) if letter is not None else ()
    if wrong in told:  # "I let you think so"
        yield Statement("lie", who, denied(claim), "knows", (wrong,), None, start, end, sure)
        return
    yield Statement("think", wrong, claim, "believes", (), None, start, end, sure)
    so = claim.proposition.subject or who
    yield Statement("truth", so, denied(claim), "knows", (), None, start, end, sure, verdict=True)
