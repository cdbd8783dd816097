"""Nouns that say what one is to another, where they stand in the text: "her aunt", "Nell’s brother", "Mum"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.layers.characters import Character
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.relationships import RelationshipKind
from unspoken.story import Story

TABLE = "relationship_roles.toml"
LONGEST = 60  # code points of a noun phrase that is looked at
_WORD = re.compile(r"\w[\w-]*")


@dataclass(frozen=True)
class Called:
    """``who`` is called ``owner``'s something; ``relation`` is the same for words of one meaning, and gender aside."""

    who: str
    owner: str
    relation: str
    kinds: frozenset[RelationshipKind]
    end: int


@cache
def _words() -> dict[str, tuple[str, frozenset[RelationshipKind]]]:
    """Each noun in lower case with its relation and the kinds that it shows."""
    table = resources.table(TABLE)
    known: dict[str, tuple[str, frozenset[RelationshipKind]]] = {
        word: (word, frozenset((tie["kind"],))) for tie in table["tie"] for word in tie["words"].split()
    }
    for name, forms in table["kin"].items():
        kinds: tuple[RelationshipKind, ...] = ("romance", "family") if name == "spouse" else ("family",)
        known.update({word: (name, frozenset(kinds)) for form in forms for word in form.split()})
    return known


def relation(word: str) -> str:
    """The relation that a noun means; the noun itself where it is none that is known."""
    return _words()[word.lower()][0] if word.lower() in _words() else word.lower()


def calls(story: Story) -> Iterator[Called]:
    """Every place where one character is called what it is to another.

    The other is who owns the noun, by a mention at its start ("[her] aunt"); of a bare word of address in somebody's
    mouth ("Mum") it is the speaker.
    """
    owners = _mentions_by_start(story)
    quotes: SpanIndex[Quote] = SpanIndex(story.quotes)
    for character in story.characters:
        for mention in character.mentions:
            if mention.form == "pronoun" or mention.end - mention.start > LONGEST:
                continue
            owner, tail = _owner(owners, mention.start, mention.end)
            said = story.text[tail : mention.end].lower()
            if owner is None and said in _address():
                owner = next((q.speaker for q in quotes.covering(mention.start, mention.end)[-1:]), None)
            yield from _called(character, owner, said, mention.end)


def _called(character: Character, owner: str | None, said: str, end: int) -> Iterator[Called]:
    if owner is None or owner == character.id:
        return
    for word in _WORD.findall(said):
        if found := _words().get(word):
            yield Called(character.id, owner, *found, end)


def _mentions_by_start(story: Story) -> dict[int, list[tuple[int, str]]]:
    out: dict[int, list[tuple[int, str]]] = {}
    for character in story.characters:
        for mention in character.mentions:
            out.setdefault(mention.start, []).append((mention.end, character.id))
    return out


def _owner(mentions: dict[int, list[tuple[int, str]]], start: int, end: int) -> tuple[str | None, int]:
    """Who owns a noun phrase, by the longest mention that begins with it, and where the rest of it begins."""
    inner = [entry for entry in mentions.get(start, ()) if entry[0] < end]
    found = max(inner, default=None)
    return (found[1], found[0]) if found else (None, start)


@cache
def _address() -> frozenset[str]:
    return frozenset(resources.table(TABLE)["address"]["words"].split())
