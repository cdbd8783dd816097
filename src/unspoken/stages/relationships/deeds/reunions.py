"""Who is together again, where no word says so: warmth after a hurt, talk after a parting for long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unspoken.stages.relationships.deeds.happenings import Happening
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People
from unspoken.stages.relationships.status import OUTRIGHT
from unspoken.stages.relationships.voices import Voice

HURTS = frozenset({"quarrel", "betray", "break_up", "divorce", "dumped"})
WARM = frozenset({"kiss", "couple", "embrace", "return"})
FOR_LONG = 0.6  # how sure a parting must be for what follows to be a reunion; "good-bye" alone may be for a day
SURE = 0.55


def reunions(pair: Pair, love: bool, deeds: Sequence[Happening], people: People) -> Iterator[Happening]:
    """Reunions of two, at most one for each hurt or parting.

    Args:
        pair: the two.
        love: whether they are lovers; others who are friends again after a quarrel have not been apart for it.
        deeds: what happens between them, in text order.
        people: whose talk tells that they are in each other's presence.
    """
    if love:
        yield from _warmth(pair, deeds, people)
    yield from _meetings(pair, deeds, people)


def _warmth(pair: Pair, deeds: Sequence[Happening], people: People) -> Iterator[Happening]:
    """Where lovers who hurt each other in a scene are tender in a later one, or forgive outright."""
    hurt = None
    for deed in deeds:
        scene = people.scene(deed.start)
        if deed.type in HURTS:
            hurt = scene
        elif deed.type == "reunite":
            hurt = None
        elif hurt is not None and scene is not None and scene.start > hurt.start and _tender(deed):
            yield Happening("reunite", *pair, True, deed.start, deed.end, SURE)
            hurt = None


def _tender(deed: Happening) -> bool:
    return deed.type in WARM or (deed.type == "forgive" and deed.confidence >= OUTRIGHT)


def _meetings(pair: Pair, deeds: Sequence[Happening], people: People) -> Iterator[Happening]:
    """Where two who parted for long speak to each other again."""
    after = 0
    for deed in deeds:
        scene = people.scene(deed.start)
        if deed.type != "part" or deed.confidence < FOR_LONG or deed.start < after or scene is None:
            continue
        if word := _first_word(people, pair, scene.end):
            yield Happening("reunite", *pair, True, word.start, word.end, SURE)
            after = word.start


def _first_word(people: People, pair: Pair, start: int) -> Voice | None:
    """The first speech of one of them to the other from an offset on, in no scene that looks back."""
    for voice in people.voices.records:
        if voice.start < start or voice.written or len(voice.hearers) != 1:
            continue
        scene = people.scene(voice.start)
        if pair_of(voice.speaker, voice.hearers[0]) == pair and scene is not None and scene.mode == "linear":
            return voice
    return None
