"""Calibration: from how sure a stage is to how often it is right then.

A logistic curve for each kind of answer (Platt 1999, Probabilistic outputs for support vector machines), fitted by
`unspoken.training.calibration` on annotated texts; for claims of hearts a logistic regression on what they claim and
where they stand, fitted by `unspoken.training.claims` on claims that were judged.
"""

from __future__ import annotations

from math import exp, log
from typing import Literal

from unspoken import resources
from unspoken.models.circumstances import Facts

Kind = Literal["mention", "link", "speaker"]
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


def likely(sure: float, facts: Facts) -> float:
    """The probability that a claim of hearts is right.

    Args:
        sure: how sure the stage is, from 0 to 1.
        facts: about the claim, by name.

    Returns:
        A probability; it rises with ``sure``.
    """
    weights = resources.table(CURVES)["claims"]
    total = weights["sure"] * log_odds(sure) + sum(weights[name] * value for name, value in facts.items())
    return 1 / (1 + exp(-total))


def log_odds(probability: float) -> float:
    """The log odds of a probability, kept finite."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return log(inside / (1 - inside))
