"""Calibration: curves that rise, from how sure a stage is to a probability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken import resources
from unspoken.models.calibration import CURVES, Kind, calibrated, likely

KINDS: list[Kind] = ["mention", "link", "speaker"]
SURE = st.floats(0, 1)


def test_every_kind_has_a_curve_that_rises() -> None:
    table = resources.table(CURVES)
    assert sorted(table) == sorted([*KINDS, "claims"])
    assert all(table[kind]["slope"] > 0 for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
@given(a=SURE, b=SURE)
def test_who_is_surer_is_no_less_probable(kind: Kind, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert 0 < calibrated(kind, low) <= calibrated(kind, high) < 1


@given(a=SURE, b=SURE, far=st.floats(0, 1.6))
def test_a_surer_claim_is_no_less_probable_and_one_of_people_far_away_is_less(a: float, b: float, far: float) -> None:
    low, high = sorted((a, b))
    facts = {"any": 1.0, "belief": 1.0, "other far": far}
    assert 0 < likely(low, facts) <= likely(high, facts) < 1
    assert likely(a, facts) <= likely(a, facts | {"other far": 0.0})
