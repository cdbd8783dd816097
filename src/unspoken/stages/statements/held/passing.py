"""What is said in passing: to somebody called, below another thing, by way of comparison, advice or question. It is no
belief of a heart."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Claim
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.knowing import RELATIVE
from unspoken.stages.statements.claims.propositions import heart
from unspoken.stages.statements.reader import Reader

NOUN_BEFORE = re.compile(r"(\w+(?:(?<!ing)|(?<=thing))) $")
JOINS = frozenset(("and", "but", "or", "so", "for", "that", "then", "yet", "now", "because", "perhaps", "maybe"))
SHOWS = frozenset(("have", "seem", "weep", "cry", "sob"))
LONG = 20  # code points of a word
ASKED = re.compile(r"\b(?:what|who|whom|which|whatever|as|than|where) $")
AS_IF = re.compile(r"\b(?:as (?:if|though)|in case)\b")


def called(reader: Reader, clause: Clause) -> bool:
    """Whether the subject is only called to ("Joseph, don't be sad", "Ann, have pity on me").

    Args:
        reader: has the text.
        clause: of what is said.
    """
    after = reader.text[clause.subject.end : clause.subject.end + 2].strip()[:1] if clause.subject is not None else ""
    return (
        after in (",", "-", "–", "—") and clause.tense in ("present", "imperative") and clause.lemma in ("be", "have")
    )


def aside(reader: Reader, clause: Clause, claim: Claim) -> bool:
    """Whether a claim is made in passing: below a noun or "than" ("the man you want to see", "all you need to do"), or
    with the subject of another clause ("be patient and wish for nothing").

    Args:
        reader: has the text and its clauses.
        clause: of what is said.
        claim: what it claims.
    """
    needs = clause.lemma == "need" and claim.proposition.object is None  # "you need your sleep"
    shared = clause.subject_shared and clause.lemma not in SHOWS
    if shared or clause.marker in RELATIVE or needs or _hearsay(reader, clause):
        return True
    if (clause.marker in ("when", "whenever") and clause.tense == "present") or _only_a_tag(reader, clause, claim):
        return True  # "when you are done with him"
    untold = clause.lemma in heart() and clause.object is None
    if claim.proposition.predicate != "wants" and not untold:
        return False
    first = re.match(r"\w+ ", reader.text[clause.start : clause.end])
    start = clause.start + (first.end() if first is not None else 0)
    below_question = any(ASKED.search(reader.text[max(0, at - LONG) : at].lower()) for at in (clause.start, start))
    if below_question or clause.governor is not None or clause.marker is not None:
        return below_question
    before = NOUN_BEFORE.search(reader.text, max(0, clause.start - LONG), clause.start)
    return before is not None and before[1].lower() not in JOINS


def _only_a_tag(reader: Reader, clause: Clause, claim: Claim) -> bool:
    """ "You know, I think that ..."."""
    bare = claim.proposition.predicate == "knows" and claim.proposition.value is None and not clause.question
    return bare and clause.tense == "present" and reader.text.startswith(",", clause.end)


def compared(reader: Reader, clause: Clause) -> bool:
    """ "as though he loved her", "as if she knew".

    Args:
        reader: has the text.
        clause: of what is told or said.
    """
    words = reader.text[max(0, clause.start - LONG) : clause.verb.start].lower()
    return AS_IF.search(words) is not None


def advised(reader: Reader, i: int, clause: Clause, addressee: bool) -> bool:
    """ "You don't want to make him angry", "You don't want more cake".

    Args:
        reader: has the clauses.
        i: the number of the clause.
        clause: of what is said.
        addressee: its subject is spoken to.
    """
    below = (reader.clauses[k].tense for k in reader.claims.governed.get(i, ()))
    thing = clause.object is not None and reader.claims.who(clause.object) is None
    return addressee and clause.lemma == "want" and clause.negated and (thing or "infinitive" in below)


def asked(clause: Clause) -> bool:
    """ "Are you afraid," she asked: a question without its mark.

    Args:
        clause: of what is said.
    """
    return clause.subject is not None and clause.lemma == "be" and clause.verb.start < clause.subject.start


def outright(clause: Clause) -> bool:
    """Whether it is said of somebody that they are something or feel so, not what they do ("made him happy").

    Args:
        clause: of what is said.
    """
    return clause.complement is not None or clause.lemma in heart() or clause.lemma in SHOWS


def _hearsay(reader: Reader, clause: Clause) -> bool:
    """Whether who speaks only tells what others say or think ("They think you are proud", "You say you love me")."""
    above = reader.clauses[clause.governor] if clause.governor is not None else None
    quote = reader.quotes.get(clause.quotation or "")
    if above is None or quote is None:
        return False
    feigns = above.lemma in word_set("feigning")
    if not feigns and stance_of(reader.text, above) not in ("tells", "believes"):
        return False
    return reader.claims.who(above.subject) != quote.speaker
