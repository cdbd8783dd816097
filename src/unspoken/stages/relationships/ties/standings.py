"""How two stand to each other in so many words: "They were not on speaking terms", "She doted on him", "There was a
coolness between them"."""

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
from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.deeds.told import imagined
from unspoken.stages.relationships.people import LONGEST, People
from unspoken.stages.relationships.ties.bonds import SEVERAL
from unspoken.stages.relationships.ties.idioms import OTHER, named_in, words
from unspoken.stages.relationships.ties.roles import unreal

TABLE = "relationship_standings.toml"
SURE = 0.6
ALONE = frozenset(("him", "me", "you", "us", "them", "it"))
ONCE = "once_"  # what was so before: "once_close"
NO = re.compile(
    r"\b(?:not|never|no|nor|neither|hardly|scarcely|barely|without|nobody|none|nothing|almost|nearly)\b|n't\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween (?:(the two(?: of (?:them|us))?|us(?: two| both)?|them(?: both)?)\b|(?=[A-Z]))")
FIRST = re.compile(r"\bus\b")
BACK = 90  # code points before "between them" in which it is told what lies there
IDLE = re.compile(  # what does not lie there for long, or for sure
    r"\b(?:if|unless|whether|as though|lest|might|would|could|may|perhaps|suppose|moment's|momentary|for a moment"
    r"|(?:afraid|feared?|hoped?|wished?|dread(?:ed)?) (?:of|that|there))\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(?:if|unless|whether|even though|were (?:he|she|I|they) to|had (?:he|she|I|they))\b", re.I)
STOP = re.compile(r"[.!?;\n\"“”]")
AND = " and "


@dataclass(frozen=True)
class Phrase:
    """A wording, with its row of the resource."""

    source: str
    row: dict[str, Any]


@cache
def phrases(table: str) -> Prefilter[Phrase]:
    """All wordings of ``both`` or ``one``, by the words that they need."""
    lines = (
        (line.replace("~", OTHER), row) for row in resources.table(TABLE)[table] for line in row["patterns"].split("\n")
    )
    return Prefilter((needed(line), Phrase(line, row)) for line, row in lines if line)


def standings(people: People, clauses: Sequence[Clause]) -> Iterator[Happening]:
    """Statuses that words tell, as "close", "strained" and "estranged"; "once_close" is what was so before."""
    for clause in clauses:
        if _told(people, clause, clauses):
            yield from _both(people, clause)
            yield from _one(people, clause)
    yield from _between(people)


def _told(people: People, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause says what is so, or what somebody will not do."""
    if clause.subject is None or clause.question or (clause.conditional and not _refuses(people, clause)):
        return False
    if clause.tense in ("future", "infinitive", "imperative") or imagined(people, clause):
        return False
    return clause.governor is None or clauses[clause.governor].lemma not in unreal()


def _refuses(people: People, clause: Clause) -> bool:
    """Whether "would not" tells what somebody is not willing to do, and not what would be if something else were."""
    opening = _sentence(people.text, clause.start)
    supposed = SUPPOSED.search(people.text, opening, clause.end + BACK)
    return clause.negated and clause.modal in ("would", "could") and supposed is None


def _both(people: People, clause: Clause) -> Iterator[Happening]:
    said = words(people, clause)
    for phrase, match in _matches("both", clause, said):
        if SEVERAL.search(said, 0, match.end()):
            continue
        subject = people.meant(clause.subject)
        if len(subject) == 2 and _persons(people, *subject):
            yield _standing(phrase.row, *subject, clause.start, clause.start + match.end())
            return


def _one(people: People, clause: Clause) -> Iterator[Happening]:
    for phrase, match in _matches("one", clause, words(people, clause)):
        subject = people.meant(clause.subject)
        first, *more = match["other"].lower().split()
        alone = first not in ALONE or not more  # "nothing to say to [you] upon that subject" is not all
        other = named_in(people, clause, match) if alone and len(subject) == 1 else None
        if other is not None and _persons(people, subject[0], other):
            yield _standing(phrase.row, subject[0], other, clause.start, clause.start + match.end())
            return


def _matches(table: str, clause: Clause, said: str) -> Iterator[tuple[Phrase, re.Match[str]]]:
    """Wordings that hold the verb of a clause, and that nothing before them denies."""
    verb = clause.verb.start - clause.start
    for phrase in phrases(table).among(words_in(said)):
        match = compiled(phrase.source).search(said)
        if match is None or not match.start() <= verb < match.end():
            continue
        if not phrase.row.get("denied") and (clause.negated or NO.search(said, 0, match.end())):
            continue
        if clause.modal and not phrase.row.get("denied") and clause.modal not in match[0].lower():
            continue
        yield phrase, match


def _standing(row: dict[str, Any], a: str, b: str, start: int, end: int) -> Happening:
    status = ONCE + row["status"] if row.get("once") else row["status"]
    return Happening(status, a, b, True, start, end, SURE, row.get("kind"))


def _persons(people: People, a: str, b: str) -> bool:
    return a != b and people.is_person(a) and people.is_person(b)


def _between(people: People) -> Iterator[Happening]:
    """What is said to lie between two."""
    for found in BETWEEN.finditer(people.text):
        start = _sentence(people.text, found.start())
        said = people.text[start : found.end() + BACK]
        said = said[: found.end() - start] + STOP.split(said[found.end() - start :])[0]
        row = next((r for r in resources.table(TABLE)["between"] if _lies(r, said, found.start() - start)), None)
        pair = _pair(people, found) if row is not None and not IDLE.search(said) else ()
        if row is not None and len(pair) == 2 and _persons(people, *pair):
            yield _standing(row, *pair, start, found.end())


def _lies(row: dict[str, Any], said: str, at: int) -> bool:
    match = compiled(row["pattern"]).search(said)
    return match is not None and (row.get("denied", False) or not NO.search(said, 0, max(match.end(), at)))


def _sentence(text: str, at: int) -> int:
    """Where the sentence begins, or the nearest code point that is looked at."""
    marks = [m.end() for m in STOP.finditer(text, max(0, at - BACK), at)]
    start = marks[-1] if marks else max(0, at - BACK)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _pair(people: People, found: re.Match[str]) -> tuple[str, ...]:
    if found[1] is not None:
        return people.plural(found.start(), FIRST.search(found[0]) is not None)
    named = [n for n in people.named.inside(found.end(), found.end() + LONGEST) if n.start == found.end()]
    first = max(named, key=lambda n: n.end, default=None)
    if first is None or not people.text.startswith(AND, first.end):
        return ()
    return people.meant(Span(first.start, first.end))
