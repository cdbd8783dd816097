"""What people call each other in talk."""

from __future__ import annotations

import re
from collections import Counter

from unspoken.stages.mentions.names import titles
from unspoken.stages.relationships.people import Named, People

NEAR = 12  # code points around a name that tell whether it is called
BEFORE = re.compile(r"(?:^|[,.!?;:—–-]|\b(?:oh|dear|my|no|yes|well|hello|please|but|and|now))\W*$", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[,.!?;:—–-]|$)")


def familiar(people: People) -> Counter[tuple[str, str]]:
    """How often a speaker calls a hearer by one bare name, without title or surname ("Come in, Ann").

    Args:
        people: has all that is said, by whom and to whom.

    Returns:
        Counts by (speaker, hearer).
    """
    out: Counter[tuple[str, str]] = Counter()
    for voice in people.voices.records:
        if voice.written or len(voice.hearers) != 1:
            continue
        for named in people.named.inside(voice.start, voice.end):
            called = named.character in voice.hearers and _bare(people, named)
            if called and _called(people, named, voice.start, voice.end):
                out[voice.speaker, named.character] += 1
    return out


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
    before = people.text[max(start, named.start - NEAR) : named.start]
    return (
        BEFORE.search(before) is not None
        and AFTER.match(people.text, named.end, min(end, named.end + NEAR)) is not None
    )
