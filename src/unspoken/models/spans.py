"""Spans: which words together name or describe a being, a place, a vehicle or an organisation; they may nest.

A biaffine form scores every span (Yu, Bohnet and Poesio 2020); its label is read off its first and last word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from unspoken.models.labels import WIDEST_SPAN
from unspoken.models.layers import Floats, Inner, Weights, linear, pairs, share, shares

Ints = npt.NDArray[np.int32]
AT_LEAST = 0.2  # probability of a span below which it is not worth keeping


@dataclass(frozen=True)
class Spans:
    """Columns, one entry a span: first and last word (inclusive), number of the label, and how sure both are."""

    first: Ints
    last: Ints
    label: npt.NDArray[np.uint8]
    sure: Floats


def spans(weights: Weights, inner: Inner, sentence: Ints) -> Spans:
    """The spans of a stretch of words that may be some, none of them crossing another or leaving its sentence.

    Args:
        weights: of all heads.
        inner: what the first layers make of the words.
        sentence: (words,), the number of each word's sentence.
    """
    at = np.arange(len(sentence))
    width = at[None, :] - at[:, None]
    scores = pairs(weights, "spans.bounds", inner) + weights["spans.width"][np.clip(width, 0, WIDEST_SPAN - 1)]
    inside = (width >= 0) & (width < WIDEST_SPAN) & (sentence[None, :] == sentence[:, None])
    likely = inside & (scores > np.log(AT_LEAST / (1 - AT_LEAST)))
    first, last = (a.astype(np.int32) for a in np.nonzero(likely))
    left = linear(weights, "spans.left_label", inner["spans.left"])
    right = linear(weights, "spans.right_label", inner["spans.right"])
    named = shares(left[first] + right[last])
    kept = chosen(first, last, scores[first, last])
    first, last, named = first[kept], last[kept], named[kept]
    label = named.argmax(1).astype(np.uint8) if len(kept) else np.empty(0, np.uint8)
    return Spans(first, last, label, share(scores[first, last]))


def chosen(first: Ints, last: Ints, score: Floats) -> list[int]:
    """Which candidates to keep: the surest first, each unless it crosses one that is kept; nested ones may stay.

    Args:
        first: first words of the candidates.
        last: last words, inclusive.
        score: higher is surer.

    Returns:
        Indices of the kept candidates, in text order, outer before inner.
    """
    kept: list[int] = []
    crossed = np.zeros(len(first), dtype=bool)
    for k in np.argsort(-score, kind="stable"):
        if not crossed[k]:
            kept.append(int(k))
            a, b = first[k], last[k]
            crossed |= (first < a) & (a <= last) & (last < b) | (a < first) & (first <= b) & (b < last)
    return sorted(kept, key=lambda k: (first[k], -last[k]))
