"""Questions that deny what they ask: "What would he want with an old woman?", "Why should she care for him?". Who asks
so, or through whose eyes it is told, holds the contrary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import governors
from unspoken.stages.stances import stance_of
from unspoken.stages.statements.claims.propositions import denied, few_words
from unspoken.stages.statements.reader import Reader

SURE = 0.5
ASKS = re.compile(r"(?:(?:and|but|for|oh|well|no)\W+)*(?:what|why|how|when|where)\b", re.IGNORECASE)
WITH = re.compile(r"\W*(?:(?:and|but|for)\W+)*what (?:would|could|should|did|does|can) ", re.IGNORECASE)
LOVING = frozenset(("love", "want", "care", "like", "miss", "forgive", "trust", "need", "marry", "choose"))


def rhetorical(reader: Reader) -> Iterator[Statement]:
    """What somebody does not believe who asks how it could be.

    Args:
        reader: has the text, its clauses and whose mind the narration follows.
    """
    for i, clause in enumerate(reader.clauses):
        mind = reader.mind(clause)
        if mind is None or not _asks(reader, clause):
            continue
        subject = reader.claims.who(clause.subject)
        if subject in (None, mind) or _spoken_to(reader, clause, subject or ""):
            continue
        claim = reader.claims.of(i)
        if claim is not None and claim.proposition.predicate in ("feels", "attitude", "wants") and claim.affirmed:
            yield reader.statement("think", mind, denied(claim), "believes", clause, SURE)
        elif clause.lemma == "want" and WITH.match(reader.text, clause.start):
            words = few_words(reader.text[clause.verb.end : clause.end])
            public = Proposition("wants", subject, None, words or None)
            no = Claim(public, False, Atom(f"wants {words}", subject), False, clause.start, clause.end)
            yield reader.statement("think", mind, no, "believes", clause, SURE)


def _asks(reader: Reader, clause: Clause) -> bool:
    """ "Why should he", "What would she": a question that waits for no answer."""
    if not clause.question or clause.negated or clause.lemma not in LOVING or clause.passive:
        return False
    if any(stance_of(reader.text, c) is not None for c in governors(reader.clauses, clause)):
        return False
    return clause.modal in ("would", "should", "could") and ASKS.match(reader.text, clause.start) is not None


def _spoken_to(reader: Reader, clause: Clause, who: str) -> bool:
    """ "Why should you care?", said to somebody, may ask in earnest."""
    quote = reader.quotes.get(clause.quotation or "")
    return quote is not None and who in quote.addressees
