"""Calibration: from how sure a stage is to how often it is right then.

A logistic curve for each kind of answer (Platt 1999, Probabilistic outputs for support vector machines), fitted by
`unspoken.training.calibration` on annotated texts, and for claims of hearts on claims that were judged.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from math import exp, log
from typing import Literal, TypeVar

from msgspec import structs

from unspoken import resources
from unspoken.layers.beliefs import Belief, Gap
from unspoken.layers.feelings import Feeling
from unspoken.layers.relationships import Relationship, RelationshipEvent

Claim = Literal["feeling", "relationship", "belief", "gap"]
Kind = Literal["mention", "link", "speaker"] | Claim
Told = TypeVar("Told", Feeling, Relationship, RelationshipEvent, Belief, Gap)
CURVES = "calibration.toml"
EDGE = 0.001  # what is surer, or less sure, counts as this far from certain


def calibrated(kind: Kind, sure: float) -> float:
    """The probability that an answer is right.

    Args:
        kind: of what: that words mention somebody or something, whom a mention means, who speaks.
        sure: how sure the stage is, from 0 to 1.

    Returns:
        A probability; it rises with ``sure``.
    """
    curve = resources.table(CURVES)[kind]
    return 1 / (1 + exp(-(curve["slope"] * log_odds(sure) + curve["shift"])))


def probable(kind: Claim, told: Iterable[Told], kept: Container[str] = ()) -> tuple[Told, ...]:
    """Claims of hearts, each as sure as such claims are often right.

    Args:
        kind: of what they are.
        told: the claims, as sure as their stage is.
        kept: ids of those of which nothing is known but how sure the stage is.
    """
    return tuple(
        one if not isinstance(one, RelationshipEvent) and one.id in kept
        else structs.replace(one, confidence=round(calibrated(kind, one.confidence), 3))
        for one in told
    )  # fmt: skip


def log_odds(probability: float) -> float:
    """The log odds of a probability, kept finite."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return log(inside / (1 - inside))
