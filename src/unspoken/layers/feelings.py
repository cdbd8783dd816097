"""Who feels what towards whom: episodes (feelings) and dispositions that last (attitudes)."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Emotion = Literal[
    "joy", "love", "trust", "gratitude", "hope", "relief", "pride", "surprise",
    "sadness", "longing", "guilt", "shame", "fear", "anger", "contempt", "jealousy",
]  # fmt: skip
Channel = Literal["named", "bodily", "action", "speech", "inferred"]
Value = Literal["positive", "negative", "ambivalent"]


class Feeling(msgspec.Struct, frozen=True):
    """An episode. ``start``..``end`` is the cue; ``source`` is who says so, outermost first."""

    id: str
    start: int
    end: int
    scene: str | None
    experiencer: str | None
    emotion: Emotion
    candidates: tuple[Emotion, ...]
    valence: float
    intensity: float
    channel: Channel
    target: str | None
    cause: Span | None
    negated: bool
    hypothetical: bool
    source: tuple[str, ...]
    confidence: float


class Attitude(msgspec.Struct, frozen=True, rename={"holder": "from", "target": "to"}):
    """A disposition that lasts: loves, hates, trusts. Written as ``from`` and ``to`` in the public format."""

    id: str
    holder: str
    target: str
    value: Value
    emotion: Emotion | None
    from_scene: str
    until_scene: str | None
    evidence: tuple[Span, ...]
    confidence: float
