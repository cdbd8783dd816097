"""What people call each other in talk."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from unspoken.layers.mentions import Mention
from unspoken.stages.mentions.names import kin_terms, titles
from unspoken.stages.relationships.people import Named, People
from unspoken.stages.relationships.voices import Voice

NEAR = 12  # code points around a name that tell whether it is called
BEFORE = re.compile(r"(?:^|[,.!?;:—–\"“‘-]|\b(?:oh|dear|my|no|yes|well|hello|please|but|and|now))\W*$", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[,.!?;:—–\"”’-]|$)")


def familiar(people: People) -> Counter[tuple[str, str]]:
    """How often a speaker calls a hearer by one bare name, without title or surname ("Come in, Ann").

    Args:
        people: has all that is said, by whom and to whom.

    Returns:
        Counts by (speaker, hearer).
    """
    return Counter((voice.speaker, named.character) for voice, named in _calls(people) if _bare(people, named))


def formal(people: People) -> Counter[tuple[str, str]]:
    """How often a speaker calls a hearer by title and name ("Come in, Mrs. Vale"); as `familiar`."""
    return Counter(
        (voice.speaker, named.character)
        for voice, named in _calls(people)
        if titled(people.text[named.start : named.end])
    )


def _calls(people: People) -> Iterator[tuple[Voice, Named]]:
    """Where the only hearer is called by words that mean them."""
    for voice in people.voices.records:
        if voice.written or len(voice.hearers) != 1:
            continue
        for named in people.named.inside(voice.start, voice.end):
            if named.character in voice.hearers and cut_off(people.text, named, voice.start, voice.end):
                yield voice, named


def titled(words: str) -> bool:
    """Whether a name begins with a title that no kin is called by."""
    title, *name = words.lower().split() or [""]
    return bool(name) and title.rstrip(".") in titles().keys() - kin_terms()


def _bare(people: People, named: Named) -> bool:
    """Whether a mention is one capitalised word that is a name of theirs, and no surname or title of theirs."""
    word = people.text[named.start : named.end]
    character = people.characters[named.character]
    names = [n.split() for n in (character.name, *character.aliases)]
    surnames = {parts[-1] for parts in names if len(parts) > 1}
    known = any(word in parts for parts in names)
    return word[:1].isupper() and word.isalpha() and known and word not in surnames and word.lower() not in titles()


def cut_off(text: str, span: Named | Mention, start: int = 0, end: int | None = None) -> bool:
    """Whether words stand as those that somebody is called by: cut off by marks on both sides."""
    before = text[max(start, span.start - NEAR) : span.start]
    reach = span.end + NEAR if end is None else min(end, span.end + NEAR)
    return BEFORE.search(before) is not None and AFTER.match(text, span.end, reach) is not None
