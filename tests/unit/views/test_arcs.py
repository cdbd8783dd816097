"""The arc of feeling of each person."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, bare, story
from unspoken.layers.feelings import Feeling
from unspoken.story import Story
from unspoken.views.arcs import Arc, Point, arcs


def points(of: Story, who: str | None, reach: int = 1) -> tuple[Point, ...]:
    return next(arc.points for arc in arcs(of, reach) if arc.character == who)


def but(number: int, **changes: object) -> Story:
    """The story with one feeling changed."""
    feelings = [*story().feelings]
    feelings[number] = msgspec.structs.replace(feelings[number], **changes)
    return msgspec.structs.replace(story(), feelings=tuple(feelings))


def test_everybody_comes_first_and_then_the_cast_in_order() -> None:
    assert [arc.character for arc in arcs(story())] == [None, NELL, IVO, JUNE, OKAFOR]


def test_a_point_holds_the_feelings_of_one_scene() -> None:
    made = points(story(), IVO)
    assert [(p.scene, p.count, p.valence, p.emotions) for p in made] == [
        (2, 1, -0.2, {"longing": 1}), (3, 1, 0.8, {"love": 1}), (4, 1, -0.6, {"fear": 1}),
    ]  # fmt: skip


def test_a_smoothed_point_looks_at_the_scenes_around_and_says_what_is_behind_it() -> None:
    made = points(story(), IVO)
    assert [p.behind for p in made] == [2, 3, 2]
    assert made[1].smoothed == pytest.approx((-0.2 + 2 * 0.8 - 0.6) / 4, abs=1e-3)
    assert [p.smoothed for p in points(story(), IVO, reach=0)] == [p.valence for p in made]


def test_strong_feelings_weigh_more() -> None:
    strong = but(5, scene="s5", intensity=1.0)  # relief at 0.5, beside guilt at -0.5 of intensity 0.6
    assert points(strong, NELL)[-1].valence == pytest.approx((0.5 * 1.0 - 0.5 * 0.6) / 1.6, abs=1e-3)


@pytest.mark.parametrize("change", [{"negated": True}, {"hypothetical": True}, {"source": ("narrator", JUNE)}])
def test_what_is_denied_or_supposed_or_said_by_somebody_else_is_not_felt(change: dict[str, object]) -> None:
    assert [p.scene for p in points(but(2, **change), IVO)] == [3, 4]


def test_what_somebody_writes_of_himself_is_felt_and_what_another_writes_of_him_is_not() -> None:
    letter = msgspec.structs.replace(story().documents[1], author=NELL)
    forged = msgspec.structs.replace(story(), documents=(letter,))
    assert [p.scene for p in points(forged, IVO)] == [2, 4]


def test_feelings_of_nobody_known_count_for_everybody_together_alone() -> None:
    made = but(2, experiencer=None)
    assert [p.scene for p in points(made, IVO)] == [3, 4]
    assert sum(p.count for p in points(made, None)) == len(story().feelings)


def test_a_story_without_feelings_has_no_points() -> None:
    assert arcs(bare()) == (Arc(None, ()),)


def test_feelings_without_intensity_have_no_mean() -> None:
    assert points(but(1, intensity=0.0), JUNE)[0].valence is None


intensities = st.just(0.0) | st.floats(0.01, 1)


@given(st.lists(st.tuples(st.integers(0, 4), st.floats(-1, 1), intensities), max_size=12), st.integers(0, 3))
def test_a_mean_lies_between_the_feelings_that_it_is_of(given: list[tuple[int, float, float]], reach: int) -> None:
    first = story().feelings[0]
    made: list[Feeling] = [
        msgspec.structs.replace(first, id=f"f{n}", scene=f"s{scene + 1}", valence=valence, intensity=intensity)
        for n, (scene, valence, intensity) in enumerate(given)
    ]
    for point in points(msgspec.structs.replace(story(), feelings=tuple(made)), None, reach):
        around = [v for scene, v, i in given if abs(scene - point.scene) <= reach and i > 0]
        assert point.behind == sum(abs(scene - point.scene) <= reach for scene, _, _ in given)
        if point.smoothed is not None:
            assert min(around) - 0.001 <= point.smoothed <= max(around) + 0.001
