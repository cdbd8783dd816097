"""Pairs of stories that differ in one fact: what was told apart once is told apart still."""

from __future__ import annotations

import pytest

from tests.stories.minimal import ANSWERS, PAIRS, Pair, pairs, right

FILES = sorted(path.name for path in PAIRS.glob("*.toml"))
ALL = [pair for file in FILES for pair in pairs(file)]


@pytest.mark.parametrize("pair", [p for p in ALL if p.solved], ids=lambda p: p.name)
def test_the_fact_that_differs_changes_the_answer(pair: Pair) -> None:
    assert right(pair) == (True, True)


def test_every_pair_asks_what_can_be_answered_and_has_two_answers() -> None:
    assert len(ALL) >= 192
    assert all(len({p.name for p in pairs(file)}) == len([*pairs(file)]) for file in FILES)
    for pair in ALL:
        assert pair.ask["question"] in ANSWERS
        assert pair.answers[0] != pair.answers[1]
        assert pair.stories[0] != pair.stories[1]
