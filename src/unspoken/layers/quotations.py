"""What is said aloud or thought in words."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

QuoteKind = Literal["speech", "thought"]
Method = Literal["explicit", "anaphoric", "vocative", "turn", "implicit"]


class Quotation(msgspec.Struct, frozen=True):
    """A quotation as the marks show it, before anybody is known to speak it.

    ``parts`` are its pieces, marks included; ``closed`` is False where its last mark is missing; ``style`` is the
    opening mark, or ``_`` for a thought in italics.
    """

    id: str
    start: int
    end: int
    parts: tuple[Span, ...]
    kind: QuoteKind
    style: str
    closed: bool


class Quote(msgspec.Struct, frozen=True):
    """A quotation with its speaker and addressees (character ids)."""

    id: str
    start: int
    end: int
    parts: tuple[Span, ...]
    kind: QuoteKind
    speaker: str | None
    addressees: tuple[str, ...]
    cue: Span | None
    method: Method
    confidence: float
