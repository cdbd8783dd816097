"""Misunderstandings that are never put right."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.stories.wrong_door import IVO, NELL, TEXT, story
from tests.unit.notes.made import notes
from unspoken.layers.beliefs import Gap
from unspoken.layers.relationships import Relationship, RelationshipEvent
from unspoken.layers.spans import Span
from unspoken.story import Story


def gap(**changes: Any) -> Gap:
    made = next(g for g in story().gaps if g.type == "misbelief")
    still = {"closes_scene": None, "closed_by": None, "reader_until": None, "severity": 0.9, "confidence": 0.7}
    return msgspec.structs.replace(made, **{**still, **changes})


def with_gap(gap: Gap, **changes: Any) -> Story:
    return msgspec.structs.replace(story(), **{"relationships": (), **changes, "gaps": (gap,)})


def test_what_stays_open_is_told_with_what_is_believed_and_what_is_so() -> None:
    left = gap()
    (note,) = notes(with_gap(left), "U401")
    belief = next(b for b in story().beliefs if b.id == left.belief)
    assert note.passages == (Span(belief.start, belief.end), left.truth)
    assert note.people == (NELL, IVO)
    assert "The reader knows better from scene" in note.message


@pytest.mark.parametrize(
    "changes",
    [{"closes_scene": "s4"}, {"closed_by": Span(5, 9)}, {"confidence": 0.2}, {"severity": 0.1}],
    ids=lambda c: next(iter(c)),
)
def test_what_closes_or_is_doubtful_or_slight_is_not(changes: dict[str, Any]) -> None:
    assert not notes(with_gap(gap(**changes)), "U401")


def test_two_who_come_together_afterwards_have_understood() -> None:
    left = gap()
    event = RelationshipEvent("couple", "s4", left.truth.end, left.truth.end + 5, None, 0.8)
    pair = Relationship("r0", (IVO, NELL), ("romance",), None, (), (event,), 0.8)
    assert not notes(with_gap(left, relationships=(pair,)), "U401")


def test_in_a_long_work_only_what_opens_late_is_told_and_only_what_is_wrong() -> None:
    long = TEXT + "\n\nIt rained." * 20_000
    assert not notes(with_gap(gap(), text=long), "U401")
    late = gap(truth=Span(len(long) - 50, len(long) - 40))
    assert notes(with_gap(late, text=long), "U401")
    assert not notes(with_gap(msgspec.structs.replace(late, type="ignorance"), text=long), "U401")
