"""Pairs of people and what becomes of them."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

RelationshipKind = Literal[
    "romance", "family", "friendship", "work", "school", "rivalry", "enmity", "acquaintance", "service"
]
Status = Literal["none", "together", "broken_up", "married", "widowed", "close", "strained", "estranged"]
EventType = Literal[
    "meet", "befriend", "confess", "kiss", "couple", "quarrel", "break_up", "betray",
    "apologise", "forgive", "part", "reunite", "marry", "divorce", "die",
]  # fmt: skip


class Mutual(msgspec.Struct, frozen=True):
    """A value each way: ``a`` of the first of the pair towards the second, ``b`` the other way; None unknown."""

    a: float | None = None
    b: float | None = None


class Moment(msgspec.Struct, frozen=True):
    """How a relationship stands from offset ``start``, in one scene."""

    scene: str
    start: int
    status: Status | None
    contact: Literal["together", "apart"] | None
    valence: Mutual
    trust: Mutual


class RelationshipEvent(msgspec.Struct, frozen=True):
    """Something that happens to a relationship, with the words that tell it."""

    type: EventType
    scene: str
    start: int
    end: int
    actor: str | None
    confidence: float


class Relationship(msgspec.Struct, frozen=True):
    """Two people. ``kinds`` has the main one first; ``role`` is what each is to the other (aunt, nephew); ``evidence``,
    the plainest words for the main kind, is None where it only follows from what others are to each other."""

    id: str
    pair: tuple[str, str]
    kinds: tuple[RelationshipKind, ...]
    role: tuple[str | None, str | None] | None
    timeline: tuple[Moment, ...]
    events: tuple[RelationshipEvent, ...]
    confidence: float
    evidence: Span | None = None
