"""How far the work is said to be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unspoken.cli.inputs import Input
from unspoken.cli.progress import Pace, Progress, _costs
from unspoken.stages.table import STAGES


@given(st.lists(st.floats(0, 30), min_size=1, max_size=30), st.integers(1, 10**8))
def test_it_never_goes_back_and_never_beyond_the_end(seconds: list[float], size: int) -> None:
    pace, now, before = Pace(size, 0.0), 0.0, 0.0
    for stage, took in zip(STAGES, seconds, strict=False):
        pace.begin(stage.makes.name, now)
        at_begin = pace.done(now)
        now += took
        assert before <= at_begin + 0.04
        assert at_begin <= pace.done(now) <= 1
        before = pace.done(now)


def test_the_costs_make_a_whole() -> None:
    assert 95 <= sum(_costs()["layers"].values()) <= 105


def test_nothing_is_shown_where_standard_error_is_no_terminal() -> None:
    with Progress([Input("a", "a", None, 1)], wanted=True).on(0, "a") as callback:
        assert callback is None
