"""What is counted of each text, and the figures that the counts of all texts together give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True)
class Measure:
    """Counts of some texts; those of more texts are added, field by field."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def figures(self) -> dict[str, float]:
        """The figures by the names of their columns."""
        raise NotImplementedError


Measures = Mapping[str, Measure]


def summed(parts: Iterable[Measures]) -> dict[str, Measure]:
    """Measures of the same name added; names in the order in which they come first."""
    out: dict[str, Measure] = {}
    for part in parts:
        for name, measure in part.items():
            out[name] = out[name] + measure if name in out else measure
    return out


@dataclass(frozen=True)
class Counts(Measure):
    """Things found: those that are right, those that are not, and those that were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 over all texts at once (micro), and how many things people annotated."""
        precision, recall = share(self.right, self.right + self.wrong), share(self.right, self.right + self.missed)
        return {"P": precision, "R": recall, "F1": harmonic(precision, recall), "n": self.right + self.missed}


@dataclass(frozen=True)
class Rate(Measure):
    """Questions, and how many of them were answered as they should be."""

    right: int = 0
    asked: int = 0

    def figures(self) -> dict[str, float]:
        """The share that is right, and the number of questions."""
        return {"rate": share(self.right, self.asked), "n": self.asked}


@dataclass(frozen=True)
class Answered(Measure):
    """Answers, each with how sure it is and whether it is right, to a number of questions."""

    answers: tuple[tuple[float, bool], ...] = ()
    asked: int = 0

    def figures(self) -> dict[str, float]:
        """The share of the answers that is right: of all, and of the surest that cover 60 and 80 % of the questions.

        A coverage that the answers do not reach has no figure (El-Yaniv and Wiener 2010 on risk and coverage). ``ECE``
        is how far confidence is from the share that is right, over ten bins (Guo and others 2017).
        """
        out = {"rate": self._right(len(self.answers)), "n": len(self.answers)}
        for percent in (60, 80):
            least = self.asked * percent // 100
            if self.asked and len(self.answers) >= least:
                out[f"at 0.{percent // 10}"] = self._right(least)
        if self.answers:
            out["ECE"] = sum(abs(b.sure - b.right) * b.number for b in self.reliability()) / len(self.answers)
        return out

    def coverage(self) -> list[tuple[float, float]]:
        """The risk-coverage curve: shares of the questions, in tenths, with the share right of the surest answers."""
        least = [(tenth / 10, self.asked * tenth // 10) for tenth in range(1, 11)]
        return [(tenth, self._right(number)) for tenth, number in least if 0 < number <= len(self.answers)]

    def reliability(self) -> list[Bin]:
        """Answers in bins of a tenth of confidence; empty bins are left out."""
        bins: dict[int, list[tuple[float, bool]]] = {}
        for answer in self.answers:
            bins.setdefault(min(9, int(answer[0] * 10)), []).append(answer)
        return [_bin(answers) for _, answers in sorted(bins.items())]

    def _right(self, number: int) -> float:
        surest = sorted(self.answers, key=lambda answer: -answer[0])[:number]
        return share(sum(right for _, right in surest), number)


@dataclass(frozen=True)
class Bin:
    """Answers of about the same confidence: how sure they are on average, the share that is right, how many."""

    sure: float
    right: float
    number: int


def _bin(answers: list[tuple[float, bool]]) -> Bin:
    n = len(answers)
    return Bin(sum(sure for sure, _ in answers) / n, sum(right for _, right in answers) / n, n)


def compared(gold: AbstractSet[object], found: AbstractSet[object]) -> Counts:
    """Counts of what was found exactly."""
    return Counts(len(gold & found), len(found - gold), len(gold - found))


def share(part: float, whole: float) -> float:
    """``part`` of ``whole``; 0 where there is nothing."""
    return part / whole if whole else 0.0


def harmonic(a: float, b: float) -> float:
    """The harmonic mean, as in F1 (van Rijsbergen 1979)."""
    return share(2 * a * b, a + b)
