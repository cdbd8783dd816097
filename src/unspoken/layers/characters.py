"""People (and animals, groups, ghosts) and the words that mean them."""

from __future__ import annotations

from typing import Literal

import msgspec

Form = Literal["name", "nominal", "pronoun"]
Kind = Literal["person", "animal", "group", "supernatural"]
Pronouns = Literal["he", "she", "they", "it"]


class CharacterMention(msgspec.Struct, frozen=True):
    """Words that mean a character; ``confidence`` that they mean this one."""

    start: int
    end: int
    form: Form
    confidence: float


class Character(msgspec.Struct, frozen=True):
    """One being of the story. ``first`` and ``last`` are the offsets of its first and last mention."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: Kind
    pronouns: Pronouns | None
    narrator: bool
    mentions: tuple[CharacterMention, ...]
    first: int
    last: int
