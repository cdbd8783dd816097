"""Where an offset of the text stands on a figure: scenes side by side, or, where there are very many, by length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from unspoken.story import Story
from unspoken.views.scenes import Scenes

if TYPE_CHECKING:
    from matplotlib.axes import Axes

EQUAL = 60  # the most scenes that have equal widths
TICKS = 30  # the most numbers under a figure


class Axis:
    """Offsets as units from 0 to ``right``; with few scenes, each of them is one unit."""

    def __init__(self, story: Story) -> None:
        self._scenes = story.scenes
        self._at = Scenes(story).at
        self._length = max(1, len(story.text))
        self._even = 1 < len(story.scenes) <= EQUAL
        self.right = float(max(1, len(story.scenes)))

    def x(self, offset: int | None) -> float:
        """Where an offset stands; None: the end of the text."""
        if offset is None:
            return self.right
        if not self._even:
            return self.right * min(max(offset, 0), self._length) / self._length
        number = self._at(offset)
        scene = self._scenes[number]
        return number + min(1.0, max(0.0, (offset - scene.start) / max(1, scene.end - scene.start)))

    def bands(self) -> list[tuple[float, float]]:
        """From where to where each scene goes; the last one to the end."""
        starts = [self.x(scene.start) for scene in self._scenes]
        return [*pairwise([*starts, self.right])]

    def dress(self, on: Axes, band: str, span: tuple[float, float], every: int = TICKS) -> None:
        """Shade every other scene from one height to another, and number them below."""
        bands = self.bands()
        for left, right in bands[1::2]:
            on.fill_between((left, right), *span, color=band, linewidth=0, zorder=0)
        step = -(-len(bands) // every) if bands else 1
        on.set_xlim(0, self.right)
        on.set_xticks([(left + right) / 2 for left, right in bands[::step]])
        on.set_xticklabels([str(n + 1) for n in range(0, len(bands), step)])


def rows(labels: Sequence[tuple[float, float]], most: int) -> list[int | None]:
    """The row of each label (its left end and its width) in as few as keep them apart; None: there is no room."""
    ends: list[float] = []
    out: list[int | None] = [None] * len(labels)
    for n in sorted(range(len(labels)), key=lambda n: labels[n][0]):
        left, width = labels[n]
        row = next((r for r, end in enumerate(ends) if end < left), len(ends))
        if row < most:
            ends[row:] = [left + width, *ends[row + 1 :]]
            out[n] = row
    return out
