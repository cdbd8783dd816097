"""Who and what is mentioned, with whole numbers for who is one with whom."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import count

from unspoken.exports.booknlp.tokens import Tokens
from unspoken.story import Story

_PROPS = {"name": "PROP", "nominal": "NOM", "pronoun": "PRON"}
_Found = tuple[tuple[int, int], str, str, Hashable]
NARRATOR = 0


@dataclass(frozen=True, order=True)
class Named:
    """One mention: its first and last token, both inclusive, and the number of who or what it means."""

    first: int
    last: int
    prop: str
    cat: str
    text: str
    coref: int


def mentions(story: Story, words: Tokens) -> list[Named]:
    """All mentions in the order of the text; each that means nobody in particular has a number of its own."""
    numbers: dict[Hashable, int] = dict(people(story).items())
    fresh = count(len(story.characters) + 1)
    made = []
    for (first, last), prop, cat, who in sorted(_found(story, words), key=lambda found: found[:3]):
        if who not in numbers:
            numbers[who] = next(fresh)
        made.append(Named(first, last, prop, cat, words.text(first, last), numbers[who]))
    return sorted(made)


def people(story: Story) -> dict[tuple[str, str], int]:
    """The number of each character: 0 for who tells the story, if anybody does, then 1, 2, ... in their order."""
    tellers = [c.id for c in story.characters if c.narrator][:1]
    others = [c.id for c in story.characters if c.id not in tellers]
    return {("person", id): number for number, id in [*((NARRATOR, id) for id in tellers), *enumerate(others, start=1)]}


def _found(story: Story, words: Tokens) -> list[_Found]:
    """Tokens, form, type and who is meant; mentions of characters that are no entities come too."""
    of = {(m.start, m.end): c.id for c in story.characters for m in c.mentions}
    known = {c.id for c in story.characters}
    found: dict[tuple[tuple[int, int], str], _Found] = {}
    for entity in story.entities:
        character = of.pop((entity.start, entity.end), entity.character)
        who: Hashable = ("person", character) if character in known else ("cluster", entity.cluster)
        if who == ("cluster", None):
            who = ("single", entity.id)
        if place := words.at(entity.start, entity.end):
            found.setdefault((place, entity.type), (place, entity.form, entity.type, who))
    forms = {(m.start, m.end): _PROPS[m.form] for c in story.characters for m in c.mentions}
    for span, character in of.items():
        if place := words.at(*span):
            found.setdefault((place, "PER"), (place, forms[span], "PER", ("person", character)))
    return list(found.values())
