"""Who knew, as it comes out in talk."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“You knew?” said Hester to Amos.", "stance Hester + knows Amos"),
        ("“You knew?” said Hester to Amos.", "ignorant Hester + fact Amos > Hester"),
        ("“You knew it all along,” said Hester to Amos.", "ignorant Hester + fact Amos > Hester"),
        ("“You didn’t know, then,” said Hester to Amos.", "stance Hester - knows Amos"),
        ("“Of course Lena knows,” said Amos to Hester.", "stance Amos + knows Lena"),
        ("“Lena knows what you did,” said Hester to Amos.", "stance Hester + knows Lena"),
        ("“Does Lena know?” said Hester to Amos.\n\n“Of course,” said Amos.", "stance Amos + knows Lena"),
        ("“Does Lena know?” said Hester to Amos.\n\n“About us? No,” said Amos.", "stance Amos - knows Lena"),
        (
            "“Does Lena know that you heard?” said Hester to Amos.\n\n“No,” said Amos.",
            "ignorant Lena + fact Amos",
        ),
    ],
)
def test_who_knew(text: str, found: str) -> None:
    assert found in stated(text, "Lena was out in the yard.\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "“You knew my father,” said Hester to Amos.",
        "“If you knew!” said Hester to Amos.",
        "“You knew?” said Hester to Amos.\n\n“No,” said Amos.",
        "“Did you know?” said Hester to Amos.",
        "“Lena knows the way,” said Hester to Amos.",
        "“Lena knows what she wants,” said Hester to Amos.",
    ],
)
def test_words_that_tell_of_no_such_knowledge(text: str) -> None:
    found = stated(text, "Lena was out in the yard.\n\n")
    assert not any("knows" in s or s.startswith("ignorant") for s in found)
