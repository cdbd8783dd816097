"""Idioms of the heart: "He had no time for her", "She got on his nerves", "His heart went out to them", as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from unspoken import resources
from unspoken.layers.beliefs import Proposition
from unspoken.layers.clauses import Clause
from unspoken.layers.feelings import Emotion
from unspoken.layers.spans import Span
from unspoken.layers.statements import Atom, Claim
from unspoken.stages.clauses.governors import TOLD
from unspoken.stages.prefilter import Prefilter
from unspoken.stages.statements.claims.idioms import FILE, SPACE, IdiomRow, Words, idiom_rows
from unspoken.stages.statements.claims.propositions import REGARDS, felt
from unspoken.stages.statements.claims.reading import Reading
from unspoken.stages.statements.claims.wordings import undergone

PLAIN = re.compile(r"[a-z]+")
FAR = 120  # code points behind a verb in which an idiom tells of somebody
LONGEST = 40  # code points of a person's name
BE = re.compile(r"(?:\b(?:am|is|are|was|were|be|been|being)\b|['’](?:m|s|re)\b)", re.IGNORECASE)
DENIAL = re.compile(
    r"(?:\b(?:not(?! only| merely| just| simply)|never|nor|neither|cannot|no longer|no more|hardly|scarcely|far from"
    r"|anything but)\b|n['’]t\b)",
    re.IGNORECASE,
)
NEARLY = re.compile(r"\b(?:almost|nearly|half|partly|perhaps|as if|as though)\b", re.IGNORECASE)
AWAY = (  # "no time for her to finish", "was taken with her to the station"
    r"(?!\w|-\w)(?!\s+to\s+(?!death|bits|pieces|the (?:last|end|point|full)|distraction|this day|a man)\w)"
    r"(?!\s+(?:through|into|onto|across|along|from) (?:the|a|an|his|her|their)\b"
    r"(?! (?:first|start|beginning|moment|day|hour|outset|bottom|very|minute|heart)\b))"
    r"(?!\s+(?:are|were|have|had|will|would|do|did|can|could|must|is|was|may|might|shall|should)\b)"  # "forget you are"
)
HELPERS = re.compile(
    r"\s+(?:(?:had|has|have|was|is|were|are|never|not|always|long|still|quite|only|\w+ly)\s+)*", re.IGNORECASE
)
HURTS = frozenset(("break", "make", "hurt", "grieve"))
CAN = {"could": ("can", "could"), "would": ("would",), "": ()}


@dataclass(frozen=True)
class Saying:
    """A claim that an idiom makes; ``meant``: the "would" or "could" of the clause is the idiom's own."""

    claim: Claim
    meant: bool


def saying(reading: Reading, clause: Clause) -> Saying | None:
    """What an idiom claims that a clause has: who feels what for whom, or that it is not so; None: it has none.

    Args:
        reading: who is meant.
        clause: may have the idiom.
    """
    span = clause.subject or _before(reading, clause)
    if span is None or NEARLY.search(reading.text, _opens(clause), clause.verb.start):
        return None
    who, owner, thing = reading.who(span), reading.owner(span), reading.text[span.start : span.end].lower().split()[-1]
    someone = any(reading.whom.index.inside(clause.verb.end, clause.verb.end + FAR)) or clause.quotation is not None
    places: dict[int, tuple[tuple[int, bool], ...]] = {}
    for row, at in _likely(reading.text, clause) if who is not None or owner is not None else ():
        first = who if row.subject in "AB" else owner if thing in row.subject.split("|") else None
        if first is None or (row.towards and not someone) or (row.modal and clause.modal not in CAN[row.modal]):
            continue
        if at not in places:
            places[at] = (*_places(reading.text, at),)
        for start, denied in places[at]:
            people = {"B" if row.subject == "B" else "A": first}
            if (claim := _read(reading, clause, row, start, denied, people)) is not None:
                return Saying(claim, bool(row.modal))
    return None


def _places(text: str, at: int) -> Iterator[tuple[int, bool]]:
    """Where the words behind a verb may go on, behind as many words of degree or denial as there are, or fewer, and
    whether a denial is among those before."""
    ends = [at]
    while (m := _degree().match(text, ends[-1])) is not None:
        ends.append(m.end())
    yield from ((end, DENIAL.search(text, at, end) is not None) for end in reversed(ends))


def _read(
    reading: Reading, clause: Clause, row: IdiomRow, at: int, denied: bool, people: dict[str, str]
) -> Claim | None:
    """What a row claims of the people of a clause, where its words stand there."""
    end = _match(reading, row, at, people)
    if end is None or people.get("A") is None or people.get("A") == people.get("B"):
        return None
    denied = denied or DENIAL.search(reading.text, _opens(clause), clause.verb.end) is not None
    if row.denied and not denied:
        return None
    if denied and clause.lemma in HURTS and row.subject == "B" and row.predicate in ("feels", "mood"):
        return None  # "I have not broken your heart: you have": broken it may be
    return _claim(row, people, row.denied or not denied, Span(clause.start, max(end, clause.verb.end)))


