"""Who takes part: people with all their names, and what they are to each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from unspoken.exports.tei.elements import add, certainty
from unspoken.exports.tei.ids import Ids, pointer, pointers
from unspoken.layers.characters import Character
from unspoken.layers.relationships import Relationship
from unspoken.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SEX = {"she": "F", "he": "M"}


def people(profile: Element, story: Story, ids: Ids) -> None:
    """Put the people and their relationships into the header; nothing where nobody was found."""
    if not story.characters:
        return
    listed = add(add(profile, "particDesc"), "listPerson")
    for character in story.characters:
        _person(listed, character, ids["person", character.id])
    if story.relationships:
        relations = add(listed, "listRelation")
        for relationship in story.relationships:
            _relation(relations, relationship, ids)


def _person(listed: Element, character: Character, id: str) -> None:
    group = character.kind == "group"
    role = None if character.kind in ("person", "group") else character.kind
    made = add(listed, "personGrp" if group else "person", None, {"xml:id": id, "role": role})
    add(made, "persName", character.name, {"type": "main"})
    for alias in dict.fromkeys(character.aliases):
        if alias != character.name:
            add(made, "persName", alias, {"type": "alias"})
    if character.pronouns in _SEX and not group:
        add(made, "sex", character.pronouns, {"value": _SEX[character.pronouns]})
    if character.pronouns:
        add(add(made, "trait", None, {"type": "pronouns"}), "desc", character.pronouns)
    if character.narrator:
        add(made, "note", "Tells the story.", {"type": "narrator"})
    add(made, "note", f"Meant by {len(character.mentions)} mentions.", {"type": "mentions"})


def _relation(listed: Element, relationship: Relationship, ids: Ids) -> None:
    """One mutual relation, named by its main kind; and what each is to the other, one way."""
    pair = [pointer(ids, "person", raw) for raw in relationship.pair]
    kinds = relationship.kinds or ("acquaintance",)
    attributes = {
        "xml:id": ids["relationship", relationship.id],
        "type": "social" if kinds[0] in ("work", "school", "service") else "personal",
        "name": kinds[0] if relationship.kinds else "unknown",
        "mutual": pointers(ids, "person", relationship.pair),
        "cert": certainty(relationship.confidence),
    }
    made = add(listed, "relation", None, attributes)
    if len(relationship.kinds) > 1:
        add(made, "desc", f"Also {', '.join(relationship.kinds[1:])}.")
    for number, role in enumerate(relationship.role or ()):
        if role and pair[number] and pair[1 - number]:
            named = {"type": "personal", "name": re.sub(r"\W+", "_", role), "active": pair[number]}
            add(listed, "relation", None, {**named, "passive": pair[1 - number]})
