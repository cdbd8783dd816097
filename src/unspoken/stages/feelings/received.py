"""Feelings that somebody meets with in others: "was received with scorn", "heard the sobbing voices"."""

from __future__ import annotations

from unspoken.layers.spans import Span
from unspoken.stages.feelings import grammar
from unspoken.stages.feelings.grammar import Party
from unspoken.stages.feelings.page import Page, word_set

LEAST = 4  # tokens before a feeling within which its "with" stands: "with a remnant of distrust"


def received(page: Page, i: int) -> tuple[Party | None, str | None] | None:
    """Who feels it, and towards whom, where somebody is looked upon with a feeling.

    Args:
        page: the text as columns of words.
        i: a noun that names a feeling.

    Returns:
        The one after "by" and the subject; nobody, where it is not told by whom; None where nobody is looked upon so.
    """
    clause = page.clause_at(i)
    if clause is None or not clause.passive or clause.lemma not in word_set("regarding"):
        return None
    if not page.owner(i)[0] and "with" in page.lower[max(0, i - LEAST) : i] and page.end[i] > clause.verb.end:
        by = grammar.oblique(page, clause, frozenset(("by",)))
        return (by if by.state in ("known", "unresolved") else None), page.head(clause.subject)
    return None


def for_use(page: Page, i: int) -> bool:
    """Whether it is what something is done for: "for his own amusement", "for her profit and enjoyment".

    Args:
        page: the text as columns of words.
        i: a noun that names a feeling.
    """
    k, clause = i - 1, page.clause_at(i)
    if k > 1 and page.lower[k] == "and" and page.pos[k - 1] == "NOUN":
        k -= 2
    k -= page.lower[k] == "own"
    led = k > 0 and page.lower[k] in word_set("possessives") and page.lower[k - 1] == "for"
    bursts = clause is not None and clause.lemma in word_set("bursting")
    return led and page.lemma[i] in word_set("purposes") and not bursts


def heard_of(page: Page, noun: int) -> bool:
    """Whether a voice, face or cry that has no owner is only heard or seen by the subject: "heard [an angry voice]".

    Args:
        page: the text as columns of words.
        noun: the token of what shows a feeling.
    """
    clause = page.clause_at(noun)
    if clause is None or clause.lemma not in word_set("noticing") | {"listen"}:
        return False
    beheld = [clause.object, *(Span(o.start, o.end) for o in clause.obliques if o.preposition in ("to", "at", "into"))]
    inside = any(span.start <= page.start[noun] < span.end for span in beheld if span is not None)
    return inside and not page.owner(noun)[0]
