"""Proposed: whom the names that a helper proposes mean among the people of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from unspoken.corrections import folded
from unspoken.layers.characters import Character

SUREST = 0.5  # the confidence of what a helper proposes: nothing on dev data says how often it is right


def people(characters: Iterable[Character]) -> Mapping[str, str]:
    """The ids of persons by their names and aliases, folded; what more than one is called is nobody's name.

    Args:
        characters: of a text.

    Returns:
        From folded names (see `unspoken.corrections.folded`) to ids of characters.
    """
    bearers: dict[str, set[str]] = {}
    for character in characters:
        if character.kind in ("person", "supernatural"):
            for name in (character.name, *character.aliases):
                bearers.setdefault(folded(name), set()).add(character.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}
