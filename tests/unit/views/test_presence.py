"""Who is where with whom, in the order of reading and in that of the story."""

from __future__ import annotations

import msgspec
import pytest

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, bare, story
from unspoken.layers.scenes import Mode
from unspoken.story import Story
from unspoken.views.presence import Presence, presence


def told(*scenes: tuple[Mode, float | None]) -> Story:
    """The first scene over and over, with other modes and days."""
    first, replace = story().scenes[0], msgspec.structs.replace
    made = tuple(
        replace(first, id=f"x{n}", start=n, end=n + 1, mode=mode, time=replace(first.time, days_after_previous=days))
        for n, (mode, days) in enumerate(scenes)
    )
    return msgspec.structs.replace(story(), scenes=made)


def test_each_scene_has_its_place_and_its_people() -> None:
    made = presence(story())
    assert [(row.number, row.place_name, row.present) for row in made.scenes] == [
        (0, "the kitchen", (NELL, IVO)),
        (1, "the bakery", (NELL, JUNE)),
        (2, "the stairs", (IVO,)),
        (3, "the hall", (NELL, OKAFOR)),
        (4, "the quay at Bergen", (NELL, IVO)),
    ]


def test_each_person_has_a_way_through_the_scenes() -> None:
    ways = {way.character: way for way in presence(story()).ways}
    assert [(stop.number, stop.place, stop.others, stop.sees) for stop in ways[IVO].stops] == [
        (0, "p1", (NELL,), False), (2, "p3", (), True), (4, "p5", (NELL,), True),
    ]  # fmt: skip
    assert ways[NELL].runs == ((0, 1), (3, 4))


def test_who_is_in_no_scene_has_no_way() -> None:
    absent = tuple(msgspec.structs.replace(s, present=()) for s in story().scenes)
    assert presence(msgspec.structs.replace(story(), scenes=absent)).ways == ()


def test_a_flashback_stands_in_story_order_where_its_days_put_it() -> None:
    made = presence(story())
    assert made.story_order == (0, 2, 1, 3, 4)
    assert [row.order for row in made.scenes] == [0, 2, 1, 3, 4]
    assert [row.day for row in made.scenes] == [0, 4, 0, 0, 14]
    assert [row.stretch for row in made.scenes] == [0, 0, 0, 1, 1]  # how long it is to that Saturday is not told


@pytest.mark.parametrize("mode", ["analepsis", "prolepsis"])
def test_where_it_is_not_told_when_a_scene_was_it_has_no_place(mode: Mode) -> None:
    made = presence(told(("linear", None), (mode, None), ("linear", 2)))
    assert (made.story_order, made.unplaced) == ((0, 2), (1,))
    assert (made.scenes[1].order, made.scenes[1].day, made.scenes[1].sure) == (None, None, False)
    assert made.scenes[2].day == 2  # counted from the story's line, not from the flashback


def test_a_flashback_to_before_the_first_scene_comes_first() -> None:
    made = presence(told(("linear", None), ("linear", 1), ("analepsis", -9)))
    assert made.story_order == (2, 0, 1)
    assert made.scenes[2].sure


def test_a_flashback_beyond_a_time_that_is_not_counted_is_not_sure() -> None:
    made = presence(told(("linear", None), ("linear", None), ("analepsis", -3), ("linear", 1)))
    assert made.story_order == (0, 2, 1, 3)
    assert [row.sure for row in made.scenes] == [True, True, False, True]


def test_scenes_of_one_day_stay_in_the_order_of_the_text() -> None:
    assert presence(told(("linear", None), ("linear", 0), ("linear", 0))).story_order == (0, 1, 2)


def test_a_story_without_scenes_has_nobody_anywhere() -> None:
    assert presence(bare()) == Presence((), (), (), ())
