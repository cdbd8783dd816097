"""Calibration: from how sure a stage is to how often it is right then.

A logistic curve for each kind of answer (Platt 1999, Probabilistic outputs for support vector machines), fitted by
`unspoken.training.calibration` on annotated texts.
"""

from __future__ import annotations

from math import exp, log
from typing import Literal

from unspoken import resources

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


def log_odds(probability: float) -> float:
    """The log odds of a probability, kept finite."""
    inside = min(1 - EDGE, max(EDGE, probability))
    return log(inside / (1 - inside))
