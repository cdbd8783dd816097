"""Events: how likely a word is the trigger of an event that is told as having happened (Sims, Park, Bamman 2019)."""

from __future__ import annotations

from unspoken.models.layers import Floats, Inner, Weights, linear, share


def events(weights: Weights, inner: Inner) -> Floats:
    """What the first layers make of words -> (words,) probabilities."""
    return share(linear(weights, "event.1", inner["event.0"])[:, 0])
