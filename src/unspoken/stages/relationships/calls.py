"""What people call each other in talk."""

from __future__ import annotations

import re

from unspoken.stages.mentions.names import titles
from unspoken.stages.relationships.pairs import Pair
from unspoken.stages.relationships.people import Named, People

BEFORE = re.compile(r"(?:^|[,.!?;:—–-]|\b(?:oh|dear|my|no|yes|well|hello|please|but|and|now))\s*$", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[,.!?;:—–-]|$)")


def familiar(people: People, pair: Pair) -> int:
    """How often two call each other by one bare name, without title or surname ("Come in, Ann")."""
    return sum(
        _bare(people, named) and _called(people, named, voice.start, voice.end)
        for voice in people.voices.records
        if not voice.written and voice.speaker in pair and set(voice.hearers) == set(pair) - {voice.speaker}
        for named in people.named.inside(voice.start, voice.end)
        if named.character in voice.hearers
    )


def _bare(people: People, named: Named) -> bool:
    """Whether a mention is one capitalised word that is a name of theirs, and no surname or title of theirs."""
    word = people.text[named.start : named.end]
    character = people.characters[named.character]
    names = [n.split() for n in (character.name, *character.aliases)]
    surnames = {parts[-1] for parts in names if len(parts) > 1}
    known = any(word in parts for parts in names)
    return word[:1].isupper() and word.isalpha() and known and word not in surnames and word.lower() not in titles()


def _called(people: People, named: Named, start: int, end: int) -> bool:
    """Whether a mention stands as one that is called: cut off by marks on both sides."""
    before, after = people.text[start : named.start].lstrip("\"\u201c\u2018'"), people.text[named.end : end]
    return BEFORE.search(before) is not None and AFTER.match(after) is not None
