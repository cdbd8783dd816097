"""Something that happens between two people, before it is known which relationship it belongs to."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from unspoken.layers.relationships import EventType
from unspoken.stages.relationships.pairs import Pair, pair_of
from unspoken.stages.relationships.people import People

ONCE = frozenset({"meet", "marry", "divorce"})
SHARED = ONCE | {"quarrel"}  # whoever begins it


@dataclass(frozen=True)
class Happening:
    """``actor`` does it to ``other``; where ``mutual``, both do. ``before``: it lies before the scene that tells it.

    ``kind`` is the kind of relationship that it belongs to by its nature, None: any. ``lovers``: it counts only between
    two who are known as lovers from elsewhere.
    """

    type: EventType | str
    actor: str
    other: str
    mutual: bool
    start: int
    end: int
    confidence: float
    kind: str | None = None
    before: bool = False
    lovers: bool = False

    @property
    def pair(self) -> Pair:
        """The two, in order of ids."""
        return pair_of(self.actor, self.other)


def once_a_scene(happenings: Iterable[Happening], people: People) -> list[Happening]:
    """The first of each type, pair and actor in each scene: who says sorry twice has apologised once. Of
    several that the same words tell the surest comes first.

    What happens once in a life together (to meet, to marry) counts once in the story.
    """
    seen: dict[tuple[str, Pair, str | None, str | None], int] = {}
    out: list[Happening] = []
    for h in sorted(happenings, key=lambda h: (h.start, h.end, -h.confidence, h.type, h.actor, h.other)):
        scene = None if h.type in ONCE else people.scene(h.start)
        key = (h.type, h.pair, None if h.mutual or h.type in SHARED else h.actor, scene.id if scene else None)
        if key not in seen:
            seen[key] = len(out)
            out.append(h)
    return out


def first_meetings(happenings: Iterable[Happening], people: People, kin: Container[Pair]) -> Iterator[Happening]:
    """All but the meetings of two who are kin, or who have spoken in a scene before: those are no acquaintance made.

    A scene that looks back may tell how two met who have spoken long since, or are married.
    """
    spoke: dict[Pair, int] = {}
    for voice in people.voices.records:
        for hearer in voice.hearers:
            spoke.setdefault(pair_of(voice.speaker, hearer), voice.start)
    for h in happenings:
        scene = people.scene(h.start)
        begins = scene.start if scene and scene.mode != "analepsis" else 0
        known = spoke.get(h.pair, h.start) < begins
        if h.type != "meet" or not (known or h.pair in kin):
            yield h
