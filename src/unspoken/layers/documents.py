"""Letters, messages, notes, posts: writing inside the story."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

DocumentKind = Literal["letter", "message", "note", "post", "diary", "transcript", "other"]


class Letter(msgspec.Struct, frozen=True):
    """An embedded document as its form shows it, before its people are known (inner layer).

    ``body`` is the words of the writer alone (a chat's "Name:" left out); ``sender`` is the span of a name that the
    form gives (chat handle, "From:"); ``signature`` and ``salutation`` are the spans of the closing name and of the
    person greeted; ``frame`` is the narration that introduces it ("Then I typed.").
    """

    id: str
    kind: DocumentKind
    start: int
    end: int
    sender: Span | None
    signature: Span | None
    salutation: Span | None
    frame: Span | None
    confidence: float


class Reading(msgspec.Struct, frozen=True):
    """Somebody reads a document; ``scene`` None where the text does not say when."""

    character: str
    scene: str | None


class StoryDocument(msgspec.Struct, frozen=True):
    """A letter, message, ... with author, addressee and readers (character ids)."""

    id: str
    kind: DocumentKind
    start: int
    end: int
    author: str | None
    addressee: str | None
    read_by: tuple[Reading, ...]
    confidence: float
