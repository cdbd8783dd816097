"""What moves two people's feelings for each other."""

from __future__ import annotations

import pytest

from tests.unit.stages.feelings.told import feelings, told
from unspoken.stages.relationships.pushes import pushes


@pytest.mark.parametrize(
    ("shows", "moved"), [("{ann:Ann}'s face/NOUN burned/VERB/burn", False), ("{ann:Ann} was angry/ADJ", True)]
)
def test_what_shows_before_somebody_is_nothing_against_them(shows: str, moved: bool) -> None:
    found = feelings(told("<ann>ben:“Come/VERB here/ADV, you.”> " + shows + ". {ben:Ben} sat/VERB."))
    assert [f.target for f in found] == ["ben"]
    assert bool(pushes(found, (), (), ())) is moved
