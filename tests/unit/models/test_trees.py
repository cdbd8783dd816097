"""Trees: the best of all, checked against trying every one."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from unspoken.models.trees import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Exactly one root, and every word comes to it."""
    if sum(h < 0 for h in heads) != 1:
        return False
    for i in range(len(heads)):
        steps = 0
        while i >= 0 and steps <= len(heads):
            i, steps = heads[i], steps + 1
        if i >= 0:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[i, i if h < 0 else h] for i, h in enumerate(heads)))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_other_tree_scores_higher(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    best = max(total(scores, heads) for heads in product(range(-1, n), repeat=n) if is_tree(heads))
    assert abs(total(scores, found) - best) < 1e-4


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 40), st.integers(0, 10_000))
def test_longer_sentences_make_trees_too(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32) * 5
    assert is_tree(tuple(best_tree(scores).tolist()))


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 5), st.integers(0, 10_000))
def test_where_every_word_would_be_a_root_the_best_tree_with_one_is_found(n: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(n, n)).astype(np.float32)
    scores[np.arange(n), np.arange(n)] += 10
    best = max(total(scores, heads) for heads in product(range(-1, n), repeat=n) if is_tree(heads))
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    assert abs(total(scores, found) - best) < 1e-3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=25, max_size=25))
def test_equal_scores_make_a_best_tree_too(values: list[int]) -> None:
    scores = np.array(values, np.float32).reshape(5, 5)
    found = tuple(best_tree(scores).tolist())
    best = max(total(scores, heads) for heads in product(range(-1, 5), repeat=5) if is_tree(heads))
    assert is_tree(found)
    assert abs(total(scores, found) - best) < 1e-4
