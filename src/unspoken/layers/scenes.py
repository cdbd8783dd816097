"""Stretches of one time and one place."""

from __future__ import annotations

from typing import Literal

import msgspec

from unspoken.layers.spans import Span

Mode = Literal["linear", "analepsis", "prolepsis"]


class SceneTime(msgspec.Struct, frozen=True):
    """When a scene happens. ``days_after_previous`` counts nights since the scene before it in the text."""

    label: str | None = None
    days_after_previous: float | None = None
    weekday: str | None = None
    evidence: Span | None = None


class SceneSpan(msgspec.Struct, frozen=True):
    """A scene's bounds, its clock and its mode, before it is known who is in it (inner layer)."""

    id: str
    start: int
    end: int
    chapter: str | None
    mode: Mode
    time: SceneTime


class Scene(msgspec.Struct, frozen=True):
    """A scene with the people in it and the eyes it is seen through (``focal``)."""

    id: str
    start: int
    end: int
    chapter: str | None
    place: str | None
    present: tuple[str, ...]
    focal: str | None
    person: Literal["first", "second", "third"]
    tense: Literal["past", "present", "mixed"]
    mode: Mode
    time: SceneTime
