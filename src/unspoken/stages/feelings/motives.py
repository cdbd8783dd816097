"""What somebody does something out of: "sent it out of sheer spite", "had only come out of pity"."""

from __future__ import annotations

from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.grammar import Party
from unspoken.stages.feelings.page import Page, word_set


def impelled(page: Page, i: int) -> Party | None:
    """Who does something out of the feeling that the noun at token ``i`` names.

    Args:
        page: the text as columns of words.
        i: the number of a token.

    Returns:
        None where nothing is done out of it: "fell out of love", "laughed her out of her fears".
    """
    k = i - 1
    while k > 1 and page.lower[k] in word_set("sheer"):
        k -= 1
    if k < 2 or page.lower[k - 1 : k + 1] != ["out", "of"] or page.lower[i + 1 : i + 2] == ["with"]:
        return None
    clause = page.clause_at(i)
    left = {page.lemma[k - 2], clause.lemma if clause is not None else ""}
    return grammar.subject(page, i) if left.isdisjoint(word_set("leaving")) else None
