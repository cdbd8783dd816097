"""Who is where with whom: each scene with its place and people, and each person's way through the scenes.

In reading order, and in story order as far as that is told. The scenes of the story's line follow each other as they
are read; ``days_after_previous`` counts from the last of them. A scene that is told back or ahead has a place among
them only where the days are told, since "years before" may be before anything.
"""

from __future__ import annotations

import msgspec

from unspoken.layers.scenes import Mode, Scene
from unspoken.story import Story
from unspoken.views.scenes import Scenes, runs


class Row(msgspec.Struct, frozen=True):
    """A scene. ``number`` counts from 0 in reading order, ``order`` in story order (None: not told where it belongs).

    ``day``: days since the first scene of its ``stretch``; of the time between two stretches nothing is told. ``sure``
    is False where the days lead back beyond the start of the stretch, so that earlier ones may lie between.
    """

    scene: str
    number: int
    order: int | None
    stretch: int | None
    day: float | None
    sure: bool
    mode: Mode
    place: str | None
    place_name: str | None
    present: tuple[str, ...]
    focal: str | None


class Stop(msgspec.Struct, frozen=True):
    """A person in one scene, at a place (None: not known), with others; ``sees``: it is seen through their eyes."""

    number: int
    place: str | None
    others: tuple[str, ...]
    sees: bool


class Way(msgspec.Struct, frozen=True):
    """A person's stops in reading order, and the stretches of scenes without a hole (first and last number)."""

    character: str
    stops: tuple[Stop, ...]
    runs: tuple[tuple[int, int], ...]


class Presence(msgspec.Struct, frozen=True):
    """All scenes in reading order, all ways in the order of the cast, and the numbers of the scenes in story order.

    ``unplaced`` are the numbers of scenes of which it is not told where in the story they belong.
    """

    scenes: tuple[Row, ...]
    ways: tuple[Way, ...]
    story_order: tuple[int, ...]
    unplaced: tuple[int, ...]


class _Time(msgspec.Struct, frozen=True):
    stretch: int
    day: float


def presence(story: Story) -> Presence:
    """Who is where with whom, in both orders. People who are in no scene have no way."""
    names = {place.id: place.name for place in story.places}
    times = _times(story.scenes)
    known = [(time, number) for number, time in enumerate(times) if time is not None]
    ordered = [number for _, number in sorted(known, key=lambda entry: (entry[0].stretch, entry[0].day, entry[1]))]
    order = {number: n for n, number in enumerate(ordered)}
    rows = tuple(
        _row(scene, number, times[number], order.get(number), names) for number, scene in enumerate(story.scenes)
    )
    scenes = Scenes(story)
    ways = (_way(story, character.id, scenes.of.get(character.id, [])) for character in story.characters)
    unplaced = tuple(number for number, time in enumerate(times) if time is None)
    return Presence(rows, tuple(way for way in ways if way.stops), tuple(ordered), unplaced)


def _times(scenes: tuple[Scene, ...]) -> list[_Time | None]:
    """When each scene is, counted from the last one of the story's line; a new stretch where the days are not told."""
    out: list[_Time | None] = []
    line: _Time | None = None
    for scene in scenes:
        days = scene.time.days_after_previous
        told = _Time(line.stretch, line.day + days) if line and days is not None else None
        if scene.mode == "linear":
            line = (
                told if told and told.day >= (line.day if line else 0) else _Time(line.stretch + 1 if line else 0, 0.0)
            )
            out.append(line)
        else:
            out.append(told)
    return out


def _row(scene: Scene, number: int, time: _Time | None, order: int | None, names: dict[str, str]) -> Row:
    return Row(
        scene.id, number, order, time.stretch if time else None, time.day if time else None,
        time is not None and (time.day >= 0 or time.stretch == 0), scene.mode, scene.place,
        names.get(scene.place) if scene.place else None, scene.present, scene.focal,
    )  # fmt: skip


def _way(story: Story, who: str, numbers: list[int]) -> Way:
    stops = []
    for number in numbers:
        scene = story.scenes[number]
        others = tuple(other for other in scene.present if other != who)
        stops.append(Stop(number, scene.place, others, scene.focal == who))
    return Way(who, tuple(stops), tuple(runs(numbers)))
