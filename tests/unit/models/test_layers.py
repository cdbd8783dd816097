"""Layers: what is read side by side is what is read one by one."""

from __future__ import annotations

import numpy as np

from unspoken.models.layers import First, hidden, linear, pairs

SIZE = 6
CHANCE = np.random.default_rng(7)


def layer(name: str, out: int) -> dict[str, np.ndarray]:
    return {f"{name}.weight": random(out, SIZE), f"{name}.bias": random(out)}


def random(*shape: int) -> np.ndarray:
    return CHANCE.normal(size=shape).astype(np.float32)


def test_first_layers_side_by_side_say_what_each_says_alone() -> None:
    weights = {**layer("tag", 3), **layer("arcs.left.1", 4), **layer("arcs.right.1", 5), "arcs.pair": random(5, 6)}
    states = random(9, SIZE)
    inner = First.of(weights, SIZE)(states)
    assert np.allclose(inner["tag"], linear(weights, "tag", states), atol=1e-5)
    assert (inner["tag"] < 0).any()
    for name in ("arcs.left", "arcs.right"):
        assert np.allclose(inner[name], hidden(weights, name, states), atol=1e-5)
        assert not (inner[name] < 0).any()


def test_only_the_heads_that_are_asked_for_are_read() -> None:
    weights = {**layer("syntax.tag", 3), **layer("event.0.1", 4)}
    assert list(First.of(weights, SIZE, "syntax.")(random(2, SIZE))) == ["syntax.tag"]


def test_layers_that_read_anything_else_than_states_are_left_out() -> None:
    weights = {**layer("tag", 3), "next.weight": random(2, SIZE + 1), "next.bias": random(2)}
    assert list(First.of(weights, SIZE)(random(2, SIZE))) == ["tag"]


def test_a_biaffine_form_has_a_constant_beside_the_words() -> None:
    inner, form = {"arcs.left": random(4, 3), "arcs.right": random(4, 3)}, random(4, 4)
    one = np.ones((4, 1), np.float32)
    left, right = (np.concatenate([inner[f"arcs.{side}"], one], 1) for side in ("left", "right"))
    assert np.allclose(pairs({"arcs.pair": form}, "arcs", inner), left @ form @ right.T, atol=1e-5)
