"""What set phrases say of the subject of a clause and of somebody in the phrase: "shared his desk at school"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.layers.spans import Span
from unspoken.stages.prefilter import Prefilter, compiled, needed, words_in
from unspoken.stages.relationships.people import LONGEST, People
from unspoken.stages.relationships.ties.bonds import holds
from unspoken.stages.relationships.ties.tie import Tie

TABLE = "relationship_idioms.toml"
OTHER = r"(?P<other>[A-Za-z][\w.'-]*(?: [\w.'-]+){0,3}?)"  # up to what comes next in the phrase
TAIL = 40  # code points behind a clause that may belong to the phrase
WHAT = re.compile(r"\bwhat(?:ever)? ", re.IGNORECASE)  # "what you do for Ann": not as a servant
BEFORE = 9
STOP = re.compile(r"[.!?;\n\"“”]")  # where it surely ends
OWN = ("'s", "'")
REFLEXIVES = frozenset(("himself", "herself", "myself", "yourself", "itself", "oneself", "themselves", "ourselves"))
OWNERS = frozenset(("his", "her", "my", "your", "their", "our"))
NO_ONE = (["honour"], ["honor"], ["word"], ["faith"], ["attention"], ["thoughts"], ["affections"], ["heart"])


@dataclass(frozen=True)
class Idiom:
    """A phrase in which the other person is named, with what it tells (its row of the resource)."""

    source: str
    row: dict[str, Any]
    passive: bool


@cache
def idioms(kind: str) -> Prefilter[Idiom]:
    """The phrases for what two are (``tie``), or for what they do (``deed``), by the words that they need."""
    lines = (
        (line.replace("~", OTHER), row) for row in resources.table(TABLE)[kind] for line in row["patterns"].split("\n")
    )
    return Prefilter((needed(line), Idiom(line, row, row.get("passive", False))) for line, row in lines if line)


def ties_told(people: People, clauses: Sequence[Clause]) -> Iterator[Tie]:
    """What two are, by what one does for the other."""
    for i, clause in enumerate(clauses):
        if clause.conditional or not holds(clause, clauses):
            continue
        if clause.lemma == "do" and WHAT.search(people.text, max(0, clause.start - BEFORE), clause.verb.start):
            continue
        for row, one, other, start, end in found(people, i, clauses, "tie"):
            status = row.get("status")
            yield Tie(one, other, row["kind"], row["relation"], row["inverse"], status, start, end, row["weight"])


def found(
    people: People, i: int, clauses: Sequence[Clause], kind: str
) -> Iterator[tuple[dict[str, Any], str, str, int, int]]:
    """The rows of a kind that clause ``i`` bears out, each with the two people and where the words are."""
    clause, said, told = clauses[i], words(people, clauses[i]), None
    phrases = [p for p in idioms(kind).among(words_in(said)) if p.passive is clause.passive]
    subject = people.meant(_subject(i, clauses)) if phrases else ()
    if len(subject) != 1 or not people.is_person(subject[0]):
        return
    verb = clause.verb.start - clause.start
    for phrase in phrases:
        match = compiled(phrase.source).search(said)
        if phrase.row is told or match is None or not match.start() <= verb < match.end():
            continue
        other = named_in(people, clause, match)
        if other is None or other == subject[0] or not people.is_person(other):
            continue
        told = phrase.row
        yield phrase.row, subject[0], other, clause.start, max(clause.verb.end, clause.start + match.end())


def named_in(people: People, clause: Clause, match: re.Match[str]) -> str | None:
    """The other person whom a phrase that was found in the words of a clause names, if anybody."""
    if match["other"].endswith(OWN) and match.end("other") == match.end():  # "worked with Ann's tools"
        return None
    if _itself(match["other"]):
        return None
    return _other(people, clause.start + match.start("other"), clause.start + match.end("other"))


def _itself(words: str) -> bool:
    """Whether the words mean whoever does it ("raised himself to his feet"), or are no person ("engaged his word")."""
    first, *others = words.lower().split()
    return first in REFLEXIVES or (first in OWNERS and others[:1] in NO_ONE)


def _subject(i: int, clauses: Sequence[Clause]) -> Span | None:
    """The subject; of one more relative clause, that of the clause before ("Ann, who sang, and who taught him")."""
    clause, before = clauses[i], clauses[i - 1] if i else None
    if clause.subject is None and clause.marker == "who" and before and before.sentence == clause.sentence:
        return before.subject
    return clause.subject


def _other(people: People, start: int, end: int) -> str | None:
    """Whom the words in the phrase mean, or whose it is that they name."""
    starting = [n for n in people.named.inside(start, start + LONGEST) if n.start == start]
    whole = [n for n in starting if n.end == end or people.text[n.end : end] in OWN]
    longest = max(whole or starting, key=lambda n: n.end, default=None)
    if longest is not None and people.cut_short(longest.start, longest.end):
        return None
    if people.text.startswith("'s", max(end, longest.end if longest else end)):  # "worked with Ann's brother"
        return None
    return longest.character if longest is not None else people.at(start, end)


def words(people: People, clause: Clause) -> str:
    """The words of a clause and the few behind it, within its sentence."""
    stop = STOP.search(people.text, clause.end, clause.end + TAIL)
    return people.text[clause.start : stop.start() if stop else clause.end + TAIL]
