"""What somebody takes another's doings for: "He took it for fondness", "She put it down to shyness", "I took it for a
no". Who tells it so says that it was another thing. Whose doings it were is seldom known in a work of many people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.statements import Atom, Claim, Statement
from unspoken.stages.statements.claims.propositions import few_words
from unspoken.stages.statements.reader import Reader

SURE, LESS = 0.55, 0.5
NAMED = 0.9  # of whom a pronoun means
TAIL = 40  # code points behind a verb in which it is told what for
TOLD = ("past", "present", "pluperfect", "perfect")


def misread(reader: Reader) -> Iterator[Statement]:
    """Statements of errors about those whose doings somebody took for something else.

    Args:
        reader: has the text, its clauses, who speaks and through whose eyes it is told.
    """
    for clause in reader.clauses if not reader.crowded else ():
        plain = not (clause.negated or clause.question or clause.conditional or clause.passive or clause.modal)
        if not plain or clause.tense not in TOLD or clause.lemma not in resources.words("awareness.toml", "taking"):
            continue
        taken = _pattern().match(reader.text, clause.verb.start, clause.verb.end + TAIL)
        holder = reader.claims.who(clause.subject)
        if taken is None or holder not in reader.people or reader.documents.at(clause.start) is not None:
            continue
        quote = reader.quotes.get(clause.quotation or "")
        if quote is not None:
            to = [who for who in quote.addressees if who in reader.people]
            if quote.speaker == holder and len(to) == 1 and clause.tense != "present":
                yield _wrong(reader, clause, holder or "", to[0], taken, round(SURE * quote.confidence**0.5, 3))
        elif (reader.mind(clause) == holder or _sure(reader, clause)) and (
            about := _doer(reader, clause, holder or "")
        ) is not None:
            yield _wrong(reader, clause, holder or "", about, taken, LESS)


def _sure(reader: Reader, clause: Clause) -> bool:
    """Whether it is named, or as good as named, who takes it so, where the narration follows somebody else."""
    subject = clause.subject
    meant = reader.claims.whom.index.inside(subject.start, subject.end) if subject is not None else ()
    return any(m.form != "pronoun" or m.confidence >= NAMED for m in meant)


def _doer(reader: Reader, clause: Clause, holder: str) -> str | None:
    """Who else acts in the sentence, or the one before it in the same paragraph, where that is one person."""
    sentences, paragraphs = reader.minds.sentences, reader.minds.paragraphs
    n = clause.sentence
    for k in (n, n - 1):
        if k < 0 or bisect_right(paragraphs, sentences[k].start) != bisect_right(paragraphs, clause.start):
            return None
        others = {who for who in _acting(reader, k, clause) if who in reader.people and who != holder}
        if others:
            return others.pop() if len(others) == 1 else None
    return None


def _acting(reader: Reader, sentence: int, clause: Clause) -> Iterator[str | None]:
    for other in reader.of_sentence(sentence):
        if other.quotation is None and other.start < clause.start:
            yield reader.claims.who(other.subject)


def _wrong(reader: Reader, clause: Clause, holder: str, about: str, taken: re.Match[str], sure: float) -> Statement:
    words = few_words(reader.text[taken.start() : reader.evidence(taken.end())])
    start, end = clause.start, reader.evidence(max(clause.end, taken.end()))
    fact = Claim(Proposition("fact", about, None, words), True, Atom(f"fact {words}", about), True, start, end)
    to = (holder,) if clause.quotation is not None else ()  # who says so knows better by now
    return Statement("ignorant", holder, fact, "believes", to, None, start, end, sure)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(resources.table("awareness.toml")["misread"]["taken"], re.IGNORECASE)
