"""Hearts that begin and end, and verbs of the heart whose object stands elsewhere."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Amos never stopped loving Hester.", "truth Amos + feels Amos Hester"),
        ("Amos had never stopped loving Hester.", "truth Amos + feels Amos Hester"),
        ("Amos had stopped loving Hester.", "truth Amos - feels Amos Hester"),
        ("Amos stopped hating Hester.", "truth Amos - attitude Amos Hester"),
        ("Hester came to hate Amos.", "truth Hester + attitude Hester Amos"),
        ("Hester grew to love Amos.", "truth Hester + feels Hester Amos"),
        ("Hester went on loving Amos.", "truth Hester + feels Hester Amos"),
        ("Hester thought that Amos had come to hate her.", "think Hester + attitude Amos Hester"),
        ("Hester thought that Amos had stopped loving her.", "think Hester - feels Amos Hester"),
        ("Hester believed that Amos had never ceased to love her.", "think Hester + feels Amos Hester"),
        ("“I never stopped loving you, Hester,” said Amos to Hester.", "own Amos + feels Amos Hester > Hester"),
        ("“I have stopped loving you,” said Amos to Hester.", "own Amos - feels Amos Hester > Hester"),
    ],
)
def test_a_heart_that_begins_is_so_and_one_that_ends_is_not(text: str, what: str) -> None:
    told = stated(text)
    holder = what.split(maxsplit=2)[1]
    assert {s for s in told if s.split()[1] == holder} == {what}


@pytest.mark.parametrize(
    "text",
    [
        "Hester kept shaking her head.",
        "Hester thought that Amos kept shaking his head.",
        "Amos kept Hester waiting.",
        "Hester came to fetch Amos.",
        "Hester stopped to look at Amos.",
    ],
)
def test_what_begins_and_ends_and_is_no_heart_says_nothing(text: str) -> None:
    assert stated(text) == set()


def test_the_first_of_several_verbs_has_the_object_of_the_last() -> None:
    assert "truth Hester + attitude Hester Amos" in stated("Hester admired, feared and loved Amos.")
