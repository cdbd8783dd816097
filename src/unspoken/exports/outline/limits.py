"""How much of a story is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Part(Generic[T]):
    """Some findings, and how many more there are."""

    items: tuple[T, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Limits:
    """The most of each kind that is told; None: all."""

    people: int | None = None
    relationships: int | None = None
    steps: int | None = None
    misunderstandings: int | None = None
    scenes: int | None = None
    letters: int | None = None


SCREEN = Limits(people=12, relationships=8, steps=8, misunderstandings=10, scenes=30, letters=12)
PAGE = Limits(people=18, relationships=12, steps=30, misunderstandings=30, scenes=400, letters=60)
FULL = Limits()


def foremost(items: Iterable[T], most: int | None, weight: Callable[[T], Any]) -> Part[T]:
    """The ``most`` weightiest items, in the order that they came in, and a count of the others."""
    everything = list(items)
    if most is None or len(everything) <= most:
        return Part(tuple(everything))
    chosen = sorted(range(len(everything)), key=lambda i: (weight(everything[i]), -i), reverse=True)[:most]
    return Part(tuple(everything[i] for i in sorted(chosen)), len(everything) - most)
