"""Fit the curves from how sure a stage is to how often it is right (Platt 1999).

    python -m unspoken.training.calibration GOLD_FOLDER

GOLD_FOLDER holds annotated texts on which nothing else was trained (LitBank's dev part). Prints
``resources/calibration.toml``, and for each kind the expected calibration error as it is now and with the new curve,
each text judged by a curve fitted on the others.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from unspoken import resources
from unspoken.evaluation.corpus import items
from unspoken.evaluation.measures import Answered
from unspoken.models.calibration import CURVES, log_odds

MEASURES = {"mention": "mention_prec", "link": "link_prec", "speaker": "speaker_prec"}
STEPS, RIDGE, START = 25, 1.0, (1.0, 0.0)
Floats = npt.NDArray[np.float64]
Answers = Sequence[tuple[float, bool]]


def fitted(answers: Answers) -> tuple[float, float]:
    """Slope and shift of the logistic curve that is likeliest; (1, 0) changes nothing."""
    x = np.array([[log_odds(sure), 1.0] for sure, _ in answers])
    y = np.array([float(right) for _, right in answers])
    curve: Floats = np.array(START)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ curve))
        rise = x.T @ (y - p) - RIDGE * (curve - START)
        bend = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(2)
        step = np.linalg.solve(bend, rise)
        while _likelihood(x, y, curve + step) < _likelihood(x, y, curve) - 1e-9:
            step = step / 2  # Newton's step goes too far where the curve is flat
        curve = curve + step
    return float(curve[0]), float(curve[1])


def _likelihood(x: Floats, y: Floats, curve: Floats) -> float:
    odds = x @ curve
    return float((y * odds - np.logaddexp(0, odds)).sum() - RIDGE / 2 * ((curve - START) ** 2).sum())


def bent(answers: Answers, curve: tuple[float, float]) -> list[tuple[float, bool]]:
    """Answers as sure as a curve says."""
    slope, shift = curve
    return [(1 / (1 + float(np.exp(-(slope * log_odds(sure) + shift)))), right) for sure, right in answers]


def held_out(texts: Sequence[Answers]) -> list[tuple[float, bool]]:
    """Every text's answers as sure as the curve of all other texts says."""
    out: list[tuple[float, bool]] = []
    for k, own in enumerate(texts):
        others = [answer for n, text in enumerate(texts) if n != k for answer in text]
        out += bent(own, fitted(others))
    return out


def error(answers: Answers) -> float:
    """Expected calibration error over ten bins."""
    return Answered(tuple(answers), len(answers)).figures().get("ECE", 0.0)


def _tell(kind: str, curve: tuple[float, float], everything: Answers, texts: Sequence[Answers]) -> None:
    print(f"[{kind}]\nslope = {curve[0]:.3f}\nshift = {curve[1]:.3f}")
    print(f"# {len(everything)} answers, ECE {error(everything):.3f} -> {error(held_out(texts)):.3f}\n", flush=True)


def main() -> None:
    """Print the curves."""
    parts = [item.score(None) for item in items(Path(sys.argv[1]))]
    for kind, measure in MEASURES.items():
        found = [m for part in parts if isinstance(m := part.get(measure), Answered)]
        texts = [m.answers for m in found]
        everything = [answer for text in texts for answer in text]
        slope, shift = fitted(everything)
        now = resources.table(CURVES)[kind]
        _tell(kind, (slope * now["slope"], slope * now["shift"] + shift), everything, texts)


if __name__ == "__main__":
    main()
