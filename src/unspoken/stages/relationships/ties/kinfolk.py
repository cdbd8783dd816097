"""Kin where few people are about: "Aunt Ann", "their mother", "our Ben"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from unspoken import resources
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.mentions.names import titles
from unspoken.stages.relationships.people import LONGEST, Named, People
from unspoken.stages.relationships.ties.roles import RELATIVE, TABLE, roles
from unspoken.stages.relationships.ties.tie import CALLED, Tie, tie_of

HOLY = frozenset(("lord", "lady", "saviour", "savior", "father", "god", "redeemer", "majesty"))
OWNED_BY = re.compile(r"(?:\b(?:your|his|her|their|our)|['’]s) \Z", re.I)  # "your Aunt Jane"
FAR = 8
OURS = re.compile(r"\b[Oo]ur (?=([A-Z][a-z]+))")


def titled_kin(people: People) -> Iterator[Tie]:
    """Somebody known by a kin word and a name, who is kin of the one who tells the story or whose eyes it looks
    through, or else of the only other one there."""
    if len(people.text) >= SHORT:
        return
    for character in people.characters.values():
        for mention in character.mentions:
            word, *name = people.text[mention.start : mention.end].split(" ")
            if OWNED_BY.search(people.text, max(0, mention.start - FAR), mention.start):
                continue
            if not name or word.lower() not in _titles() or not word[:1].isupper() or not name[0][:1].isupper():
                continue
            for owner in _whose(people, Named(mention.start, mention.end, character.id)):
                role = roles()[word.lower()]
                yield tie_of(role, owner, character.id, mention.start, mention.end, CALLED)
            break  # more would outweigh what is told


@cache
def _titles() -> frozenset[str]:
    return frozenset(resources.table(TABLE)["kin_titles"]["words"].split())


def _whose(people: People, kin: Named) -> tuple[str, ...]:
    voice, scene = people.voice(kin.start), people.scene(kin.start)
    speaker = voice.speaker if voice else people.narrator
    owner = speaker or (scene.focal if scene else None)
    if owner is not None and owner != kin.character:
        return (owner,)
    here = [who for who in (scene.present if scene else ()) if who != kin.character and people.is_person(who)]
    return (here[0],) if len(here) == 1 and voice is None and people.has_name(here[0], 1) else ()


def of_one_parent(people: People) -> Iterator[Tie]:
    """ "Their mother" told of two, and "our mother" said by one to another, make the two brother and sister."""
    for match in _parents().finditer(people.text) if not people.crowded else ():
        voice = people.voice(match.start())
        if match[1].lower() == "our":
            pair = (voice.speaker, *voice.hearers) if voice and match[2].islower() else ()
        else:
            pair = people.plural(match.start(), False) if voice is None else ()
        parent = people.at(match.start(), match.end())
        if len(pair) == 2 and parent not in pair:
            yield tie_of(roles()["sibling"], *pair, match.start(), match.end(), CALLED)


@cache
def _parents() -> re.Pattern[str]:
    words = "|".join(resources.table(TABLE)["kin_titles"]["parents"].split())
    adjectives, others = "own|late|poor|dear|old|dead", "tongue|country|land|church"
    return re.compile(rf"\b([Tt]heir|[Oo]ur) (?:(?:{adjectives}) )?({words})\b(?!-| (?:{others}))", re.I)


def ours(people: People) -> Iterator[Tie]:
    """ "Our Ben", as one of the family says of another, or to him."""
    for match in OURS.finditer(people.text) if not people.crowded else ():
        voice = people.voice(match.start())
        if voice is None or voice.written or match[1].lower() in HOLY | titles().keys():
            continue
        named = [n for n in people.named.inside(match.end(), match.end() + LONGEST) if n.start == match.end()]
        named += [n for n in people.named.inside(match.start(), match.end() + LONGEST) if n.start == match.start()]
        for who in dict.fromkeys(n.character for n in named if n.end == match.end(1)):
            yield tie_of(RELATIVE, voice.speaker, who, match.start(), match.end(1), CALLED)
