"""Laughs and smiles in passing: a way of saying something, or what goes with another deed; manners, not a heart."""

from __future__ import annotations

from unspoken.layers.clauses import Clause
from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.patterns import Match

WHENEVER = frozenset(("when", "whenever"))


def passing(page: Page, match: Match) -> bool:
    """Whether a laugh or a smile is told only in passing: "he laughed" beside speech, "she said, smiling", "with a
    smile", "when he smiled".

    Args:
        page: the text as columns of words.
        match: a sign in the text.
    """
    i = match.first
    if match.sign.emotions[0] != "joy" or match.sign.channel != "bodily" or match.last != i:
        return False
    clause = page.clause_at(i)
    if page.pos[i] == "NOUN" or clause is None:
        return True
    beside = clause.verb.start != page.start[i] or clause.tense == "participle"
    alone = page.lower[i].endswith("ing") and not (clause.tense != "participle" and page.lemma[i - 1] == "be")
    return (alone and beside) or clause.marker in WHENEVER or _says(page, clause)


def _says(page: Page, clause: Clause) -> bool:
    """Whether the clause only says who speaks: "Come," [he laughed]."""
    k = page.token_at(clause.start)
    if k < 2 or page.speech[k - 1] < 0 or page.speech[k] >= 0:
        return False
    return page.lower[k - 2] == "," or page.word[k][0].islower() or clause.verb.start == page.start[k]
