"""What changed from one draft to the next, one record a change, each with the words that show it."""

from __future__ import annotations

from typing import Literal

import msgspec

CastKind = Literal["new", "gone", "renamed", "speech"]
SceneKind = Literal["added", "removed", "moved", "split", "joined", "reworded"]
RelationshipKind = Literal["new", "gone", "kind", "status"]
GapKind = Literal["new", "gone", "closes", "no_longer_closes"]


class Draft(msgspec.Struct, frozen=True):
    """One of the two drafts: its file, and how long it is."""

    name: str
    sha256: str
    words: int
    scenes: int


class Passage(msgspec.Struct, frozen=True):
    """Words of one of the drafts: offsets into its text."""

    draft: Literal["old", "new"]
    start: int
    end: int
    words: str


class CastChange(msgspec.Struct, frozen=True):
    """Somebody is new, gone, called otherwise, or speaks clearly more or less.

    ``old`` and ``new`` are the ids of the same one in the two drafts; the shares are of all words said aloud.
    """

    change: CastKind
    old: str | None
    new: str | None
    old_name: str | None
    new_name: str | None
    old_share: float | None
    new_share: float | None
    passages: tuple[Passage, ...]


class SceneChange(msgspec.Struct, frozen=True):
    """A scene is added, removed, moved, reworded; split off an old one, or joined to a new one.

    ``old`` and ``new`` are the numbers, from 1, of the scenes that belong together.
    """

    change: SceneKind
    old: int | None
    new: int | None
    old_words: int | None
    new_words: int | None
    passages: tuple[Passage, ...]


class RelationshipChange(msgspec.Struct, frozen=True):
    """A relationship is new, gone, of another main kind, or stands otherwise at the end (``before``, ``after``)."""

    change: RelationshipKind
    old: str | None
    new: str | None
    people: tuple[str, str]
    before: str | None
    after: str | None
    passages: tuple[Passage, ...]


class GapChange(msgspec.Struct, frozen=True):
    """A misunderstanding is new, gone, now closes, or no longer closes."""

    change: GapKind
    old: str | None
    new: str | None
    holder: str
    about: str
    type: str
    passages: tuple[Passage, ...]


class Comparison(msgspec.Struct, frozen=True):
    """Two drafts of a work, and all that changed from the old one to the new one."""

    comparison: Literal["1"]
    old: Draft
    new: Draft
    same_text: bool
    cast: tuple[CastChange, ...]
    scenes: tuple[SceneChange, ...]
    relationships: tuple[RelationshipChange, ...]
    misunderstandings: tuple[GapChange, ...]

    @property
    def nothing(self) -> bool:
        """Whether nothing changed of all that is compared."""
        return not (self.cast or self.scenes or self.relationships or self.misunderstandings)
