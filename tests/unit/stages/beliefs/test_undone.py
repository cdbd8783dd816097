"""Errors of short stories that are undone without a word of what they were."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import gaps

SORRY = "\n\n* * *\n\nIn the morning Amos came in. “I’m sorry, Amos. Forgive me,” said Hester to Amos."
CONFESSED = "\n\n* * *\n\nIn the morning Amos came in. “I love you,” said Amos to Hester."


@pytest.mark.parametrize("cold", ["Hester was sure that Amos despised her.", "Hester was angry with Amos."])
def test_who_was_cold_and_begs_pardon_later_was_wrong(cold: str) -> None:
    assert "Hester misbelief Amos True" in gaps(cold + SORRY)


def test_who_only_begs_pardon_was_not_wrong() -> None:
    assert gaps("Hester mended a chair." + SORRY) == set()


def test_love_that_is_told_before_it_is_confessed_is_not_known() -> None:
    assert "Hester ignorance Amos True" in gaps("Amos loved Hester." + CONFESSED)
    assert gaps("Amos mended a chair." + CONFESSED) == set()


def test_a_long_work_undoes_nothing_so() -> None:
    rest = "\n\nThe rain fell on the roof all day." * 3000
    assert gaps("Hester was angry with Amos." + rest + SORRY) == set()
