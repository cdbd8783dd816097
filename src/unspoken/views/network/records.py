"""Records of the network. Scenes are numbered from 0, in reading order."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

import msgspec

from unspoken.layers.characters import Kind, Pronouns
from unspoken.layers.relationships import Mutual, RelationshipKind, Status

V = TypeVar("V")


class Node(msgspec.Struct, frozen=True):
    """A character by then: ``name`` as far as it has been told (None: nothing but pronouns); ``words`` said aloud and
    their ``share`` of all that has been said (None: nothing has); ``scenes`` it was present in; ``mentions`` of it."""

    id: str
    name: str | None
    kind: Kind
    pronouns: Pronouns | None
    narrator: bool
    words: int
    share: float | None
    scenes: int
    mentions: int


class Edge(msgspec.Struct, frozen=True):
    """A pair by then. ``relationship`` None: they only talk. ``valence``, ``trust``: ``a`` of the first for the second,
    ``b`` the other way; ``words``: how many the first says to the second, and the other way; ``scenes`` together."""

    pair: tuple[str, str]
    relationship: str | None
    kinds: tuple[RelationshipKind, ...]
    role: tuple[str | None, str | None] | None
    status: Status | None
    contact: Literal["together", "apart"] | None
    valence: Mutual
    trust: Mutual
    words: tuple[int, int]
    scenes: int
    confidence: float | None


class Network(msgspec.Struct, frozen=True):
    """The people and what is between them at the end of ``scene`` (an id; None: the story has no scenes)."""

    scene: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Spell(msgspec.Struct, frozen=True):
    """Scenes from ``first`` to ``last``, both of them too."""

    first: int
    last: int


class Step(msgspec.Struct, Generic[V], frozen=True):
    """From the end of ``scene`` on, ``value`` holds."""

    scene: int
    value: V


class NodeTrack(msgspec.Struct, frozen=True):
    """A character over the scenes: known ``since`` one, ``present`` in some. The steps hold no shares (None)."""

    id: str
    name: str
    since: int
    present: tuple[Spell, ...]
    steps: tuple[Step[Node], ...]


class EdgeTrack(msgspec.Struct, frozen=True):
    """A pair over the scenes: where they are together, and what changes between them."""

    pair: tuple[str, str]
    relationship: str | None
    together: tuple[Spell, ...]
    steps: tuple[Step[Edge], ...]


class Tracks(msgspec.Struct, frozen=True):
    """All scenes at once. ``words``: said aloud by anybody, known or not, up to the end of each scene."""

    scenes: tuple[str, ...]
    words: tuple[int, ...]
    nodes: tuple[NodeTrack, ...]
    edges: tuple[EdgeTrack, ...]
