"""The figures of a corpus, printed."""

from __future__ import annotations

from unspoken.evaluation.measures import Answered, Counts, Measure, Rate
from unspoken.evaluation.table import record, table

MEASURES: dict[str, Measure] = {
    "events": Counts(2, 1, 1500),
    "speaker": Rate(1, 3),
    "quotes": Counts(1, 0, 0),
    "speaker_prec": Answered(((1.0, True),), 5),
}
PRINTED = """\
                    P        R       F1        n
events          0.667    0.001    0.003    1,502
quotes          1.000    1.000    1.000        1

                 rate        n
speaker         0.333        3

                 rate        n      ECE
speaker_prec    1.000        1    0.000
"""


def test_measures_of_one_kind_stand_together_under_their_columns() -> None:
    assert table(MEASURES) == PRINTED


def test_a_figure_that_is_not_there_is_a_dash() -> None:
    reached, not_reached = Answered(((1.0, True),) * 4, 4), Answered(((1.0, True),) * 3, 4)
    lines = table({"a": reached, "b": not_reached}).splitlines()
    assert lines[0].split() == ["rate", "n", "at", "0.6", "at", "0.8", "ECE"]
    assert lines[2].split() == ["b", "1.000", "3", "1.000", "1.000", "0.000"]
    short = table({"a": reached, "b": Answered(((1.0, True),) * 3, 5)}).splitlines()
    assert short[2].split() == ["b", "1.000", "3", "1.000", "-", "0.000"]


def test_a_record_has_four_places() -> None:
    assert record(MEASURES)["speaker"] == {"rate": 0.3333, "n": 3}


def test_nothing_gives_nothing() -> None:
    assert table({}) == ""
