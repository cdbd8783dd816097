"""Which annotated character each character of the program is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.layers.characters import Character

LISTED = 2  # what a name in the program's list of names weighs; each mention by that name weighs 1
NARRATOR = 1000  # both tell the story


@dataclass(frozen=True)
class Alignment:
    """From the program's ids to those of people.

    ``most_like``: any number of the program's characters may be one; ``one_to_one``: of a person that was split in
    two, only the part that is more like them counts.
    """

    most_like: Mapping[str, str]
    one_to_one: Mapping[str, str]


def aligned(gold: Gold, answers: Answers) -> Alignment:
    """Align characters by the names that both sides use, and by mentions at the same place."""
    owners, places = _owners(gold), _places(gold)
    narrators = [str(c["id"]) for c in gold.characters or () if c.get("narrator") or "narrator" in _names(c, own=False)]
    likeness = defaultdict[tuple[str, str], float](float)
    for character in answers.characters:
        for other, weight in _like(character, gold.text, owners, places):
            likeness[character.id, other] += weight
        for other in narrators if character.narrator else ():
            likeness[character.id, other] += NARRATOR
    ranked = sorted(likeness, key=lambda pair: (-likeness[pair], str(pair)))
    return Alignment(_greedy(ranked, once=False), _greedy(ranked, once=True))


def _greedy(ranked: Iterable[tuple[str, str]], *, once: bool) -> dict[str, str]:
    """The first of the pairs of each character; with ``once``, nobody is in two of them."""
    out, taken = dict[str, str](), set[str]()
    for found, true in ranked:
        if found not in out and not (once and true in taken):
            out[found] = true
            taken.add(true)
    return out


Names = Mapping[str, set[str]]
Places = Mapping[tuple[int, int], list[str]]


def _like(character: Character, text: str, owners: Names, places: Places) -> Iterator[tuple[str, float]]:
    """Whom a character is like, and by how much; a name that several people bear is shared out among them."""
    names = Counter[str]()
    for name in (character.name, *character.aliases):
        names[plain(name)] += LISTED
    for m in character.mentions:
        yield from ((who, 1) for who in places.get((m.start, m.end), ()))
        if m.form == "name":
            names[plain(text[m.start : m.end])] += 1
    for name, weight in names.items():
        bearers = owners.get(name, ())
        yield from ((who, weight / len(bearers)) for who in bearers)


def plain(name: str) -> str:
    """A name in small letters, without punctuation."""
    return re.sub(r"[^\w]+", " ", name).strip().lower()


def _owners(gold: Gold) -> Names:
    """Who bears each name: by the list of characters, or by the names among the mentions where there is no list."""
    owners = defaultdict[str, set[str]](set)
    for c in gold.characters or ():
        for name in _names(c, own=True):
            owners[name].add(str(c["id"]))
    if not owners:
        for m in gold.mentions or ():
            if m.get("form") == "PROP" and m.get("cluster") is not None:
                owners[plain(gold.text[m["start"] : m["end"]])].add(m["cluster"])
    return owners


def _names(character: Mapping[str, object], *, own: bool) -> set[str]:
    aliases = character.get("aliases")
    listed: Iterable[object] = aliases if isinstance(aliases, list) else ()
    return {plain(str(a)) for a in (*([character["name"]] if own else ()), *listed)} - {""}


def _places(gold: Gold) -> Places:
    places = defaultdict[tuple[int, int], list[str]](list)
    for m in gold.mentions or ():
        if m.get("cluster") is not None:
            places[m["start"], m["end"]].append(m["cluster"])
    return places
