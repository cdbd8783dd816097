"""Curves of how sure the program is against how often it is right, drawn with characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unspoken.evaluation.measures import Answered, Measures

BAR = 30  # characters for a share of 1


def drawn(measures: Measures) -> str:
    """For each measure with confidences its risk-coverage curve and its reliability table; else nothing."""
    parts = ("\n".join(_part(name, m)) + "\n" for name, m in measures.items() if isinstance(m, Answered) and m.answers)
    return "\n".join(parts)


def curves(measures: Measures) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The points of what is drawn, by measure, rounded to four places, for JSON."""
    return {
        name: {
            "coverage": [{"covers": share, "right": round(right, 4)} for share, right in m.coverage()],
            "reliability": [
                {"confidence": round(b.sure, 4), "right": round(b.right, 4), "n": b.number} for b in m.reliability()
            ],
        }
        for name, m in measures.items()
        if isinstance(m, Answered) and m.answers
    }


def _part(name: str, measure: Answered) -> Iterator[str]:
    yield f"{name}: the surest answers that cover so much of all questions, and the share that is right"
    yield from (f"{covers:>10.1f}  {_bar(right)}" for covers, right in measure.coverage())
    yield f"{name}: answers by how sure they are, the share that is right, and how many"
    yield from (f"{b.sure:>10.2f}  {_bar(b.right)} {b.number:>7,}" for b in measure.reliability())


def _bar(share: float) -> str:
    return f"{share:.3f}  {'█' * round(share * BAR):<{BAR}}"
