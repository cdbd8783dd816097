"""How far the work is and how long it will take: one line on standard error, on a terminal alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from unspoken.cli.inputs import Input

if TYPE_CHECKING:
    from unspoken.pipeline import Progress as Callback
    from unspoken.pipeline import Stage

PATIENCE = 0.4  # seconds before anything is shown
_SOURCE = 0.05  # of the work of a file is opening it


class Progress:
    """The work on several inputs, weighed by their size. Shows nothing where ``wanted`` is False."""

    def __init__(self, inputs: Sequence[Input], wanted: bool) -> None:
        self._sizes = [max(i.size, 1) for i in inputs]
        self._wanted = wanted and sys.stderr.isatty()

    @contextmanager
    def on(self, number: int, name: str) -> Iterator[Callback | None]:
        """While the input of that number is worked on. Gives what the pipeline is to call."""
        if not self._wanted:
            yield None
            return
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        place = f"{number + 1}/{len(self._sizes)} " if len(self._sizes) > 1 else ""
        bar = Bar(
            TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
            TimeRemainingColumn(compact=True), console=Console(stderr=True), transient=True,
        )  # fmt: skip
        size, before, began = self._sizes[number], sum(self._sizes[:number]), time.monotonic()
        task = bar.add_task(f"{place}{name}", total=sum(self._sizes), completed=before)

        def advance(stage: Stage, done: int, stages: int) -> None:
            share = _SOURCE + (1 - _SOURCE) * done / max(stages, 1)
            bar.update(task, completed=before + size * share, description=f"{place}{name} · {stage.makes.name}")
            if time.monotonic() - began > PATIENCE:
                bar.start()

        try:
            yield advance
        finally:
            bar.stop()
