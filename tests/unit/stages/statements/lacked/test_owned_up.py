"""What somebody owns up to, is reproached with, or lets another go on thinking."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It was me,” said Amos to Hester.", "ignorant Hester + fact Amos > Hester"),
        ("“I was going to tell you,” said Amos to Hester.", "ignorant Hester + fact Amos > Hester"),
        ("“Why did you never tell me?” said Hester to Amos.", "ignorant Hester + fact Amos > Hester"),
        ("“You let me hate you,” said Hester to Amos.", "retract Hester + attitude Amos Hester > Amos"),
        ("“I let you think so,” said Amos to Hester.", "lie Amos - fact Amos > Hester"),
        ("Hester let Amos go on believing it.", "think Amos + fact Hester"),
    ],
)
def test_who_did_not_know_and_who_was_wrong(text: str, found: str) -> None:
    assert found in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "“You thought it was me,” said Amos to Hester.",
        "“I was going to tell you a story,” said Amos to Hester.",
        "“I was going to say, proud,” said Amos to Hester.",
        "“Why didn’t you tell me the time?” said Hester to Amos.",
        "“Let me think,” said Amos to Hester.",
        "Hester let Amos go.",
    ],
)
def test_words_that_own_up_to_nothing(text: str) -> None:
    assert not any(s.startswith(("ignorant", "retract", "lie", "think")) for s in stated(text))


REPROACH = "\n\n“Why did you never tell me?” said Hester to Amos."


@pytest.mark.parametrize(("told", "found"), [("I am engaged", True), ("The chaise is here", False)])
def test_in_a_crowd_a_reproach_is_about_who_has_told_their_own_deed(told: str, found: bool) -> None:
    text = f"“{told},” said Amos to Hester.{REPROACH}"
    assert ("ignorant Hester + fact Amos > Hester" in stated(text, CROWD)) is found
