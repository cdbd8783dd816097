"""The course between two people: what is felt, what it is taken for, and where the two part."""

from __future__ import annotations

import msgspec
import pytest

from tests.stories.wrong_door import IVO, JUNE, NELL, OKAFOR, at, bare, story
from unspoken.layers.beliefs import Belief
from unspoken.story import Story
from unspoken.views.course import DENIED, Heart, Held, Level, course, courses, valence

LOVED = at("I have loved you since the ferry strike")
UNDERSTOOD = at("Nell understood that he did not love her")


def heart(of: Story, holder: str, target: str) -> Heart:
    """What one feels for the other."""
    return next(h for h in course(of, holder, target).hearts if h.holder == holder)


def but_belief(number: int, **changes: object) -> Story:
    """The story with one belief changed."""
    beliefs = [*story().beliefs]
    beliefs[number] = msgspec.structs.replace(beliefs[number], **changes)
    return msgspec.structs.replace(story(), beliefs=tuple(beliefs))


def test_what_is_felt_is_told_where_it_changes_and_only_there() -> None:
    assert heart(story(), IVO, NELL).felt == (
        Level(at("Ivo had his coat").start, 0.3), Level(at("He longed to knock").start, 0.6),
        Level(at("said Nell, and kissed him").start, 0.8),
    )  # fmt: skip


def test_what_it_is_taken_for_begins_with_the_belief_and_ends_with_it_or_with_the_next() -> None:
    wrong, right = heart(story(), IVO, NELL).held
    assert wrong == Held(UNDERSTOOD.start, LOVED.start, wrong.value, "b1")
    assert wrong.value < 0
    assert right == Held(LOVED.start, None, 0.9, "b3")


def test_a_later_belief_takes_the_place_of_one_that_is_never_said_to_end() -> None:
    endless = but_belief(0, ended_by=None, until_scene=None)
    assert heart(endless, IVO, NELL).held[0].end == LOVED.start


def test_belief_and_truth_part_with_a_gap() -> None:
    wrong, unknown = heart(story(), IVO, NELL).partings
    assert (wrong.gap, wrong.start, wrong.end) == ("g1", UNDERSTOOD.start, LOVED.start)
    assert wrong.believed is not None
    assert wrong.felt is not None
    assert wrong.believed < 0 < wrong.felt
    assert (unknown.gap, unknown.believed, unknown.end) == ("g3", None, None)


def test_the_truth_of_a_misbelief_is_its_contrary_where_the_words_tell_no_feeling_or_one_like_it() -> None:
    silent = msgspec.structs.replace(story(), feelings=())
    alike = [msgspec.structs.replace(f, valence=-0.7) if f.start == LOVED.start else f for f in story().feelings]
    for made in (silent, msgspec.structs.replace(story(), feelings=tuple(alike))):
        parting = heart(made, IVO, NELL).partings[0]
        assert parting.believed is not None
        assert parting.felt == pytest.approx(parting.believed / DENIED, abs=0.01)


def test_what_is_believed_of_somebody_else_or_towards_nobody_is_no_part_of_it() -> None:
    for changes in ({"object": None}, {"object": JUNE}, {"subject": JUNE}):
        proposition = msgspec.structs.replace(story().beliefs[0].proposition, **changes)
        assert [h.belief for h in heart(but_belief(0, proposition=proposition), IVO, NELL).held] == ["b3"]


@pytest.mark.parametrize(
    ("stance", "polarity", "value", "told"),
    [
        ("believes", "+", "love", 0.9), ("knows", "+", "anger", -0.7), ("believes", "-", "love", 0.9 * DENIED),
        ("doubts", "+", "love", 0.9 * DENIED), ("doubts", "-", "love", 0.9), ("wonders", "+", "love", None),
        ("hopes", "+", "love", None), ("believes", "+", "a few words", None),
    ],
)  # fmt: skip
def test_a_belief_of_a_feeling_has_its_valence(stance: str, polarity: str, value: str, told: float | None) -> None:
    first = story().beliefs[0]
    made = msgspec.structs.replace(
        first, stance=stance, polarity=polarity, proposition=msgspec.structs.replace(first.proposition, value=value)
    )
    found = valence(made)
    assert (found is None) == (told is None)
    if told is not None and found is not None:
        assert (found > 0) == (told > 0)
        assert found == pytest.approx(told, abs=0.11)


def test_a_belief_of_a_fact_has_none() -> None:
    knows: Belief = story().beliefs[1]
    assert valence(knows) is None


def test_all_pairs_of_whose_hearts_something_is_known_have_a_course() -> None:
    assert [c.pair for c in courses(story())] == [(NELL, IVO), (JUNE, IVO), (NELL, JUNE)]
    assert all(c.told for c in courses(story()))


def test_a_gap_alone_makes_a_course() -> None:
    made = msgspec.structs.replace(story(), relationships=())
    assert [(c.pair, c.relationship) for c in courses(made)] == [((IVO, NELL), None)]


def test_two_of_whom_nothing_is_known_have_an_empty_one() -> None:
    assert not course(story(), OKAFOR, JUNE).told
    assert courses(bare()) == ()
