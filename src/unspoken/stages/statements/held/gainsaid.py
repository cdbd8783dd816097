"""What somebody holds not to be so by wishing it were, or by forbidding another to think so: "I wish she loved me",
"You mustn't think he doesn't care"."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Statement
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.propositions import denied
from unspoken.stages.statements.reader import Reader

SURE = 0.6
YOU = re.compile(r"\b(?:you|ye|thee)\b", re.IGNORECASE)
DONE = ("past", "pluperfect")
MUST_NOT = frozenset(("must", "shall", "should", "need", "ought"))
NEEDS = re.compile(r"\b(?:need|ought|need(?:n['’]t))\b", re.IGNORECASE)
ASKED = ("if", "whether")


def wished_away(clause: Clause, below: Clause) -> bool:
    """Whether one can only wish for it because it is not so: "She wished he loved her", and not "would love her".

    Args:
        clause: has the verb of wishing.
        below: what is wished.
    """
    real = clause.lemma == "wish" and not clause.negated and not clause.question
    return real and below.tense in DONE and below.modal is None and below.marker in (None, "that")


def forbidden(reader: Reader, clause: Clause, k: int) -> Statement | None:
    """What who speaks or writes holds of another's heart, or says of the own, by forbidding others to think the
    contrary: "Don't think that he has forgotten you".

    Args:
        reader: has the claims and who is meant.
        clause: has the verb of thinking.
        k: the number of the clause below it.
    """
    quote, letter = reader.voice(clause)
    mind, claim, below = reader.mind(clause), reader.claims.of(k), reader.clauses[k]
    if (quote is None and letter is None) or mind is None or claim is None or below.modal or below.marker in ASKED:
        return None
    about = claim.proposition
    if about.predicate not in ("feels", "attitude"):
        return None
    if about.subject != mind:
        to = quote.addressees if quote is not None else ()
        return reader.statement("say", mind, denied(claim), "believes", clause, SURE, to)
    if about.object is None or letter is not None:
        return None
    return reader.statement("own", mind, denied(claim), "believes", clause, SURE, quote.addressees if quote else ())


def needless(reader: Reader, clause: Clause) -> bool:
    """Whether it is told that somebody need not think so, which is what another thinks ("He needn't think she cared").

    Args:
        reader: has the text.
        clause: may have a verb of thinking.
    """
    thinks = clause.lemma in word_set("believing") and clause.negated
    return thinks and NEEDS.search(reader.text, clause.start, clause.verb.start) is not None


def forbids(reader: Reader, clause: Clause) -> bool:
    """Whether somebody is told not to think what hangs on a clause ("You mustn't think", "Never suppose").

    Args:
        reader: has the text.
        clause: may have a verb of thinking.
    """
    if clause.lemma not in word_set("believing") or not clause.negated or clause.question:
        return False
    if clause.subject is None:
        bare = reader.text[max(0, clause.start - 1) : clause.verb.start].lower()
        return clause.tense == "imperative" or re.search(r"\b(?:don['’]t|do not|never)\b", bare) is not None
    if YOU.fullmatch(reader.text, clause.subject.start, clause.subject.end) is None:
        return False
    told = clause.start == clause.subject.start and clause.governor is None
    return told and (clause.modal in MUST_NOT or NEEDS.search(reader.text, clause.start, clause.verb.start) is not None)
