"""Ties that letters tell by how they begin and end: "Dear sister, ...", "Your loving niece, Ann"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.layers.documents import StoryDocument
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.ties.roles import TABLE, kin_inverses, roles
from unspoken.stages.relationships.ties.tie import CALLED, OWNED, Tie, tie_of

TAIL = 80  # code points at the end of a letter in which it is signed
FOND = 0.5  # how far a fond closing alone is to be believed
DEAR = re.compile(r"\W*(?:My )?(?:[Dd]ear|[Dd]earest|[Dd]arling)(?: old)? [A-Z][\w'’-]+ ?[,:!—–.]")
FONDLY = re.compile(
    r"\b(?:(?:[Yy]our|[Ee]ver your)s? (?:ever |very |most )?(?:loving|affectionate|fond|devoted|own|old|grateful)"
    r"(?: old)?),? [A-Z][\w'’-]+\W*$"
    r"|\b(?:[Yy]ours (?:ever|always|affectionately)|[Ee]ver yours),?\s+[A-Z][\w'’-]+\W*$"
)
CHURCH = frozenset(["father", "mother", "brother", "sister"])  # who may be a priest or a nun, with a name or "Reverend"


def letters(people: People) -> Iterator[Tie]:
    """What who writes and who is written to call each other at the beginning and the end."""
    for letter in people.documents:
        if letter.author is not None:
            yield from _begun(people, letter)
            yield from _ended(people, letter)
            yield from _presented(people, letter)
            yield from _fond(people, letter)


def _begun(people: People, letter: StoryDocument) -> Iterator[Tie]:
    """ "My dear brother," "Little sister," "Reverend Aunt," "Mum -": the reader is that to the writer."""
    found = _opening().match(people.text, letter.start, letter.end)
    if found is None or letter.addressee is None or not (found["fond"] or found["cut"]):
        return
    word = found["kin"].lower()
    clerical = word in CHURCH and (found["name"] or "reverend" in found["fond"].lower())
    if not clerical:
        yield tie_of(roles()[word], letter.author or "", letter.addressee, found.start(), found.end("kin"), OWNED)


def _ended(people: People, letter: StoryDocument) -> Iterator[Tie]:
    """ "Ever your loving sister, Ann", or "Love, Mum": the writer is that to the reader."""
    start = max(letter.start, letter.end - TAIL)
    found = next((m for p in _closings() for m in p.finditer(people.text, start, letter.end)), None)
    if found is not None and letter.addressee is not None:
        role = roles()[found["kin"].lower()]
        weight = OWNED if role.relation in kin_inverses() else CALLED
        yield tie_of(role, letter.addressee, letter.author or "", found.start("kin"), found.end("kin"), weight)


def _fond(people: People, letter: StoryDocument) -> Iterator[Tie]:
    """ "Dear Nell, ... Your loving Ada": whose given names stand at both ends and who are fond of each other are
    friends, where nothing else is told."""
    begun = DEAR.match(people.text, letter.start, letter.end)
    found = FONDLY.search(people.text, max(letter.start, letter.end - TAIL), letter.end)
    if begun is not None and found is not None and letter.addressee is not None:
        role = roles()["friend"]
        yield tie_of(role, letter.addressee, letter.author or "", found.start(), found.end(), FOND)


def _presented(people: People, letter: StoryDocument) -> Iterator[Tie]:
    """ "This is Ann Vale's daughter": who writes says whose they are."""
    found = _saying().match(people.text, letter.start, letter.end)
    named = [n for n in people.named.inside(found.end(), letter.end) if n.start == found.end()] if found else []
    owner = max(named, key=lambda n: n.end, default=None)
    word = _role_word().match(people.text, owner.end) if owner is not None else None
    if found and owner and word:
        yield tie_of(roles()[word[1].lower()], owner.character, letter.author or "", found.start(), word.end(), OWNED)


@cache
def _kin() -> str:
    words = (word for word, role in roles().items() if role.relation in kin_inverses())
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _opening() -> re.Pattern[str]:
    fond = resources.table(TABLE)["letters"]["fond"]
    return re.compile(
        rf"\W*(?P<fond>(?:(?:{fond}),? )*)(?P<kin>{_kin()})\b(?P<name> [A-Z][\w'-]+)?(?P<cut>(?= ?[,:;!—–]| ?- ))?"
        rf"(?=\W)",
        re.I,
    )  # fmt: skip


@cache
def _closings() -> tuple[re.Pattern[str], ...]:
    address = "|".join(resources.table(TABLE)["address"]["words"].split())
    adieu = "|".join(resources.table(TABLE)["letters"]["adieu"].split())
    own = rf"(?:^|[.!?;,—–\n])\s*(?:(?:{adieu}),? )*yours? (?:[a-z-]+,? ){{0,4}}?"
    return (
        re.compile(rf"{own}(?P<kin>{_kin()}|friend|pal|chum)\b[,.]?(?:\s+(?:[A-Z][\w.'-]* ?){{1,3}})?\W*$", re.I),
        re.compile(rf"(?:^|[.,!?—–\n]\s*|\blove from |\bfrom )(?P<kin>{address})(?: ?x+)?\W*$", re.I),
    )


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(r"\W*(?:(?:hello|hi|dear \w+),? )?(?:this is|it's|its|i'm|i am|im) ", re.I)


@cache
def _role_word() -> re.Pattern[str]:
    return re.compile(rf"(?:'s) (?:\w+ )?({_kin()})\b", re.I)
