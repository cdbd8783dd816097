"""What somebody thinks of another, which the words right behind it say is not so: "He thought her asleep. She was not",
"You'll be glad of it, I dare say." "Glad? ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.quotations import Quote
from unspoken.layers.statements import Statement
from unspoken.stages.statements.reader import Reader

HELD = frozenset(("think", "say", "stance"))
SURE = 0.6
NEAR = 260  # code points behind what is held
NEXT = 2  # sentences behind it
SOON = 60  # code points of a sentence in which a cue of the truth may stand
REPLY = 160  # code points between what is said and the answer
ECHO = re.compile(r"[\s“‘\"'(]*(?P<word>[A-Za-z]{3,})\s*[?!]")
MARKS = "“”‘’\"' "


def belied(reader: Reader, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements of errors, where it is told or answered right after that what was held is not so.

    Args:
        reader: has the text, its clauses and who is meant.
        statements: what was found so far.
    """
    for s in statements:
        about = s.claim.proposition.subject
        if s.kind not in HELD or s.stance != "believes" or about in (None, s.holder) or s.holder not in reader.people:
            continue
        if (found := _told(reader, s, about or "")) is not None:
            yield _error(s, *found, ())
        elif not reader.crowded and (answer := _answered(reader, s, about or "")) is not None:
            yield _error(s, answer.start, reader.evidence(answer.start + 1), (s.holder,))


def _error(s: Statement, start: int, end: int, to: tuple[str, ...]) -> Statement:
    sure = min(SURE, s.confidence)
    return replace(
        s, kind="ignorant", to=to, document=None, start=start, end=end, confidence=sure, lie=None, verdict=True
    )


def _told(reader: Reader, s: Statement, about: str) -> tuple[int, int] | None:
    """The words of the narration, right behind, by which it is not so."""
    sentences = reader.minds.sentences
    here = reader.at(s.claim.start)
    if here is None:
        return None
    for number in range(here.sentence + 1, min(here.sentence + 1 + NEXT, len(sentences))):
        sentence = sentences[number]
        if sentence.start - s.claim.end > NEAR or reader.spoken.at(sentence.start) is not None:
            return None
        if not reader.together(s.start, sentence.start) or reader.documents.at(sentence.start) is not None:
            return None
        for clause in reader.of_sentence(number):
            if _contrary(reader, s, here, clause, about):
                return clause.start, reader.evidence(clause.end)
        cue = _pattern("cue").search(reader.text, sentence.start, min(sentence.end, sentence.start + SOON))
        if cue is not None and about in reader.claims.whom.within(sentence.start, sentence.end):
            return sentence.start, sentence.end
    return None


def _contrary(reader: Reader, s: Statement, here: Clause, clause: Clause, about: str) -> bool:
    """Whether a clause of the narration says of the same person that it is not so."""
    plain = clause.quotation is None and not (clause.conditional or clause.question) and clause.governor is None
    if not plain or clause.subject is None or reader.claims.who(clause.subject) != about:
        return False
    if reader.minds.tagged(clause) or reader.minds.concludes(clause):  # "So he had not despised her after all"
        return False
    if s.claim.affirmed and _same_verb(here, clause) and _pattern("short").match(reader.text, clause.subject.end):
        return True
    nothing = any(
        reader.text[span.start : span.end].lower() in resources.words("belied.toml", "none")
        for span in (clause.object, clause.complement, *clause.obliques)
        if span is not None
    )
    same = clause.lemma == here.lemma and clause.lemma not in ("be", "have", "do") and clause.marker is None
    return same and s.claim.affirmed and (nothing or clause.negated) and not here.negated


def _same_verb(here: Clause, clause: Clause) -> bool:
    """Whether a short denial takes up what is held: "She was not." of what she was, "She did not." of what she did."""
    return (clause.lemma == "be") == (here.lemma == "be")


def _answered(reader: Reader, s: Statement, about: str) -> Quote | None:
    """The answer of one of whom something is supposed to their face, by which it is not so."""
    said = reader.spoken.at(s.claim.start)
    if said is None or said.speaker != s.holder or about not in said.addressees:
        return None
    if _pattern("supposed").search(reader.text, said.start, said.end) is None:
        return None
    following = [q for q in reader.spoken.touching(said.end, said.end + REPLY) if q.start >= said.end]
    answer = min(following, key=lambda q: q.start, default=None)
    if answer is None or answer.speaker != about:
        return None
    words = reader.text[answer.start : answer.end].lstrip(MARKS)
    echo = ECHO.match(words)
    asked = echo is not None and re.search(rf"\b{echo['word']}\b", reader.text[s.start : said.end], re.I) is not None
    granted = echo is not None and _pattern("grants").match(words[echo.end() :].lstrip(MARKS)) is not None
    return answer if (asked and not granted) or _pattern("answer").match(words) else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(resources.table("belied.toml")[name], re.IGNORECASE)
