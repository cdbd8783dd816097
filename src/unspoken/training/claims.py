"""Weigh what tells how likely a claim of hearts is right (ridge logistic regression; le Cessie, van Houwelingen 1992).

    python -m unspoken.training.claims

Prints ``[claims]`` of ``resources/calibration.toml`` from the claims that a language model judged (``judged.tsv``), and
for each kind of claim the expected calibration error and how well right and wrong ones are told apart (area under the
curve), each novel's claims being judged by weights fitted on the others.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from unspoken.training.calibration import error

JUDGED = "judged.tsv"
KEPT = ("claim", "work", "start", "end", "right")  # columns that are no facts
STEPS, RIDGE = 30, 3.0
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A claim that was judged: its kind, its work, whether it is right, and the facts about it, by name; ``sure`` are
    the log odds of how sure the stage was."""

    kind: str
    work: str
    right: bool
    facts: Mapping[str, float]


def judged() -> list[Judged]:
    """All claims that were judged."""
    lines = files(__package__).joinpath(JUDGED).read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [
        Judged(
            row["claim"],
            row["work"],
            row["right"] == "yes",
            {name: float(value) for name, value in row.items() if name not in KEPT},
        )
        for row in rows
    ]


def weighed(claims: Sequence[Judged]) -> dict[str, float]:
    """The weight of each fact that makes the verdicts likeliest; all but that of ``any`` are held near 0."""
    names = [*claims[0].facts]
    x, y = _table(claims, names), np.array([float(c.right) for c in claims])
    ridge = np.array([0.0 if name == "any" else RIDGE for name in names])
    weights: Floats = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        rise = x.T @ (y - p) - ridge * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        weights = weights + np.linalg.solve(bend, rise)
    return dict(zip(names, map(float, weights), strict=True))


def _table(claims: Sequence[Judged], names: Sequence[str]) -> Floats:
    return np.array([[c.facts[name] for name in names] for c in claims])


def probabilities(claims: Sequence[Judged], weights: Mapping[str, float]) -> list[float]:
    """How likely claims are right by some weights."""
    odds = _table(claims, [*weights]) @ np.array([*weights.values()])
    return [float(p) for p in 1 / (1 + np.exp(-odds))]


def held_out(claims: Sequence[Judged]) -> dict[str, list[tuple[float, bool]]]:
    """For each kind, how likely every claim is right by the weights of all other works, and whether it is."""
    out: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for work in sorted({c.work for c in claims}):
        weights = weighed([c for c in claims if c.work != work])
        own = [c for c in claims if c.work == work]
        for claim, p in zip(own, probabilities(own, weights), strict=True):
            out[claim.kind].append((p, claim.right))
    return dict(out)


def told_apart(answers: Sequence[tuple[float, bool]]) -> float:
    """The share of pairs of a right and a wrong claim of which the right one is the likelier: area under the curve."""
    right, wrong = ([p for p, so in answers if so is which] for which in (True, False))
    pairs = [(a > b) + (a == b) / 2 for a in right for b in wrong]
    return sum(pairs) / max(1, len(pairs))


def main() -> None:
    """Print the weights, and what they are worth."""
    claims = judged()
    print("[claims]")
    for name, weight in weighed(claims).items():
        print(f'"{name}" = {weight:.3f}')
    for kind, answers in held_out(claims).items():
        right = sum(so for _, so in answers) / len(answers)
        print(f"# {kind}: {len(answers)}, right {right:.3f}; ECE {error(answers):.3f}, AUC {told_apart(answers):.3f}")


if __name__ == "__main__":
    main()
