"""The courses for the page: no level of a feeling is dated before the words that show it."""

from __future__ import annotations

import msgspec

from tests.stories.wrong_door import story
from unspoken.layers.relationships import Moment, Mutual
from unspoken.story import Story
from unspoken.views import course, known
from unspoken.web.view import MarkedGuide
from unspoken.web.view.courses import courses


def with_moments(*moments: Moment) -> Story:
    """The story with a timeline of ours in its first relationship."""
    made = story()
    first = msgspec.structs.replace(made.relationships[0], timeline=moments)
    return msgspec.structs.replace(made, relationships=(first, *made.relationships[1:]))


def moment(scene: int, start: int, value: float) -> Moment:
    return Moment(story().scenes[scene].id, start, None, None, Mutual(a=value), Mutual())


def test_what_is_dated_back_to_the_start_of_a_scene_is_known_at_its_end() -> None:
    one, two = story().scenes[:2]
    made = with_moments(moment(0, one.start, 0.5), moment(1, two.start + 10, -0.5))
    found = courses(MarkedGuide(made))[0]["hearts"][0]["felt"]
    assert [(level["start"], level["known"]) for level in found] == [
        (one.start, one.end), (two.start + 10, two.start + 10),
    ]  # fmt: skip


def test_all_else_is_as_the_courses_have_it() -> None:
    made = courses(MarkedGuide(story()))
    for shown in made:
        for heart in shown["hearts"]:
            for level in heart["felt"]:
                level.pop("known")
    assert msgspec.json.encode(made) == msgspec.json.encode(course.courses(story()))


def test_every_level_has_its_date() -> None:
    whole = story()
    scenes = {scene.id: scene for scene in whole.scenes}
    dates = {known.moment(m, scenes) for r in whole.relationships for m in r.timeline}
    levels = [level for c in courses(MarkedGuide(whole)) for heart in c["hearts"] for level in heart["felt"]]
    assert levels
    assert {level["known"] for level in levels} <= dates
