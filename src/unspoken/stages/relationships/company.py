"""Who have to do with each other, by how they talk."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from unspoken import resources
from unspoken.layers.relationships import RelationshipKind
from unspoken.layers.scenes import Scene
from unspoken.layers.spans import Span
from unspoken.stages.cast.relations import SHORT
from unspoken.stages.relationships.calls import familiar, formal, titled
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

SURE = 0.6  # how sure a speaker must be for a speech to count
TALK = 2  # speeches of each to the other from which two have to do with each other
OFTEN = 3  # calls by an office in a long text
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


def few_who_talk(people: People) -> set[Pair]:
    """Pairs with names who speak to each other, where few people are about: they know each other from then on."""
    if len(people.text) >= SHORT:
        return set()
    said = talk(people)
    return {pair_of(a, b) for a, b in said if said[b, a] and people.has_name(a, 1) and people.has_name(b, 1)}


def deferent(people: People) -> set[Pair]:
    """Pairs of whom one calls the other "sir", or the like."""
    return set(_called(people, _calling(resources.table("relationship_acts.toml")["deference"]["words"])))


def called_by_office(people: People) -> dict[tuple[Pair, RelationshipKind], Span]:
    """Pairs of whom one calls the other by what that one is to them and to no stranger ("Yes, boss", "No, Mistress"),
    with the kind that it tells, and where first; in a long text once may be in fun, or a slip."""
    least, out = 1 if len(people.text) < SHORT else OFTEN, dict[tuple[Pair, RelationshipKind], Span]()
    for row in resources.table("relationship_acts.toml")["office"]:
        found = _called(people, _calling(row["words"]))
        out |= {(pair, row["kind"]): where[0] for pair, where in found.items() if len(where) >= least}
    return out


def _called(people: People, pattern: re.Pattern[str]) -> dict[Pair, list[Span]]:
    """The speeches of two in which one calls the other so."""
    out: dict[Pair, list[Span]] = defaultdict(list)
    for voice in people.voices.records:
        if len(voice.hearers) == 1 and pattern.search(people.text, voice.start, voice.end):
            out[pair_of(voice.speaker, voice.hearers[0])].append(Span(voice.start, voice.end))
    return out


@cache
def _calling(words: str) -> re.Pattern[str]:
    """Words by which somebody is called, cut off by marks on both sides."""
    table = resources.table("relationship_acts.toml")["deference"]
    return re.compile(table["before"] + f"(?:{words})" + table["after"], re.IGNORECASE)


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
