"""Curves drawn with characters."""

from __future__ import annotations

from unspoken.evaluation.curves import curves, drawn
from unspoken.evaluation.measures import Answered, Rate

SPEAKERS = Answered(((0.95, True),) * 5 + ((0.55, False),) * 5, 10)


def test_a_bar_is_as_long_as_the_share_that_is_right() -> None:
    lines = drawn({"speaker_prec": SPEAKERS, "speaker": Rate(1, 2)}).splitlines()
    assert lines[0].startswith("speaker_prec: the surest answers")
    assert [line.count("█") for line in lines[1:11]] == [30] * 5 + [25, 21, 19, 17, 15]
    assert lines[-2].split() == ["0.55", "0.000", "5"]
    assert lines[-1].split() == ["0.95", "1.000", "█" * 30, "5"]


def test_what_has_no_confidence_has_no_curve() -> None:
    assert drawn({"speaker": Rate(1, 2), "mention_prec": Answered((), 4)}) == ""
    assert curves({"speaker": Rate(1, 2)}) == {}


def test_the_points_are_kept_for_other_programs() -> None:
    points = curves({"speaker_prec": SPEAKERS})["speaker_prec"]
    assert points["coverage"][0] == {"covers": 0.1, "right": 1.0}
    assert points["reliability"] == [
        {"confidence": 0.55, "right": 0.0, "n": 5},
        {"confidence": 0.95, "right": 1.0, "n": 5},
    ]
