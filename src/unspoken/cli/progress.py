"""How far the work is and how long it will take: one line on standard error, on a terminal alone."""

from __future__ import annotations

import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from unspoken.cli.inputs import Input

if TYPE_CHECKING:
    from unspoken.pipeline import Stage

PATIENCE = 0.5  # seconds before anything is shown
_ENOUGH = 0.03  # of a reading: after that, its own pace tells more than the pace expected
_AT_MOST = 0.97  # of a layer, as long as it is not done


@cache
def _costs() -> dict[str, Any]:
    return tomllib.loads(files("unspoken.resources").joinpath("stage_costs.toml").read_text(encoding="utf-8"))


class Pace:
    """How much of one reading is done at a moment: the layers that are made, and a guess at the one being made."""

    def __init__(self, size: int, now: float) -> None:
        self.began = self._since = now
        self._expected: float = size / 1e6 * _costs()["seconds_per_megabyte"]
        self._made: float = 0
        self._share: float = 0

    def begin(self, layer: str, now: float) -> None:
        """The layer before is made, and this one is begun."""
        self._made += self._share
        self._share = _costs()["layers"].get(layer, 1) / 100
        self._since = now
        if self._made > _ENOUGH:
            self._expected = (now - self.began) / self._made

    def done(self, now: float) -> float:
        """The part of the reading that is done, in [0, 1]."""
        expected = max(self._share * self._expected, 0.01)
        return min(self._made + self._share * min((now - self._since) / expected, _AT_MOST), 1.0)


class Shown:
    """What the pipeline, and a helper, tell how far they are."""

    def __init__(self, pace: Pace, show: Callable[[str], None]) -> None:
        self._pace, self._show = pace, show

    def __call__(self, stage: Stage, done: int, stages: int) -> None:
        """A stage begins."""
        self._pace.begin(stage.makes.name, time.monotonic())
        self._show(stage.makes.name.replace("_", " "))

    def asking(self, passage: int, passages: int) -> None:
        """The helper is asked about a passage."""
        self._show(f"the helper reads passage {passage + 1} of {passages}")


class Progress:
    """The work on several inputs, weighed by their size. Shows nothing where ``wanted`` is False."""

    def __init__(self, inputs: Sequence[Input], wanted: bool) -> None:
        self._sizes = [max(i.size, 1) for i in inputs]
        self._wanted = wanted and sys.stderr.isatty()

    @contextmanager
    def on(self, number: int, name: str) -> Iterator[Shown | None]:
        """While the input of that number is worked on. Gives what the pipeline is to call."""
        if not self._wanted:
            yield None
            return
        size, before = self._sizes[number], sum(self._sizes[:number])
        pace = Pace(size, time.monotonic())
        bar = _bar(lambda: before + size * pace.done(time.monotonic()))
        place = f"{number + 1}/{len(self._sizes)} " if len(self._sizes) > 1 else ""
        task = bar.add_task(f"{place}{name}", total=sum(self._sizes), completed=before)

        def show(what: str) -> None:
            bar.update(task, description=f"{place}{name} · {what}")
            if time.monotonic() - pace.began > PATIENCE or size > 100_000:
                bar.start()

        try:
            yield Shown(pace, show)
        finally:
            bar.stop()


def _bar(completed: Any) -> Any:
    """A bar that asks how much is completed whenever it is drawn."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    class Clocked(Bar):
        def get_renderables(self) -> Any:
            for task in self.task_ids:
                self.update(task, completed=completed())
            yield from super().get_renderables()

    return Clocked(
        TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(compact=True), TextColumn("left"), console=Console(stderr=True), transient=True,
    )  # fmt: skip
