"""Answers that the narration gives in short to what somebody asked: "Does he love me?" she said to the wall. He did."""

from __future__ import annotations

import re

from unspoken.layers.clauses import Clause
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import stance_of, word_set
from unspoken.stages.statements.claims.reading import Reading

BACK = 8  # clauses before an answer among which its question is looked for
LONGEST = 450  # code points from the question to the end of the answer
SHORT = re.compile(
    r"(?:\s*,?\s*(?:of course|in truth|in fact|still|always|certainly|indeed|really))*\s+"
    r"(?:did|does|do|was|is|are|were|had|has|have)(?: not|n['’]t|)\b"
    r"(?:\s*,?\s*(?:of course|indeed|still|too|always|after all|all right|then|naturally|at all))*$",
    re.IGNORECASE,
)
ENDS = re.compile(r"\s*(?:[.,;:!—–]|$|and\b|but\b)")
SINGULAR = ("he", "she")


def question_of(reading: Reading, i: int) -> int | None:
    """The clause that asks what clause ``i`` of the narration answers in short; None: it is no such answer.

    Args:
        reading: the clauses and who is meant.
        i: the number of a clause.
    """
    clause, subject = reading.clauses[i], reading.who(reading.clauses[i].subject)
    if subject is None or clause.quotation is not None or not _short(reading.text, clause):
        return None
    for k in range(i - 1, max(-1, i - 1 - BACK), -1):
        c = reading.clauses[k]
        if clause.end - c.start > LONGEST:
            return None
        if _asks(reading, c) or _held(reading, c, subject):
            same = (c.lemma == "be") is (clause.lemma == "be")
            return k if same and _may_mean(reading, c, subject) else None
    return None


def _short(text: str, clause: Clause) -> bool:
    """Whether a clause has no more than its subject and an auxiliary."""
    if clause.subject is None or clause.modal or clause.conditional or clause.question or clause.tense not in TOLD:
        return False
    if clause.subject.start != clause.start and text[clause.start : clause.subject.start].lower().strip(" ,") not in (
        "and", "but", "yes", "no", "of course",
    ):  # fmt: skip
        return False
    said = text[clause.subject.end : clause.end].rstrip(" .,;:!?—–")
    return SHORT.fullmatch(said) is not None and ENDS.match(text, clause.end) is not None


def _asks(reading: Reading, clause: Clause) -> bool:
    if clause.question and not clause.modal:
        return clause.marker is None
    above = reading.clauses[clause.governor] if clause.governor is not None else None
    return above is not None and clause.marker in ("whether", "if") and above.lemma in word_set("wondering")


def _held(reading: Reading, clause: Clause, subject: str) -> bool:
    """Whether somebody else is told to think it ("She believed that he loved her")."""
    above = reading.clauses[clause.governor] if clause.governor is not None else None
    if above is None or above.negated or above.quotation is not None or clause.modal or clause.negated:
        return False
    return stance_of(reading.text, above) == "believes" and reading.who(above.subject) not in (None, subject)


def believed_of(reading: Reading, i: int) -> bool:
    """Whether clause ``i`` answers in short what somebody was told to think.

    Args:
        reading: the clauses and who is meant.
        i: the number of a clause.
    """
    k = question_of(reading, i)
    return k is not None and not _asks(reading, reading.clauses[k])


def _may_mean(reading: Reading, question: Clause, subject: str) -> bool:
    """Whether the one of whom it is asked may be the one of whom it is answered."""
    if question.subject is None:
        return False
    meant = reading.who(question.subject)
    low = reading.text[question.subject.start : question.subject.end].lower()
    return meant == subject or (meant is None and low in SINGULAR)


def asker(reading: Reading, k: int) -> str | None:
    """Who wonders, by the clause above the question; None where it is asked outright.

    Args:
        reading: the clauses and who is meant.
        k: the number of the clause that asks.
    """
    above = reading.clauses[k].governor
    return None if above is None else reading.who(reading.clauses[above].subject)
