"""What somebody held, as words of their error have it, is an error and no mere ignorance."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import gaps


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
