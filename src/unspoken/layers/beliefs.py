"""What each believes of the others' hearts, and where belief and truth part."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Stance = Literal["believes", "knows", "doubts", "wonders", "fears", "hopes"]
Polarity = Literal["+", "-"]
Predicate = Literal["feels", "attitude", "status", "knows", "wants", "fact"]
Via = Literal["narrated", "perceived", "told", "read", "inferred"]


class Proposition(msgspec.Struct, frozen=True):
    """What is held to be so: of ``subject`` (character id), towards ``object`` (character id), with a value.

    The value is an emotion for ``feels``, positive or negative for ``attitude``, a status for ``status``, else a few
    words of the text.
    """

    predicate: Predicate
    subject: str | None
    object: str | None
    value: str | None


class Belief(msgspec.Struct, frozen=True):
    """``holder`` takes a stance to a proposition, or to its denial (polarity "-"), from scene to scene."""

    id: str
    holder: str
    stance: Stance
    polarity: Polarity
    proposition: Proposition
    via: Via
    from_scene: str
    until_scene: str | None
    ended_by: Span | None
    start: int
    end: int
    confidence: float


class Gap(msgspec.Struct, frozen=True):
    """``holder`` is wrong, or in the dark, about ``about``; from offset ``reader_from`` on the reader knows better."""

    id: str
    holder: str
    about: str
    type: Literal["misbelief", "ignorance"]
    belief: str | None
    truth: Span
    opens_scene: str
    closes_scene: str | None
    closed_by: Span | None
    reader_from: int
    reader_until: int | None
    severity: float
    confidence: float
