"""What ends somebody's ignorance of another, in words that do not say it again: "He told her everything", "Now she
understood what he had suffered"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.stances import word_set
from unspoken.stages.statements.claims.propositions import heart
from unspoken.stages.statements.lacked.unseen import unsure
from unspoken.stages.statements.reader import Reader

SURE = 0.55
NEAR = 14  # code points between a verb of knowing and what is known
ALL = re.compile(
    r"\b(?:everything|all(?: of it| about it| that (?:had|he|she|I)\b.*)?|it all|"
    r"the (?:whole |plain |simple )?(?:truth|story)|"
    r"(?:his|her|my) (?:whole )?(?:secret|heart|story))"
    r"(?=\s*(?:$|[.,;:!?—–-]| (?:about|of|and|then|now|at last|to)\b))",
    re.IGNORECASE,
)
HALF = re.compile(r"\b(?:almost|nearly|half|hardly|scarcely|part of|except|but|save)\b", re.IGNORECASE)
INWARD = re.compile(r"\b(?:what|how|how much|how deeply|how long|why)\s*$", re.IGNORECASE)
AT_LAST = re.compile(r"\b(?:now|then|at last|at length|suddenly|all at once|finally)\b", re.IGNORECASE)
EYES = re.compile(
    r"\b(?:eyes were (?:at last |now |suddenly )?opened|scales (?:had )?(?:fell|fallen) from)\b", re.IGNORECASE
)


def learned(reader: Reader) -> Iterator[Statement]:
    """Statements that somebody learns how it is with another; one without a name is whomever they were wrong about.

    Args:
        reader: has the text, its clauses and who is meant.
    """
    for i, clause in enumerate(reader.clauses):
        plain = clause.tense in TOLD and not (
            clause.negated or clause.modal or clause.conditional or clause.question or clause.quotation
        )
        if not plain or unsure(reader, clause):
            continue
        who, about = _told(reader, clause) or _fathomed(reader, i, clause) or (_seen(reader, clause), None)
        if who is not None and who != about:
            yield learns(who, about, clause.start, clause.end)


def learns(who: str, about: str | None, start: int, end: int) -> Statement:
    """The statement that somebody learns how it is with another.

    Args:
        who: learns it.
        about: with whom; None: with whomever they were wrong about.
        start: of the words that say so.
        end: of these words.
    """
    claim = Claim(Proposition("fact", about or "", None, ""), True, Atom("learnt", about), True, start, end)
    return Statement("learns", who, claim, "knows", (), None, start, end, SURE)


def _told(reader: Reader, clause: Clause) -> tuple[str, str | None] | None:
    """ "He told her everything", "She confessed the whole truth to him": who tells it of themselves."""
    if clause.lemma not in word_set("revealing") or clause.passive:
        return None
    teller = reader.claims.who(clause.subject)
    to = (reader.claims.who(o) for o in clause.obliques if o.preposition == "to")
    hearer = reader.claims.who(clause.object) or next(filter(None, to), None)
    end = reader.minds.sentences[clause.sentence].end
    said = ALL.search(reader.text, clause.verb.end, min(end, clause.end + NEAR))
    if teller is None or hearer is None or said is None or HALF.search(reader.text, clause.start, said.start()):
        return None
    return hearer, teller


def _fathomed(reader: Reader, i: int, clause: Clause) -> tuple[str, str | None] | None:
    """ "He knew exactly what she thought of him", "She saw how he had suffered"."""
    who = reader.claims.who(clause.subject)
    if who is None or clause.lemma not in word_set("knowing"):
        return None
    for k in range(i + 1, min(i + 3, len(reader.clauses))):
        told = reader.clauses[k]
        inner = told.lemma in word_set("inward") | {"be", *heart()} and told.lemma != "hide"
        asked = INWARD.search(reader.text, clause.verb.end, told.subject.start) if told.subject else None
        about = reader.claims.whose(told.subject) if told.subject is not None else None
        lacks = told.lemma == "be" and not _feels(reader, told)
        if asked and inner and not lacks and about not in (None, who) and told.start - clause.end <= NEAR:
            return who, about
    return None


def _feels(reader: Reader, clause: Clause) -> bool:
    return any(True for _ in reader.claims.feelings.inside(clause.start, clause.end))


def _seen(reader: Reader, clause: Clause) -> str | None:
    """ "Now she understood everything", "His eyes were opened"."""
    if EYES.search(reader.text, clause.start, clause.end):
        return reader.claims.whose(clause.subject) if clause.subject is not None else None
    if clause.lemma not in word_set("knowing") | word_set("learning") or clause.object is None:
        return None
    if ALL.match(reader.text, clause.object.start) is None or not AT_LAST.search(reader.text, clause.start, clause.end):
        return None
    return reader.claims.who(clause.subject)
