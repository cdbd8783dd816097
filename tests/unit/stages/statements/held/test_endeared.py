"""Words of love with which a letter begins or ends."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

READS = "Hester opened the letter that Amos had sent her, and read it.\n\n"


@pytest.mark.parametrize(
    ("greeting", "closing", "loving"),
    [
        ("My dearest Hester,", "Amos", True),
        ("Dearest Hester,", "Amos", True),
        ("Dear Hester,", "Your loving\nAmos", True),
        ("Dear Hester,", "Yours truly,\nAmos", False),
        ("Dear Hester,", "Your affectionate friend,\nAmos", False),
        ("My dear Hester,", "Amos", False),
    ],
)
def test_a_letter_tells_love_by_how_it_greets_and_ends(greeting: str, closing: str, loving: bool) -> None:
    letter = f"{READS}{greeting}\n\nThe rain has stopped and the hens are laying.\n\n{closing}\n\nShe put it away."
    assert any(s.startswith("write Amos + feels Amos Hester") for s in stated(letter)) is loving
