"""Spans: the surest are kept, and none crosses another."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from unspoken.models.spans import chosen

Triple = st.tuples(st.integers(0, 12), st.integers(0, 6), st.floats(-5, 5, width=32))


def columns(triples: list[tuple[int, int, float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = np.array([(a, a + w, s) for a, w, s in triples], np.float32).reshape(-1, 3)
    return rows[:, 0].astype(np.int32), rows[:, 1].astype(np.int32), rows[:, 2]


def test_of_two_that_cross_the_surer_is_kept_and_nested_ones_stay() -> None:
    first, last, score = columns([(0, 2, 1.0), (1, 3, 2.0), (2, 0, 0.5)])
    assert chosen(first, last, score) == [1, 2]


@given(st.lists(Triple, max_size=12))
def test_no_kept_span_crosses_another_and_the_surest_is_kept(triples: list[tuple[int, int, float]]) -> None:
    first, last, score = columns(triples)
    kept = chosen(first, last, score)
    for a in kept:
        for b in kept:
            assert not first[a] < first[b] <= last[a] < last[b]
    if triples:
        assert score[kept].max() == score.max()
