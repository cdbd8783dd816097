""" "They" with whom a scene opens, and who are named only behind."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale


@pytest.mark.parametrize(
    ("before", "found"),
    [("", {"ann", "ben"}), ("{cam:Cam} and {dot:Dot} rode home. ", {"cam", "dot"}), ("{cam:Cam} rode. ", None)],
)
def test_a_scene_that_opens_with_them_names_them_behind(before: str, found: set[str] | None) -> None:
    made = tale(before + "They quarrelled all the way. {ann:Ann} sat by the window, {ben:Ben} by the door.")
    made.clause("They quarrelled all the way", "quarrel", "They")
    told = [set(r.pair) for r in made.relationships() if r.events]
    assert told == ([found] if found else [])
