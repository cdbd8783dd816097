"""Laughs and smiles that are told only in passing: what somebody's smile is like, and no moment's heart."""

from __future__ import annotations

from unspoken.stages.feelings.page import Page
from unspoken.stages.feelings.patterns import Match

WHENEVER = frozenset(("when", "whenever"))
OTHERWISE = frozenset(("like", "as", "than"))  # what one only looks like


def passing(page: Page, match: Match) -> bool:
    """Whether a laugh or a smile is told only in passing: with another deed ("she said, smiling"), as what happens at
    times ("when he smiled, he looked old"), or as what might be ("a tendency to grin").

    Args:
        page: the text as columns of words.
        match: a sign in the text.
    """
    i = match.first
    if match.sign.emotions[0] != "joy" or match.sign.channel != "bodily" or match.last != i:
        return False
    clause = page.clause_at(i)
    if page.pos[i] == "NOUN" or clause is None:
        return not OTHERWISE.isdisjoint(page.lower[max(0, i - 3) : i])
    noun_before = page.lower[i - 1] == "to" and page.pos[i - 2] == "NOUN"
    beside = page.lower[i].endswith("ing") and clause.tense == "participle"  # "she said, smiling"
    return beside or clause.marker in WHENEVER or noun_before
