"""Which person has which colour. The style sheet gives each class its light and its dark shade."""

from __future__ import annotations

from unspoken.exports.outline import Outline

COLOURS = 10


def palette(told: Outline) -> dict[str, str]:
    """From a character's id to a class: the foremost have one of their own, all others share ``px``."""
    return {person.id: f"p{i}" for i, person in enumerate(told.cast.items[:COLOURS])}
