"""Where people stand in the network: who has much to do with each other stands close; the same at every run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]
ROUNDS = 300
STRETCH = 1.6  # the most that one way is stretched more than the other
EVENLY = 0.4  # how far places are drawn towards equal distances, so that a straggler leaves room for the others


def layout(
    people: Sequence[str], ties: Mapping[Pair, float], width: float, height: float
) -> dict[str, tuple[float, float]]:
    """Places in [0, width] x [0, height], so that distances on paper are like those along the ties.

    Args:
        people: ids, in an order that is the same at every run.
        ties: pairs, with how much the two have to do with each other, above 0.
        width: of the paper.
        height: of the paper.

    Returns:
        A place for each of the people, by id. By majorization of stress, from a circle, which needs no chance.
    """
    if not people:
        return {}
    far = _distances(people, ties)
    angle = 2 * np.pi * np.arange(len(people)) / len(people)
    places = np.stack([np.cos(angle), np.sin(angle)], axis=1) * far.max(initial=1.0) / 2
    for _ in range(ROUNDS):
        places = _closer(places, far)
    fitted = _parted(_fitted(places, np.array([width, height])), np.array([width, height]))
    return {who: (round(float(x), 3), round(float(y), 3)) for who, (x, y) in zip(people, fitted, strict=True)}


def _distances(people: Sequence[str], ties: Mapping[Pair, float]) -> Floats:
    """How far each should stand from each: along the shortest way over ties, the stronger the shorter."""
    number = {who: n for n, who in enumerate(people)}
    far = np.full((len(people), len(people)), np.inf)
    for (a, b), strength in ties.items():
        if a in number and b in number:
            i, j = number[a], number[b]
            far[i, j] = far[j, i] = float((1 + strength) ** -0.4)
    np.fill_diagonal(far, 0.0)
    for via in range(len(people)):
        far = np.minimum(far, far[:, via, None] + far[None, via, :])
    known = far[np.isfinite(far)]
    return np.where(np.isfinite(far), far, max(0.5, float(known.max(initial=0.0))))


def _closer(places: Floats, far: Floats) -> Floats:
    """One round: each goes halfway to where the others want it on average, the near ones weighing most."""
    apart = places[:, None] - places[None]
    length = np.maximum(np.linalg.norm(apart, axis=2), 1e-9)
    weight = 1 / np.maximum(far, 1e-9) ** 2
    np.fill_diagonal(weight, 0.0)
    wanted = places[None] + apart * (far / length)[..., None]
    total = weight.sum(axis=1, keepdims=True)
    moved: Floats = (weight[..., None] * wanted).sum(axis=1) / np.maximum(total, 1e-9)
    return (places + moved) / 2 if len(places) > 1 else places  # half the way: all move at once, past each other


def _fitted(places: Floats, size: Floats) -> Floats:
    """Turned so that the longest way lies across, and stretched to the paper, each way as far as it may be."""
    middle = places - places.mean(axis=0)
    _, _, turn = np.linalg.svd(middle)
    turned = middle @ (turn * np.where(turn[:, :1] + 1e-6 * turn[:, 1:] < 0, -1.0, 1.0)).T
    low, high = turned.min(axis=0), turned.max(axis=0)
    scale = size / np.maximum(high - low, 1e-6)
    used = (high - low) * np.minimum(scale, STRETCH * scale.min())
    order = np.argsort(np.argsort(turned.round(6), axis=0, kind="stable"), axis=0, kind="stable")
    evenly = order / max(1, len(places) - 1)
    share = (1 - EVENLY) * (turned - low) / np.maximum(high - low, 1e-6) + EVENLY * evenly
    fitted: Floats = (size - used) / 2 + share * used
    return fitted


def _parted(places: Floats, size: Floats) -> Floats:
    """Those who stand too near to each other pushed apart, so that circles and names can be told apart."""
    if len(places) < 2:
        return places
    room = 0.8 * np.sqrt(size.prod() / len(places))
    for _ in range(60):
        apart = places[:, None] - places[None]
        length = np.maximum(np.linalg.norm(apart, axis=2), 1e-9)
        push = np.clip(room - length, 0.0, None) / 2
        np.fill_diagonal(push, 0.0)
        places = np.clip(places + 0.5 * (apart / length[..., None] * push[..., None]).sum(axis=1), 0.0, size)
    return places
