"""What is told of no moment: what happens whenever something does, of all that ever moved somebody, or in a picture."""

from __future__ import annotations

from unspoken.layers.clauses import Clause
from unspoken.stages.feelings.page import Page, word_set

LEVELS = frozenset(".!?;:")
FAR = 30  # tokens of a sentence within which it is told of what somebody pictures
SHARING = 2  # clauses back to which a relative clause may go on with another


def generic(page: Page, i: int, before: list[int]) -> bool:
    """Whether the cue at token ``i`` is of no moment of the story.

    Args:
        page: the text as columns of words.
        i: the number of a token.
        before: tokens before it in its part of the sentence, nearest first.
    """
    if any(_as_a_rule(page, k) for k in before) or _pictured(page, i):
        return True
    clause = page.clause_at(i)
    if clause is None or _put_on(page, i):
        return _put_on(page, i)
    return _whenever(page, i, clause) or _of_all(page, i, clause) or _wanted(page, i, clause)


def _as_a_rule(page: Page, k: int) -> bool:
    """Whether an adverb tells how it is with somebody in general: "was usually angry", not "her usually cold eye"."""
    inside = page.pos[k - 1] in ("DET", "ADP") or page.lower[k - 1] in word_set("possessives")
    return page.lower[k] in word_set("as_a_rule") and not inside and page.pos[k + 1 : k + 2] != ["ADP"]


def _whenever(page: Page, i: int, clause: Clause) -> bool:
    """Whether it is said what happens each time: "when he is angry he shouts", "whenever she was sad"."""
    if clause.marker is None or page.lower[page.token_at(clause.start)] != clause.marker:
        return False  # "when you came I was glad"
    if clause.marker == "whenever":
        return True
    said = page.speech[i] >= 0 or page.writing[i] >= 0
    return clause.marker == "when" and clause.tense == "present" and said and not clause.question


def _of_all(page: Page, i: int, clause: Clause) -> bool:
    """Whether a clause is of all that ever did so: "everything that had troubled or [delighted] him"."""
    number = page.clause[i]
    for one in reversed(page.clauses[max(0, number - SHARING) : number + 1]):
        if one.sentence != clause.sentence:
            return False
        if _all_that(page, one):
            return True
        if not one.subject_shared:
            return False
    return False


def _put_on(page: Page, i: int) -> bool:
    """Whether there is only an attempt at it: "a slight effort at cheerfulness", "the semblance of joy"."""
    k = i - 1
    while k > 0 and page.pos[k] == "ADJ":
        k -= 1
    return k > 0 and page.lower[k] in ("at", "of") and page.lemma[k - 1] in word_set("attempts")


def _wanted(page: Page, i: int, clause: Clause) -> bool:
    """Whether it is only what somebody wants, deserves or risks: "I want your sympathy", "risked her anger"."""
    owned = page.pos[i] == "NOUN" and clause.object is not None and i in page.tokens(clause.object)
    if not owned or clause.lemma not in word_set("wanting") or not page.owner(i)[0]:
        return False
    verb = page.token_at(clause.verb.start)
    return "VERB" not in page.pos[verb + 1 : i]  # not "sought to hide her grief"


def _all_that(page: Page, clause: Clause) -> bool:
    """Whether a relative clause tells what it is that all do who are meant: "everything [that had troubled him]"."""
    if clause.subject is None or clause.marker is None:
        return False
    words, before = page.tokens(clause.subject), clause.subject.end <= clause.start
    every = len(words) == 1 and page.lower[words[0]] in word_set("universal")
    return every and (before or page.lower[words[0]].endswith("ever"))


def _pictured(page: Page, i: int) -> bool:
    """Whether it is part of what somebody sees with the mind's eye: "pictured to himself a sad girl"."""
    for k in range(i - 1, max(-1, i - FAR), -1):
        if page.lower[k] in LEVELS or not page.together(k, i):
            return False
        if page.pos[k] == "VERB" and page.lemma[k] in word_set("picturing"):
            return True
    return False
