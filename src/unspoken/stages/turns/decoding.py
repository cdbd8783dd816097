"""Who speaks, decoded over a whole conversation: forward-backward over pairs of consecutive speakers.

A state is (the speaker before, the speaker now), so that "back to the one before" can be favoured; the result is the
probability of each speaker for each quotation, evidence of all others weighed in (Rabiner 1989, A tutorial on hidden
Markov models).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# log weights by what lies between two quotations: (same speaker again, back to the one before last)
ADJACENT, BEAT, FAR, JOINED = range(4)
SAME = np.array([-4.05, 1.0, 0.69, -1.46])
BACK = np.array([2.12, 0.69, 1.14, 0.46])


def posteriors(emissions: Floats, gaps: Sequence[int]) -> Floats:
    """Probability of each speaker for each quotation of a conversation.

    Args:
        emissions: log evidence, quotations x candidates; the last candidate is "somebody else".
        gaps: what lies before each quotation (ADJACENT, BEAT, FAR, JOINED); the first is not used.

    Returns:
        Probabilities of the same shape; each row adds up to 1.
    """
    n, k = emissions.shape
    same = np.eye(k)
    same[-1, -1] = 0.5  # "somebody else" twice need not be one person
    forward = np.zeros((n, k, k))
    forward[0] = emissions[0][None, :] - np.log(k)
    steps = [_step(k, same, gap) for gap in range(4)]
    for t in range(1, n):
        forward[t] = _logsum(forward[t - 1][:, :, None] + steps[gaps[t]], axis=0) + emissions[t][None, :]
    backward = np.zeros((n, k, k))
    for t in range(n - 2, -1, -1):
        ahead = backward[t + 1][None, :, :] + steps[gaps[t + 1]] + emissions[t + 1][None, None, :]
        backward[t] = _logsum(ahead, axis=2)
    joint = _logsum(forward + backward, axis=1)
    joint -= joint.max(axis=1, keepdims=True)
    out: Floats = np.exp(joint)
    out /= out.sum(axis=1, keepdims=True)
    return out


def _step(k: int, same: Floats, gap: int) -> Floats:
    """Log weights of (before last, last) -> now, k x k x k."""
    again = same[None, :, :] * SAME[gap]
    back = same[:, None, :] * (1.0 - np.eye(k))[:, :, None] * BACK[gap]
    weights: Floats = again + back
    return weights - _logsum(weights, axis=2)[:, :, None]


def _logsum(x: Floats, axis: int) -> Floats:
    top = x.max(axis=axis, keepdims=True)
    out: Floats = np.log(np.exp(x - top).sum(axis=axis)) + np.squeeze(top, axis=axis)
    return out
