"""Who have to do with each other, by how they talk."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from unspoken import resources
from unspoken.layers.scenes import Scene
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.relationships.calls import familiar, formal, titled
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

SURE = 0.6  # how sure a speaker must be for a speech to count
TALK = 2  # speeches of each to the other from which two have to do with each other
MUCH, CALLED = 9, 1  # speeches between two, and how often each calls the other by a bare name, that make friends


def talk(people: People) -> Counter[tuple[str, str]]:
    """How many speeches each addresses to one other alone, by (speaker, hearer)."""
    told = {
        (v.speaker, v.hearers[0], v.id)
        for v in people.voices.records
        if v.addressed and not v.written and v.sure >= SURE and len(v.hearers) == 1
    }
    return Counter((speaker, hearer) for speaker, hearer, _ in told)


def conversing(people: People) -> set[Pair]:
    """Pairs of people with names who speak to each other, both of them, more than once."""
    said = talk(people)
    return {
        pair_of(a, b)
        for (a, b), count in said.items()
        if min(count, said[b, a]) >= TALK and people.has_name(a) and people.has_name(b)
    }


def first_talk(people: People, pair: Pair) -> Scene | None:
    """The first scene in which each of two speaks to the other, and that does not look back."""
    spoke: dict[str, set[str]] = defaultdict(set)
    for voice in people.voices.records:
        if voice.written or len(voice.hearers) != 1 or pair_of(voice.speaker, voice.hearers[0]) != pair:
            continue
        scene = people.scene(voice.start)
        if scene is not None and scene.mode == "linear":
            spoke[scene.id].add(voice.speaker)
            if len(spoke[scene.id]) > 1:
                return scene
    return None


def acquainted(people: People) -> set[Pair]:
    """Those of them of whom one calls the other by title and name, or "sir", and neither by the bare name: kin and
    close friends do, and their elders."""
    bare, distant = familiar(people), {pair_of(a, b) for a, b in formal(people)} | deferent(people)
    talking = conversing(people)
    if len(people.text) < SHORT:  # where few people are about, one who is known by a title alone is no friend yet
        distant |= {pair for pair in talking if any(titled(people.characters[who].name) for who in pair)}
    return {(a, b) for a, b in talking & distant if not bare[a, b] + bare[b, a]}


def deferent(people: People) -> set[Pair]:
    """Pairs of whom one calls the other "sir", or the like."""
    pattern = re.compile(resources.table("relationship_acts.toml")["deference"]["pattern"], re.IGNORECASE)
    return {
        pair_of(voice.speaker, voice.hearers[0])
        for voice in people.voices.records
        if len(voice.hearers) == 1 and pattern.search(people.text, voice.start, voice.end)
    }


def friends(people: People) -> set[Pair]:
    """Pairs who talk much and call each other by their bare names; where few people are about, it is enough that they
    talk and one calls the other so, if neither is known by a title."""
    said, called = talk(people), familiar(people)
    few = conversing(people) if len(people.text) < SHORT else set()
    near = {(a, b) for a, b in few if called[a, b] + called[b, a]}
    polite = {pair_of(a, b) for a, b in formal(people)} | deferent(people) if near else set()
    near -= {pair for pair in near if pair in polite or any(titled(people.characters[who].name) for who in pair)}
    return near | {
        pair_of(a, b)
        for (a, b), count in said.items()
        if count + said[b, a] >= MUCH and min(called[a, b], called[b, a]) >= CALLED
    }
