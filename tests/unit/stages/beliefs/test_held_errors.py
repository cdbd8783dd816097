"""What somebody held, as they tell it, is an error and no ignorance; what one is told counts for less."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import beliefs, gaps
from tests.unit.stages.statements.stated import CROWD
from unspoken.stages import beliefs as stage


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Hester had thought Amos cold.", "Hester misbelief Amos False"),
        ("“I thought you didn’t know,” said Amos to Hester.", "Amos misbelief Hester True"),
        ("“Hester doesn’t know,” said Amos to Lena.\n\n“You knew,” said Amos to Hester.", "Amos misbelief Hester True"),
        ("“You knew,” said Amos to Hester.", "Amos ignorance Hester True"),
        ("Hester had never imagined Amos to be so proud.", "Hester ignorance Amos False"),
    ],
)
def test_what_was_thought_is_an_error(text: str, gap: str) -> None:
    assert gap in gaps(text)


def test_what_one_is_told_has_a_measure_of_its_own_in_a_short_work(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Lena was in the yard.\n\n“Amos misses you, Hester,” said Lena to Hester."
    assert "Hester believes + feels Amos Hester" in beliefs(told)
    monkeypatch.setattr(stage, "LEAST_HEARD", 0.9)
    assert "Hester believes + feels Amos Hester" not in beliefs(told)
    assert "Hester believes + feels Amos Hester" in beliefs(CROWD + told)
