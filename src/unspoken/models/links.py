"""Links: vectors of mentions and quotations, and how well they go together (Lee and others 2017)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from unspoken.models.layers import Floats, Weights, hidden

Ints = npt.NDArray[np.int32]


def mention_vectors(weights: Weights, x: Floats, first: Ints, last: Ints) -> Floats:
    """Vectors of spans: (spans, 128), from the states of their first and last words."""
    return hidden(weights, "links.mention", np.concatenate([x[first], x[last]], 1))


def quotation_vectors(weights: Weights, x: Floats, first: Ints, last: Ints) -> Floats:
    """Vectors of quotations: (quotations, 128)."""
    return hidden(weights, "links.quotation", np.concatenate([x[first], x[last]], 1))
