"""Calibration: curves that rise, from how sure a stage is to a probability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken import resources
from unspoken.layers.beliefs import Gap
from unspoken.layers.relationships import RelationshipEvent
from unspoken.layers.spans import Span
from unspoken.models.calibration import CURVES, Kind, calibrated, probable

KINDS: list[Kind] = ["mention", "link", "speaker", "feeling", "relationship", "belief", "gap"]
SURE = st.floats(0, 1)


def test_every_kind_has_a_curve_that_rises() -> None:
    table = resources.table(CURVES)
    assert sorted(table) == sorted(KINDS)
    assert all(curve["slope"] > 0 for curve in table.values())


@pytest.mark.parametrize("kind", KINDS)
@given(a=SURE, b=SURE)
def test_who_is_surer_is_no_less_probable(kind: Kind, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 < calibrated(kind, low) <= calibrated(kind, high) < 1


def test_claims_are_as_sure_as_such_are_right_but_for_those_of_which_that_is_not_known() -> None:
    one = Gap("g0", "a", "b", "ignorance", None, Span(0, 4), "s0", None, None, 0, None, 0.5, 0.5)
    other = Gap("g1", "a", "b", "ignorance", "b0", Span(0, 4), "s0", None, None, 0, None, 0.5, 0.5)
    found = probable("gap", (one, other), {"g1"})
    assert [g.confidence for g in found] == [round(calibrated("gap", 0.5), 3), 0.5]
    assert found[0].confidence > 0.6
    event = RelationshipEvent("kiss", "s0", 0, 4, None, 0.9)
    assert probable("relationship", [event])[0].confidence == round(calibrated("relationship", 0.9), 3)
