"""A first reader's note: something in a story that its writer may want to look at again."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Severity = Literal["slip", "doubt", "remark"]


class Found(msgspec.Struct, frozen=True):
    """What one kind of note finds, before it has its code: see `Note` for the fields."""

    message: str
    passages: tuple[Span, ...]
    people: tuple[str, ...]
    confidence: float


class Note(msgspec.Struct, frozen=True):
    """Something to look at again.

    ``code`` (U301) and ``kind`` (time) say what it is about, and a writer can silence either. ``severity``: slip (it
    looks like a mistake), doubt (a reader may be lost), remark (it may well be meant). ``passages`` are the words that
    it rests on, in the order in which the message speaks of them; ``people`` are ids of characters; ``confidence`` is
    how likely a writer would call it right.
    """

    code: str
    kind: str
    severity: Severity
    message: str
    passages: tuple[Span, ...]
    people: tuple[str, ...]
    confidence: float
