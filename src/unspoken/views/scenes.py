"""The scenes by number: in which of them an offset lies, and who is in which."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from unspoken.story import Story


class Scenes:
    """The scenes of a story, numbered from 0 in reading order.

    What stands before the first scene counts as its own, what stands between two as of the one before. A story without
    scenes is one.
    """

    def __init__(self, story: Story) -> None:
        self.numbers = {scene.id: number for number, scene in enumerate(story.scenes)}
        self._starts = [scene.start for scene in story.scenes]
        self.count = max(1, len(self._starts))
        self.last = self.count - 1
        self.of: dict[str, list[int]] = defaultdict(list)  # the scenes of each character, in order
        for number, scene in enumerate(story.scenes):
            for who in dict.fromkeys(scene.present):
                self.of[who].append(number)

    def at(self, offset: int) -> int:
        """The number of the scene of an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def told(self, end: int) -> int:
        """The number of the scene in which an end (exclusive) is reached."""
        return self.at(max(0, end - 1))

    def together(self, a: str, b: str) -> list[int]:
        """The scenes that both are in."""
        few, many = sorted((self.of.get(a, []), self.of.get(b, [])), key=len)
        there = set(many)
        return [number for number in few if number in there]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending numbers as stretches without a hole, first and last of each."""
    out: list[tuple[int, int]] = []
    for number in numbers:
        if out and out[-1][1] == number - 1:
            out[-1] = (out[-1][0], number)
        else:
            out.append((number, number))
    return out
