"""Coreference: which earlier span a span means the same as, if any (Lee and others 2017, End-to-end coreference).

Only the last spans are asked, so that time and memory grow with the text and not with its square; what is further back
is for names to find.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from unspoken.models.layers import Floats, Weights, hidden, linear, shares
from unspoken.models.pairs import Ints, Written, features
from unspoken.threads import abreast

BACK = 120  # spans before a span that it may mean the same as
BLOCK = 32  # spans that are scored at once
AT_LEAST = 0.02  # probability of an antecedent below which it is not worth keeping
NONE = np.float32(-1e4)
# features that share a table, so that a pair needs few look-ups
TOGETHER = (
    ("same", "head", "shared", "types", "governors"), ("forms", "speech"), ("pronouns",), ("spans", "words"),
    ("sentences", "paragraphs", "seen"), ("roles",),
)  # fmt: skip


def vectors(weights: Weights, x: Floats, first: Ints, last: Ints) -> Floats:
    """Vectors of spans: (spans, 128), from the states of their first and last words."""
    return hidden(weights, "mention", np.concatenate([x[first], x[last]], 1))


def antecedents(weights: Weights, vector: Floats, spans: Written) -> list[list[tuple[int, float]]]:
    """The spans that each span may mean the same as.

    Args:
        weights: of the scorer.
        vector: (spans, 128).
        spans: what is written in them, in text order.

    Returns:
        For each span pairs of an earlier span and its probability, the likeliest first; what is missing to one is the
        probability that it is the first of its kind.
    """
    if not len(spans):
        return []
    new = linear(weights, "new.2", hidden(weights, "new", vector))[:, 0]
    left, right = linear(weights, "now", vector), _behind(linear(weights, "before", vector))
    behind, both = _behind(vector), weights["both.weight"].T
    tables = [(kinds, _joined([weights[f"kinds.{kind}"] for kind in kinds])) for kinds in TOGETHER]

    def block(low: int) -> list[list[tuple[int, float]]]:
        high = min(low + BLOCK, len(spans))
        x = (vector[low:high, None] * behind[low:high]).reshape(-1, vector.shape[1]) @ both
        x.shape = high - low, BACK, -1
        x += right[low:high]
        x += left[low:high, None]
        now = np.arange(low, high, dtype=np.int32)[:, None]
        before = now + np.arange(-BACK, 0, dtype=np.int32)
        has = features(spans, np.repeat(now, BACK), np.maximum(before, 0).ravel())
        for kinds, sums in tables:
            x += sums[tuple(has[kind] for kind in kinds)].reshape(x.shape)
        table = np.full((high - low, BACK + 1), NONE)
        table[:, :0:-1] = np.where(before >= 0, np.maximum(x, 0, out=x) @ weights["out"], NONE)
        table[:, 0] = new[low:high]
        return _likely(shares(table), low)

    return [[], *chain.from_iterable(abreast(block, range(1, len(spans), BLOCK)))]


def _behind(x: Floats) -> Floats:
    """(spans, size) -> (spans, BACK, size), a view: of each span those before it, or zeros."""
    padded = np.concatenate([np.zeros((BACK, x.shape[1]), np.float32), x])
    return np.lib.stride_tricks.sliding_window_view(padded, BACK, axis=0).transpose(0, 2, 1)


def _joined(tables: Sequence[Floats]) -> Floats:
    """One table for several: (values of the first, values of the second.., size), the sums of their rows."""
    first, *others = tables
    for table in others:
        first = first[..., None, :] + table
    return first


def _likely(table: Floats, low: int) -> list[list[tuple[int, float]]]:
    out = []
    for n, row in enumerate(table):
        lags = [int(k) for k in np.nonzero(row >= AT_LEAST)[0] if k]
        out.append(sorted(((low + n - k, round(float(row[k]), 4)) for k in lags), key=lambda pair: -pair[1]))
    return out