def has_saying(text: str, clause: Clause) -> bool:
    """Whether a clause begins like an idiom of the heart, whoever is meant.

    Args:
        text: the whole text.
        clause: may have the idiom.
    """
    for rows, at in _openings(text, clause):
        starts = [start for start, _ in _places(text, at)]
        firsts = (row.parts[0] for row in rows.all if row.parts)
        if any(
            first.match(text, at)
            for first in firsts
            if isinstance(first, Words) and first.source != SPACE
            for at in starts
        ):
            return True
    return False


def _likely(text: str, clause: Clause) -> Iterator[tuple[IdiomRow, int]]:
    """Rows that the verb may open, all of whose words stand near."""
    near = frozenset(PLAIN.findall(text[clause.verb.start : clause.verb.end + 2 * FAR].lower()))
    for rows, at in _openings(text, clause):
        yield from ((row, at) for row in rows.among(near) if not any(near.isdisjoint(words) for words in row.needs))


def _opens(clause: Clause) -> int:
    """From where on words of a clause can deny its verb."""
    return min(clause.start, max(0, clause.verb.start - len("nearly ")))


def _openings(text: str, clause: Clause) -> Iterator[tuple[Prefilter[IdiomRow], int]]:
    """The rows that the verb may open, and where their words go on."""
    if not undergone(text, clause) and clause.lemma in idiom_rows():
        yield idiom_rows()[clause.lemma], clause.verb.end
    if clause.lemma in resources.words(FILE, "becoming"):
        yield idiom_rows()["be"], clause.verb.end
    elif clause.lemma != "be" and BE.search(text, clause.start, clause.verb.start):
        yield idiom_rows()["be"], clause.verb.start


def _before(reading: Reading, clause: Clause) -> Span | None:
    """The person right before a finite verb that was given no subject ("that [Tom] was at daggers drawn with her")."""
    if clause.tense not in TOLD:
        return None
    for m in reading.whom.index.inside(clause.start, clause.verb.start):
        if HELPERS.fullmatch(reading.text, m.end, clause.verb.start):
            return Span(m.start, m.end)
    return None


def _match(reading: Reading, row: IdiomRow, at: int, people: dict[str, str]) -> int | None:
    """Where the words of a row end; whom they mean is added to the people."""
    for n, part in enumerate(row.parts, 1):
        if isinstance(part, str):
            found = _person(reading, at, part, n == len(row.parts))
            if found is None or people.get(part[0], found[0]) != found[0]:
                return None
            people[part[0]], at = found
            continue
        m = part.match(reading.text, at)
        if m is None:
            return None
        at = m.end()
    return at if _end(row.last).match(reading.text, at) is not None else None


def _person(reading: Reading, at: int, part: str, last: bool) -> tuple[str, int] | None:
    """Whom the words at an offset mean, or whose something they tell, and where they end; ``last``: what follows is no
    part of the row."""
    owns, whole = part.endswith("'s"), not part.endswith("'s") or "|" in part
    word = re.compile(r"\w+").match(reading.text, at)
    ends = {m.end for m in reading.whom.index.inside(at, at + LONGEST) if m.start == at}
    for end in sorted(ends | ({word.end()} if word else set()), reverse=True):
        who, phrase = reading.who(Span(at, end)), reading.text[at:end].lower()
        mark = re.compile(r"['’]s?(?=\s)").match(reading.text, end)
        if who is None:
            continue
        if owns and (phrase in ("my", "your", "his", "her", "our", "their") or phrase.endswith(("'s", "’s"))):
            return who, end
        if owns and mark is not None:
            return who, mark.end()
        if (
            whole
            and mark is None
            and phrase not in ("my", "your", "his", "our", "their")
            and (phrase != "her" or not last or _after_her().match(reading.text, end))
        ):
            return who, end
    return None


def _claim(row: IdiomRow, people: dict[str, str], affirmed: bool, span: Span) -> Claim:
    subject, target = people["A"], people.get("B")
    unloved = row.value == "no_love"
    affirmed, value = affirmed is not unloved, "love" if unloved else row.value
    if row.predicate in ("feels", "mood"):
        return felt(subject, cast(Emotion, value), target, affirmed, span)
    public, atom = Proposition("attitude", subject, target, value), Atom(f"{REGARDS} {target}", subject)
    return Claim(public, affirmed, atom, (value == "positive") is affirmed, span.start, span.end)


@cache
def _degree() -> re.Pattern[str]:
    """A word of degree, or of denial, behind a verb."""
    each = "|".join(w.replace("_", " ") for w in sorted(resources.words(FILE, "adverbs"), key=len, reverse=True))
    return re.compile(rf"n['’]t\b|\s*\b(?:not|never|no longer|anything but|far from|{each})\b", re.IGNORECASE)


@cache
def _after_her() -> re.Pattern[str]:
    """What may follow "her" where it means her, and not something of hers."""
    words = "|".join(sorted(resources.words(FILE, "after_her")))
    return re.compile(rf"\W*(?:$|\n)|\s*[.,;:!?…—–)”\"]|['’](?!s)|\s+(?:{words})\b", re.IGNORECASE)


@cache
def _end(last: bool) -> re.Pattern[str]:
    """What may follow an idiom: nothing that a person is to do ("no time for her to finish")."""
    stop = r"\s*(?:$|[.,;:!?…—–)”\"'’]|\n)|\s+(?:and|or|but|nor|when|whenever|if|because|since|now|still|so|too)\b"
    return re.compile(stop if last else AWAY, re.IGNORECASE)
