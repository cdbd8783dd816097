"""A cue: words that show a feeling, with who and whom, before scene, sureness and neighbours are weighed."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.layers.feelings import Channel, Emotion
from unspoken.stages.feelings.modality import Modality


@dataclass(frozen=True)
class Cue:
    """``first``..``last`` are tokens, both included. ``emotions``: the likeliest first. ``who``: None where the text
    does not tell whose it is. ``sure`` in [0, 1]: how often a cue of this pattern is right. ``weak``: shows nothing
    alone, but only with another that bears it out.
    """

    first: int
    last: int
    anchor: int
    channel: Channel
    emotions: tuple[Emotion, ...]
    intensity: float
    who: str | None
    target: str | None
    modality: Modality
    sure: float
    weak: bool = False
