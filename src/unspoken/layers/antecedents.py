"""Which earlier words a mention means the same as, by how sure the network is (an inner layer)."""

from __future__ import annotations

import msgspec


class Antecedents(msgspec.Struct, frozen=True):
    """Spans of the one pass in text order, outer before inner, and what each may mean the same as.

    ``span``: its number among the spans of the signals; ``mention``: the mention with the same head word, or None;
    ``before``: earlier entries of these columns with their probabilities, the likeliest first; what is missing to one
    is the probability that the span is the first of its kind.
    """

    span: tuple[int, ...]
    mention: tuple[int | None, ...]
    before: tuple[tuple[tuple[int, float], ...], ...]
