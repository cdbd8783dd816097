"""Who was told, who knew all the while, and what dawns on somebody; each beside words that tell no such thing."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

YARD = "Lena was out in the yard.\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“She told you, then,” said Amos to Hester.", "stance Amos + knows Hester"),
        ("“She’s not told you,” said Amos to Hester.", "stance Amos - knows Hester"),
        ("“Lena never told you?” said Amos to Hester.", "stance Amos - knows Hester"),
        ("“Lena has known since October,” said Amos to Hester.", "stance Amos + knows Lena"),
        ("“Lena has known since October,” said Amos to Hester.", "ignorant Hester + fact Lena > Hester"),
        ("“Of course I knew!” said Amos to Hester.", "ignorant Hester + fact Amos > Hester"),
        ("“You knew,” said Hester to Amos.", "ignorant Hester + fact Amos > Hester"),
        ("“You won’t tell Lena?” said Amos to Hester.", "ignorant Lena + fact Amos"),
        ("“You haven’t told Lena, have you?” said Amos to Hester.", "ignorant Lena + fact Amos"),
        ("Amos felt sick, and he wondered what to do. So Lena knew.", "stance Amos + knows Lena"),
        (
            "Amos felt sick. He thought of the summer. He had sat there week after week, and Lena had known.",
            "ignorant Amos + fact Lena > Amos",
        ),
    ],
)
def test_who_knew_and_who_was_told(text: str, found: str) -> None:
    assert found in stated(text, YARD)


@pytest.mark.parametrize(
    "text",
    [
        "“Lena told you to go,” said Amos to Hester.",
        "“Lena told you a story,” said Amos to Hester.",
        "“Lena has known the mill since October,” said Amos to Hester.",
        "“Please don’t let Lena know I called,” said Amos to Hester.",
        "“Will you tell Lena?” said Amos to Hester.",
        "Amos felt sick, and he wondered what to do. Lena knew the mill.",
    ],
)
def test_words_that_tell_of_no_knowledge(text: str) -> None:
    assert not any("knows" in s or s.startswith("ignorant") for s in stated(text, YARD))


@pytest.mark.parametrize(
    "text",
    ["“Of course I knew!” said Amos to Hester.", "“Lena has known since October,” said Amos to Hester."],
)
def test_in_a_novel_what_is_found_to_be_known_makes_no_gap(text: str) -> None:
    assert not any(s.startswith("ignorant") for s in stated(text, CROWD + YARD))
