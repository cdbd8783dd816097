"""Weighing what tells how likely a claim of hearts is right."""

from __future__ import annotations

import pytest

from unspoken import resources
from unspoken.models.calibration import CURVES
from unspoken.training.claims import Judged, held_out, judged, probabilities, told_apart, weighed


def made(work: str, far: float, right: bool) -> Judged:
    return Judged("belief", work, right, {"any": 1.0, "far": far})


CLAIMS = [made(work, far, k % 10 < (3 if far else 9)) for work in "ab" for far in (0.0, 1.0) for k in range(100)]


def test_a_claim_is_as_likely_as_such_were_right() -> None:
    weights = weighed(CLAIMS)
    near, far = probabilities([made("c", 0.0, True), made("c", 1.0, True)], weights)
    assert near == pytest.approx(0.9, abs=0.05)
    assert far == pytest.approx(0.3, abs=0.05)


def test_a_work_is_judged_by_the_weights_of_the_others() -> None:
    told = [made("a", 0.0, True)] * 40 + [made("b", 0.0, False)] * 40
    answers = held_out(told)["belief"]
    assert all((p < 0.5) is right for p, right in answers)


def test_pairs_of_right_and_wrong_are_counted_and_equal_ones_half() -> None:
    assert told_apart([(0.9, True), (0.2, False)]) == 1.0
    assert told_apart([(0.2, True), (0.9, False), (0.2, False)]) == 0.25


def test_the_weights_that_ship_are_those_of_the_claims_that_were_judged_and_tell_them_apart() -> None:
    claims = judged()
    assert weighed(claims) == pytest.approx(resources.table(CURVES)["claims"], abs=0.001)
    for answers in held_out(claims).values():
        assert told_apart(answers) > 0.55
