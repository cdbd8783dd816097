"""Ties in words that only describe somebody: "Al was our trainee", "Mrs Orme, her friend of thirty years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unspoken.layers.clauses import Clause
from unspoken.layers.mentions import Mention
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.bonds import holds
from unspoken.stages.relationships.ties.possessives import owners
from unspoken.stages.relationships.ties.roles import roles
from unspoken.stages.relationships.ties.tie import OWNED, Tie, tie_of

LATER = 2  # words that may stand between whose it is and what it is ("her oldest friend")
WORDS = re.compile(r" ?([A-Za-z][A-Za-z-]*)")
END = re.compile(r"[,.;:!?—–]|\s*$| (?:of|for|since|from|at|in|when|who|now|then|again)\b|[\"”’'](?!s\b)")
BEFORE = ", "
ROW = re.compile(r", (?:and|or)\b")  # "Ann, her friend, and Ben"


def described(people: People, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> Iterator[Tie]:
    """Role nouns that are no mention of their own, after whose they are, behind a name or as a predicate."""
    known = {(m.owner, m.head_start) for m in mentions if m.owner is not None}
    predicates = {c.complement.start: c for c in clauses if c.complement is not None and not c.conditional}
    for i, mention in enumerate(mentions):
        found = _role(people, mention)
        if found is None or (i, found[0]) in known:
            continue
        _, end, word = found
        clause = predicates.get(mention.start)
        other = _subject(people, clause, clauses) if clause else _name_before(people, mention, end)
        for owner in owners(people, mention, roles()[word]) if other else ():
            yield tie_of(roles()[word], owner, other or "", mention.start, end, OWNED)


def _role(people: People, mention: Mention) -> tuple[int, int, str] | None:
    """Start, end and word of the role noun that a possessive pronoun or a name stands before."""
    at = mention.end
    if mention.form == "name" and people.text.startswith("'s ", at):
        at += len("'s")
    elif people.text[mention.start : at].lower() not in ("my", "our", "his", "her", "your", "their"):
        return None
    for _ in range(LATER + 1):
        word = WORDS.match(people.text, at)
        if word is None:
            return None
        if word[1].lower() in roles():
            return None if _goes_on(people.text, word.end()) else (word.start(1), word.end(), word[1].lower())
        at = word.end()
    return None


def _goes_on(text: str, end: int) -> bool:
    """Whether the noun belongs to what follows ("her friend's hat", "her doctor and lawyer", "her sister Ann")."""
    return END.match(text, end) is None


def _subject(people: People, clause: Clause, clauses: Sequence[Clause]) -> str | None:
    subject = people.meant(clause.subject) if holds(clause, clauses) else ()
    return subject[0] if len(subject) == 1 else None


def _name_before(people: People, mention: Mention, end: int) -> str | None:
    """Who is named just before a comma that the words follow: in narration, with a name, and not in a row of people."""
    named = people.named.before(mention.start - len(BEFORE))
    apart = people.text[mention.start - len(BEFORE) : mention.start] == BEFORE
    apart = apart and mention.quotation is None  # "Come, Frank, my friend": anybody is called so
    if not apart or ROW.match(people.text, end) or named is None or named.end != mention.start - len(BEFORE):
        return None
    return named.character if people.text[named.start].isupper() and people.has_name(named.character) else None
