"""Ties in phrases with "of": "Ann, sister of Ben", "he was the son of Ann Vale", "an old friend of Ben's"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from unspoken import resources
from unspoken.layers.clauses import Clause
from unspoken.stages.relationships.people import LONGEST, People
from unspoken.stages.relationships.ties.bonds import holds
from unspoken.stages.relationships.ties.roles import TABLE, kin_inverses, roles
from unspoken.stages.relationships.ties.tie import OWNED, Tie, tie_of

OF = re.compile(r" of (?:the late |old |poor |dear |young |that |this )?", re.I)
SAID = re.compile(r"\b(?:am|is|are|was|were|be|been|become|became|not|never|like|as|than)(?: \w+)? $|n't $", re.I)
REACH = 60  # code points before a role noun in which its adjectives stand


def genitives(people: People, clauses: Sequence[Clause]) -> Iterator[Tie]:
    """Role nouns whose owner is named behind "of", said of somebody named before a comma, of the subject of a clause,
    or of the one whom the phrase itself means."""
    predicates = {c.complement.start: c for c in clauses if c.complement is not None and not c.conditional}
    for found in _phrase().finditer(people.text):
        role = roles()[found[1].lower()]
        owner = _owner(people, found.end())
        if owner is None:
            continue
        start = _adjectives().search(people.text, max(0, found.start() - REACH), found.start())
        at = start.start() if start is not None else found.start()
        other = (
            _apposed(people, at) or _subject(people, predicates.get(at), clauses) or _meant(people, at, found.end(1))
        )
        if other is not None and other != owner:
            yield tie_of(role, owner, other, at, found.end(), OWNED)


@cache
def _adjectives() -> re.Pattern[str]:
    words = "|".join(resources.table(TABLE)["genitive"]["before"].split())
    return re.compile(rf"(?:\b(?:{words}) )*$", re.I)


@cache
def _phrase() -> re.Pattern[str]:
    """Kin, and other role nouns that take "of" ("a pupil of Ann's"): no bosses ("the master of the house")."""
    free = resources.table(TABLE)["genitive"]["words"].split()
    words = (word for word, role in roles().items() if role.relation in kin_inverses() or word in free)
    return re.compile(rf"\b({'|'.join(sorted(words, key=len, reverse=True))})(?= of )" + OF.pattern, re.I)


def _owner(people: People, start: int) -> str | None:
    """Whom the words after "of" name, and nobody beside them; or who says "of mine"."""
    inside = people.named.inside(start, start + LONGEST)
    starting = [n for n in inside if n.start == start and people.text[start].isupper()]
    named = max(starting, key=lambda n: n.end, default=None)
    if named is not None:
        owned = people.text.startswith("'s ", named.end) and people.text[named.end + 3 : named.end + 4].isalpha()
        return None if owned else named.character  # "the friend of Ann's brother"
    word = re.compile(r"[a-z]+\b").match(people.text, start)
    return people.speaker(start) if word is not None and word[0] == "mine" else None


def _apposed(people: People, at: int) -> str | None:
    """Who is named right before a comma that the phrase follows."""
    named = people.named.before(at - 2) if people.text[at - 2 : at] == ", " else None
    if named is None or named.end != at - 2 or not people.text[named.start].isupper():
        return None
    return named.character if people.is_person(named.character) else None


def _subject(people: People, clause: Clause | None, clauses: Sequence[Clause]) -> str | None:
    subject = people.meant(clause.subject) if clause is not None and holds(clause, clauses) else ()
    return subject[0] if len(subject) == 1 else None


def _meant(people: People, at: int, end: int) -> str | None:
    """Whom the phrase itself means, where it is a mention and nothing that somebody is, or is not."""
    if SAID.search(people.text, max(0, at - REACH), at):
        return None
    named = [n for n in people.named.inside(at, end + LONGEST) if n.start in (at, end) and n.end >= end]
    return named[0].character if named else None
