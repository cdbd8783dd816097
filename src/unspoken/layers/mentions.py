"""Words that may mean somebody, and who they were resolved to (inner layers)."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.characters import Form, Kind, Pronouns

Gender = Literal["m", "f", "n"]


class Mention(msgspec.Struct, frozen=True):
    """A noun phrase or pronoun that can refer.

    ``head_start``..``head_end`` is its head word; ``person`` and ``plural`` are grammatical; ``gender`` None: not told
    by the words; ``quotation`` and ``letter`` are the ids of what it lies in; ``owner`` is the index, in the layer, of
    the possessor ("[her] brother"); ``vocative``: called by it, not spoken of.
    """

    start: int
    end: int
    form: Form
    head_start: int
    head_end: int
    gender: Gender | None
    plural: bool
    person: int
    quotation: str | None
    letter: str | None
    owner: int | None
    vocative: bool


class Member(msgspec.Struct, frozen=True):
    """A being of the cast before it has its final name: ``names`` most frequent first."""

    id: str
    names: tuple[str, ...]
    kind: Kind
    pronouns: Pronouns | None
    narrator: bool


class Relation(msgspec.Struct, frozen=True):
    """``member`` is the ``kin`` (mother, brother, ...) of ``owner``; owner None: of whoever tells or thinks."""

    owner: str | None
    kin: str
    member: str


class Cast(msgspec.Struct, frozen=True):
    """Who is who outside of quotations: ``link[i]`` is the member id that mention i means, or None."""

    members: tuple[Member, ...]
    link: tuple[str | None, ...]
    confidence: tuple[float, ...]
    relations: tuple[Relation, ...] = ()


class Identities(msgspec.Struct, frozen=True):
    """Who is who in the whole text, speech included, when speakers are known.

    ``members`` are the beings left after merging, ``character_of`` maps each member id of the cast to the one that it
    was merged into, ``link`` and ``confidence`` have one entry a mention.
    """

    members: tuple[Member, ...]
    character_of: dict[str, str]
    link: tuple[str | None, ...]
    confidence: tuple[float, ...]
