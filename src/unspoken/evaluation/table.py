"""The figures of a corpus, to be printed or kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from unspoken.evaluation.measures import Measures

WIDTH = 9  # of a column
Figures = Mapping[str, float]


def record(measures: Measures) -> dict[str, dict[str, float]]:
    """The figures by the names of measures and columns, rounded to four places, for JSON."""
    return {name: {k: round(v, 4) for k, v in m.figures().items()} for name, m in measures.items()}


def table(measures: Measures) -> str:
    """The figures as lines of text: a part for measures of one kind, each under the names of its columns."""
    kinds: dict[Any, dict[str, Figures]] = {}
    for name, measure in measures.items():
        kinds.setdefault(type(measure), {})[name] = measure.figures()
    names = max((len(name) for name in measures), default=0)
    return "\n".join("\n".join(_part(rows, names)) + "\n" for rows in kinds.values())


def _part(rows: Mapping[str, Figures], names: int) -> Iterable[str]:
    columns = list(dict.fromkeys(column for figures in rows.values() for column in figures))
    yield " " * names + "".join(f"{column:>{WIDTH}}" for column in columns)
    for name, figures in rows.items():
        yield f"{name:{names}}" + "".join(f"{_cell(column, figures):>{WIDTH}}" for column in columns)


def _cell(column: str, figures: Figures) -> str:
    value = figures.get(column)
    if value is None:
        return "-"
    return f"{value:,.0f}" if column == "n" else f"{value:.3f}"
