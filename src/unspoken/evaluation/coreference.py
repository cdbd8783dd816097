"""Measures of coreference: two partitions of mentions, that of people (the key) and that of the program."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from unspoken.errors import UnspokenError
from unspoken.evaluation.measures import Measure, harmonic, share

Cluster = frozenset[Hashable]


@dataclass(frozen=True)
class Sides(Measure):
    """Numerators and denominators of a recall (over the key) and of a precision (over the response)."""

    key: float = 0
    keys: float = 0
    response: float = 0
    responses: float = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return harmonic(share(self.key, self.keys), share(self.response, self.responses))


@dataclass(frozen=True)
class Coreference(Measure):
    """The three measures of CoNLL (Pradhan and others 2012), micro over documents."""

    muc: Sides = field(default_factory=Sides)
    b3: Sides = field(default_factory=Sides)
    ceafe: Sides = field(default_factory=Sides)

    def figures(self) -> dict[str, float]:
        """F1 of each, and their mean."""
        f1 = [side.f1 for side in (self.muc, self.b3, self.ceafe)]
        return dict(zip(("MUC", "B3", "CEAFe", "CoNLL"), (*f1, sum(f1) / 3), strict=True))


def coreference(key: Sequence[Cluster], response: Sequence[Cluster]) -> Coreference:
    """Compare two partitions.

    Args:
        key: the clusters of people; a mention is in one alone.
        response: those of the program.

    Raises:
        UnspokenError: scipy is not installed.
    """
    return Coreference(
        Sides(*muc(key, response), *muc(response, key)),
        Sides(*b_cubed(key, response), *b_cubed(response, key)),
        Sides(*(whole := ceaf(key, response), len(key), whole, len(response))),
    )


def muc(key: Iterable[Cluster], response: Iterable[Cluster]) -> tuple[int, int]:
    """Links that are kept, of those that clusters need at least (Vilain and others 1995)."""
    where = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    kept = needed = 0
    for cluster in key:
        parts = {where.get(mention, mention) for mention in cluster}
        kept += len(cluster) - len(parts)
        needed += len(cluster) - 1
    return kept, needed


def b_cubed(key: Iterable[Cluster], response: Iterable[Cluster]) -> tuple[float, int]:
    """For each mention, how much of its cluster is with it in the other partition (Bagga and Baldwin 1998)."""
    where = {mention: cluster for cluster in response for mention in cluster}
    kept, mentions = 0.0, 0
    for cluster in key:
        kept += sum(len(cluster & where[m]) for m in cluster if m in where) / len(cluster)
        mentions += len(cluster)
    return kept, mentions


def ceaf(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """The likeness of clusters in the best pairing of both sides, with the entity-based phi4 (Luo 2005).

    Raises:
        UnspokenError: scipy is not installed.
    """
    try:
        import numpy as np
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        message = "coreference is scored with scipy, which is not installed; run pip install 'unspoken[evaluation]'"
        raise UnspokenError(message) from None
    where = {mention: number for number, cluster in enumerate(response) for mention in cluster}
    likeness = np.zeros((len(key), len(response)))
    for i, cluster in enumerate(key):
        for j in {where[mention] for mention in cluster if mention in where}:
            likeness[i, j] = 2 * len(cluster & response[j]) / (len(cluster) + len(response[j]))
    return float(likeness[linear_sum_assignment(-likeness)].sum())
