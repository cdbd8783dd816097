"""What troubles the body alone: "His feet pained him", "The heat oppressed him"."""

from __future__ import annotations

from unspoken.layers.clauses import Clause
from unspoken.stages.feelings.page import Page, word_set


def ails(page: Page, clause: Clause | None) -> bool:
    """Whether what a clause tells of troubles somebody's body, and not the heart.

    Args:
        page: the text as columns of words.
        clause: has a verb of hurting or troubling, or is None.
    """
    inside = page.tokens(clause.subject) if clause is not None and clause.subject is not None else range(0)
    if clause is None or not inside:
        return False
    last = inside[-1]
    if page.lemma[last] in word_set("limbs"):
        return True
    bodily = page.lemma[last] in word_set("bodily_causes") and clause.lemma in word_set("troubling")
    of_what = page.lower[last + 2 : last + 3] if page.lower[last + 1 : last + 2] == ["of"] else ["the"]
    return bodily and of_what in (["the"], ["that"], ["this"])  # not "the air of mystery tormented him"
