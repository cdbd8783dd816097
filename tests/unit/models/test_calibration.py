"""Calibration: curves that rise, from how sure a stage is to a probability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken import resources
from unspoken.models.calibration import CURVES, Kind, calibrated

KINDS: list[Kind] = ["mention", "link", "speaker"]
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
