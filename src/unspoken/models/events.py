"""Events: how likely a word is the trigger of an event that is told as having happened (Sims, Park, Bamman 2019)."""

from __future__ import annotations

from unspoken.models.layers import Floats, Weights, hidden, linear, share


def events(weights: Weights, x: Floats) -> Floats:
    """(words, size) states -> (words,) probabilities."""
    return share(linear(weights, "event.1", hidden(weights, "event.0", x))[:, 0])
