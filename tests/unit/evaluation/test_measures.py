"""What counts of several texts give together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unspoken.evaluation.measures import Answered, Counts, Measure, Rate, compared, summed


def test_counts_are_added_before_they_are_divided() -> None:
    total = summed([{"events": Counts(1, 0, 0)}, {"events": Counts(1, 2, 4)}])
    assert total["events"].figures() == pytest.approx({"P": 0.5, "R": 1 / 3, "F1": 0.4, "n": 6})


def test_nothing_found_of_nothing_is_zero_and_no_fault() -> None:
    assert Counts().figures() == {"P": 0.0, "R": 0.0, "F1": 0.0, "n": 0}
    assert Rate().figures() == {"rate": 0.0, "n": 0}
    assert Answered().figures() == {"rate": 0.0, "n": 0}


def test_measures_stand_in_the_order_in_which_they_come_first() -> None:
    parts: list[dict[str, Measure]] = [{"b": Rate(1, 1)}, {"a": Rate(0, 1), "b": Rate(0, 1)}]
    assert list(summed(parts)) == ["b", "a"]
    assert summed(parts)["b"] == Rate(1, 2)


def test_what_is_compared_is_right_wrong_or_missed() -> None:
    assert compared({1, 2, 3}, {3, 4}) == Counts(right=1, wrong=1, missed=2)


def test_the_surest_answers_are_judged_at_each_coverage() -> None:
    answers = tuple((sure, right) for sure, right in ((0.2, False), (0.9, True), (0.8, True), (0.5, False)))
    figures = (Answered(answers[:2], 3) + Answered(answers[2:], 2)).figures()
    assert figures == pytest.approx({"rate": 0.5, "n": 4, "at 0.6": 2 / 3, "at 0.8": 0.5, "ECE": 0.25})


def test_a_coverage_that_is_not_reached_has_no_figure() -> None:
    assert Answered(((1.0, True),) * 6, 10).figures() == {"rate": 1.0, "n": 6, "at 0.6": 1.0, "ECE": 0.0}


def test_answers_of_about_the_same_confidence_are_one_bin() -> None:
    measure = Answered(((0.31, False), (0.39, True), (1.0, True), (0.92, True)), 4)
    assert [(round(b.sure, 2), b.right, b.number) for b in measure.reliability()] == [(0.35, 0.5, 2), (0.96, 1.0, 2)]


def test_the_curve_ends_where_the_answers_do() -> None:
    measure = Answered(((0.9, True), (0.8, False)), 10)
    assert measure.coverage() == [(0.1, 1.0), (0.2, 0.5)]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_bins_hold_every_answer_and_their_error_is_a_share(answers: list[tuple[float, bool]]) -> None:
    measure = Answered(tuple(answers), len(answers))
    assert sum(b.number for b in measure.reliability()) == len(answers)
    assert 0 <= measure.figures()["ECE"] <= 1
    assert measure.coverage()[-1] == (1.0, pytest.approx(measure.figures()["rate"]))
