"""Claims of how two stand with each other: "that she was married to him", "that Ann and Bram had split up"."""

from __future__ import annotations

import re

from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.statements.claims.propositions import status_in
from unspoken.stages.statements.claims.reading import Reading

TAIL = 4  # code points after a clause in which its particle may stand
BACK = 12  # clauses before "they" in which two are told of
ONE = frozenset(("he", "she"))
BE = re.compile(r".{0,30}?(?: (?:is|are|was|were)|['’](?:s|re))(?: \w+ly| both| now)? ", re.IGNORECASE)
AND = re.compile(r"\b(?:and|nor|or|with|to)\b", re.IGNORECASE)
NEARBY = 700  # code points before "they" in which the two are told of
NEAR = 40  # code points after a clause in which "than" may stand
TAKEN = re.compile(r"\b(?:engaged|betrothed|courting|walking out|getting (?:wed|married|hitched|spliced))\b")
OWNED = re.compile(r"(?:my|your|his|her|our|their)\s|\w+['’]s\s", re.IGNORECASE)
UNTOLD = re.compile(r"\b(?:of|by|for|about|without|before|after|than) (?:\w+ )?being\s+$", re.IGNORECASE)
ALIKE = re.compile(
    r"\b(?:are|were|have|had|got|['’]re)(?: \w+)? (?:both|each|all|either)\b|\beach of (?:them|us|you)\b", re.IGNORECASE
)
NO_MORE = re.compile(r"\bno more\b[^.;!?]*\bthan\b", re.IGNORECASE)


def coupled(reading: Reading, i: int) -> Claim | None:
    """How two stand with each other, as clause ``i`` has it, or None.

    Args:
        reading: the clauses and who is meant.
        i: the number of a clause.
    """
    clause, text = reading.clauses[i], reading.text
    words = text[clause.verb.start : clause.end + TAIL].lower()
    promised = clause.subject is not None and clause.lemma in ("engage", "betroth")
    if promised and clause.subject is not None and BE.fullmatch(text, clause.subject.end, clause.verb.start):
        words = f"are {words}"  # "So you and Tom are engaged", where the parser took it for a verb
    value = status_in(words)
    if value is None or clause.modal or clause.tense not in TOLD or clause.subject is None:
        return None
    if UNTOLD.search(text, clause.start, clause.verb.start) or _each(text, clause):
        return None
    word = text[clause.subject.start : clause.subject.end].lower()
    pair = _named(reading, clause, clause.subject)
    if word == "they":
        pair = _told_before(reading, i) or _two_before(reading, clause)
    if len(pair) == 1 and word in ONE and clause.object is None:
        before = _told_before(reading, i, value)
        pair = before if pair[0] in before else pair
    if len(pair) == 1 and pair[0] is not None and clause.quotation is not None and TAKEN.search(words):
        alone = Proposition("status", pair[0], None, value)  # "You were engaged to him": to whom is not known
        atom = Atom(f"{value} {pair[0]}", None)
        return Claim(alone, not clause.negated, atom, not clause.negated, clause.start, clause.end)
    if len(pair) != 2 or None in pair:
        return None
    one, other = sorted(w for w in pair if w is not None)
    subject, target = (one, other) if pair[0] == one else (other, one)
    public = Proposition("status", subject, target, value)
    no_more = NO_MORE.search(text, clause.start, clause.end + NEAR)
    affirmed = not (clause.negated or (no_more is not None and no_more.start() < clause.end))
    return Claim(public, affirmed, Atom(f"{value} {one} {other}", None), affirmed, clause.start, clause.end)


def _each(text: str, clause: Clause) -> bool:
    """Whether it is told of each by itself: "Ann and Mary are both married"."""
    return ALIKE.search(text, clause.start, clause.end + TAIL) is not None and not clause.obliques


def _named(reading: Reading, clause: Clause, subject: Span) -> list[str | None]:
    """The two whom a clause names."""
    with_ = (reading.who(o) for o in clause.obliques if o.preposition in ("to", "with", "from"))
    if OWNED.match(reading.text, subject.start, subject.end) and reading.who(subject) is None:
        return []  # "Your mother and I"
    inside = reading.whom.within(subject.start, clause.verb.start)
    pair: list[str | None] = [reading.who(subject)]
    if len(inside) == 2 and AND.search(reading.text, subject.start, clause.verb.start):  # no "my sister"
        pair = [w for w in inside if w in reading.people]
    others = (*with_, reading.who(clause.object))
    return pair + [w for w in others if w is not None and w not in pair][: 2 - len(pair)]


def _two_before(reading: Reading, clause: Clause) -> list[str | None]:
    """The only two of whom is told before "they", or told by name, beside the one through whose eyes it is told."""
    if clause.quotation is not None:
        return []
    low = max(0, clause.start - NEARBY)
    told = reading.whom.within(low, clause.start)
    found = [who for who in told if who in reading.people and who != reading.eyes(clause.start)]
    meant = {who: reading.whom.meaning(low, clause.start, {who}) for who in found}
    named = [who for who, mentions in meant.items() if any(m.form == "name" for m in mentions)]
    return list(found) if len(found) == 2 else list(named) if len(named) == 2 else []


def _told_before(reading: Reading, i: int, value: str | None = None) -> list[str | None]:
    """The two of whom it was said before how they stand ("... had split up. So they were divorced"), or that they
    stand so ("... had married Ann. He was married!")."""
    for k in range(i - 1, max(-1, i - 1 - BACK), -1):
        told = reading.of(k)
        same = told is not None and (value is None or (told.proposition.value == value and told.affirmed))
        if same and told is not None and told.proposition.predicate == "status":
            return [told.proposition.subject, told.proposition.object]
    return []
