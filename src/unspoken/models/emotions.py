"""Emotions: how likely a word tells of a feeling, and which."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.models.layers import Floats, Inner, Weights, linear, share


@dataclass(frozen=True)
class Emotions:
    """Probabilities: (words,) of a cue; (words, 9) of REMAN's families if it is one; (words, 16) of the emotions."""

    cue: Floats
    family: Floats
    emotion: Floats


def emotions(weights: Weights, inner: Inner) -> Emotions:
    """Read what the first layers make of a stretch of words."""
    found = inner["emotions.hidden"]
    return Emotions(
        share(linear(weights, "emotions.cue", found)[:, 0]),
        share(linear(weights, "emotions.family", found)),
        share(linear(weights, "emotions.emotion", found)),
    )
