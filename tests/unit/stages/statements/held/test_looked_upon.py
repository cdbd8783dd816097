"""How people take others to look upon them: foreseen, asked, said to their face, or read in what they do."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

ILL = "+ attitude Amos Hester"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“You will be angry with me,” said Hester to Amos.", "stance Hester + feels Amos Hester"),
        ("“What must you think of me?” said Hester to Amos.", f"stance Hester {ILL}"),
        ("“I couldn’t bear you to pity me,” said Hester to Amos.", f"stance Hester {ILL}"),
        ("“Are you angry with me?” said Hester to Amos.", "stance Hester + feels Amos Hester"),
        ("“You think I’m a fool,” said Hester to Amos.", f"say Hester {ILL} > Amos"),
        ("“You wish I were dead,” said Hester to Amos.", f"say Hester {ILL} > Amos"),
        ("“Did you think I’d laugh?” said Amos to Hester.", f"retract Hester {ILL} > Amos"),
        ("“Did you think I wouldn’t come?” said Amos to Hester.", f"retract Hester {ILL} > Amos"),
        ("“You couldn’t get away fast enough,” said Hester to Amos.", f"say Hester {ILL} > Amos"),
        ("“You look at me as if I were dirt,” said Hester to Amos.", f"say Hester {ILL} > Amos"),
    ],
)
def test_who_is_taken_to_look_ill_upon_whom(text: str, found: str) -> None:
    assert found in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "“You will be angry with me if I tell you,” said Hester to Amos.",
        "“What do you think of the soup?” said Hester to Amos.",
        "“Are you sure?” said Hester to Amos.",
        "“You think I’m right,” said Hester to Amos.",
        "“Did you think I’d sing?” said Amos to Hester.",
        "“You look at me as if I were late,” said Hester to Amos.",
    ],
)
def test_no_ill_will_is_read_into_other_words(text: str) -> None:
    assert not any("Amos Hester" in s for s in stated(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Ruth suspects nothing,” said Hester to Amos. Ruth was asleep.", "stance Hester - knows Ruth"),
        ("“Ruth has found out about my debts,” said Hester to Amos. Ruth slept.", "stance Hester + knows Ruth"),
        ("“Ruth knows that I wrote it,” said Hester to Amos. Ruth slept.", "stance Hester + knows Ruth"),
    ],
)
def test_what_a_third_has_found_out(text: str, found: str) -> None:
    assert found in stated(text)


def test_what_a_third_knows_of_things_is_no_secret() -> None:
    assert not any("knows Ruth" in s for s in stated("“Ruth knows nothing of music,” said Hester to Amos. Ruth slept."))
