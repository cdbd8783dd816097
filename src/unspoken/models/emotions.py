"""Emotions: how likely a word tells of a feeling, and which."""

from __future__ import annotations

from dataclasses import dataclass

from unspoken.models.layers import Floats, Weights, hidden, linear, share


@dataclass(frozen=True)
class Emotions:
    """Probabilities: (words,) of a cue; (words, 9) of REMAN's families if it is one; (words, 16) of the emotions."""

    cue: Floats
    family: Floats
    emotion: Floats


def emotions(weights: Weights, x: Floats) -> Emotions:
    """Read the states of a stretch of words: (words, size)."""
    inner = hidden(weights, "emotions.hidden", x)
    return Emotions(
        share(linear(weights, "emotions.cue", inner)[:, 0]),
        share(linear(weights, "emotions.family", inner)),
        share(linear(weights, "emotions.emotion", inner)),
    )
