"""Fitting curves from how sure a stage is to how often it is right."""

from __future__ import annotations

import pytest

from unspoken.training.calibration import bent, error, fitted, held_out

BOASTS = [(0.99, k % 10 < 7) for k in range(300)] + [(0.6, k % 10 < 5) for k in range(300)]


def test_a_curve_makes_answers_as_sure_as_they_are_right() -> None:
    after = bent(BOASTS, fitted(BOASTS))
    assert after[0][0] == pytest.approx(0.7, abs=0.02)
    assert after[-1][0] == pytest.approx(0.5, abs=0.02)
    assert error(after) < 0.03 < error(BOASTS)


def test_what_is_right_already_stays_as_it_is() -> None:
    honest = [(0.8, k % 10 < 8) for k in range(500)] + [(0.3, k % 10 < 3) for k in range(500)]
    assert fitted(honest) == pytest.approx((1.0, 0.0), abs=0.05)


def test_few_answers_do_not_run_away() -> None:
    slope, shift = fitted([(0.999, True)] * 5)
    assert 0 < slope < 3
    assert abs(shift) < 3


def test_a_text_is_judged_by_the_curve_of_the_others() -> None:
    texts = [[(0.9, True)] * 40, [(0.9, False)] * 40]
    assert held_out(texts)[0][0] < 0.5 < held_out(texts)[-1][0]
