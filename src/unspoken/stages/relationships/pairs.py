"""Two people in one fixed order, so that evidence from either side meets under one key."""

from __future__ import annotations

Pair = tuple[str, str]


def pair_of(a: str, b: str) -> Pair:
    """The two ids in order."""
    return (a, b) if a <= b else (b, a)
