"""Who comes to know what a letter says."""

from __future__ import annotations

from unspoken.layers.documents import Reading, StoryDocument
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.stages.read_aloud import readers


def _letter(*who: str) -> StoryDocument:
    return StoryDocument("d0", "letter", 0, 9, "ann", "ben", tuple(Reading(w, "s1") for w in who), 1.0)


def _scene(*present: str) -> Scene:
    return Scene("s1", 0, 99, None, None, present, None, "third", "past", "linear", SceneTime())


def test_the_one_it_is_written_to_hears_it_read() -> None:
    assert [r.character for r in readers(_letter("cam"), [_scene("ben", "cam")])] == ["cam", "ben"]


def test_who_is_away_or_sees_its_author_write_it_hears_nothing() -> None:
    assert [r.character for r in readers(_letter("cam"), [_scene("cam")])] == ["cam"]
    assert [r.character for r in readers(_letter("ann"), [_scene("ann", "ben")])] == ["ann"]
