"""Whom a name means."""

from __future__ import annotations

from difflib import get_close_matches

from unspoken.errors import UnspokenError
from unspoken.exports.outline import Guide
from unspoken.layers.characters import Character

ALIKE = 0.5  # how alike names are that are offered for one that nobody has
OFFERED = 5


def person(guide: Guide, who: str) -> Character:
    """The one character with this id, name or alias; names come before aliases, capitals do not matter.

    Raises:
        UnspokenError: nobody is called so, or several are; the message names the nearest, or all of these.
    """
    if who in guide.characters:
        return guide.characters[who]
    people, wanted = guide.story.characters, _folded(who)
    for found in (
        [c for c in people if wanted in (_folded(c.name), _folded(guide.name(c.id)))],
        [c for c in people if wanted in map(_folded, c.aliases)],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise UnspokenError(f"{who!r} may be any of {_listed(guide, found)}; give the id of the one you mean")
    there = _listed(guide, _nearest(guide, wanted)) or "nobody"
    raise UnspokenError(f"nobody in this story is called {who!r}; the nearest are: {there}")


def short(name: str, most: int = 26) -> str:
    """A name, cut where it is very long."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _nearest(guide: Guide, wanted: str) -> list[Character]:
    """Those with the names most like it; the main people where none is."""
    owners: dict[str, Character] = {}
    for character in guide.story.characters:
        for name in (character.name, *character.aliases):
            owners.setdefault(_folded(name), character)
    close = get_close_matches(wanted, list(owners), OFFERED, ALIKE)
    found = {owners[name].id: owners[name] for name in close}
    return [*found.values()] or [*guide.story.characters[:OFFERED]]


def _listed(guide: Guide, people: list[Character]) -> str:
    return ", ".join(f"{guide.name(c.id)} ({c.id})" for c in people)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
