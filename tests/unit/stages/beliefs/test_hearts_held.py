"""What is held of hearts by idioms, expectations and confessions: each wording beside one that says otherwise."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import ROOM, beliefs
from tests.unit.stages.made import document_with
from unspoken.layers.keys import BELIEFS


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Hester thought that Amos could not stand the sight of her.", "Hester believes + attitude Amos Hester"),
        ("Hester thought that Amos had no heart.", "Hester believes - feels Amos None"),
        ("Hester feared that Amos would hate her.", "Hester fears + attitude Amos Hester"),
        ("Hester hoped that Amos would forgive her.", "Hester hopes + attitude Amos Hester"),
        ("“I thought you would laugh at me, Amos,” said Hester to Amos.", "Hester believes + attitude Amos Hester"),
        ("Amos said to Hester, “I love you, Hester.”", "Hester believes + feels Amos Hester"),
    ],
)
def test_what_is_held_of_a_heart(text: str, belief: str) -> None:
    assert belief in beliefs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hester thought that Amos could not stand the sight of blood.",
        "Hester thought that Amos had no key.",
        "Hester knew that Amos would hate her.",
        "“I think you would laugh at me, Amos,” said Hester to Amos.",
        "“I wish you would go, Hester,” said Amos to Hester.",
    ],
)
def test_what_tells_nothing_of_a_heart(text: str) -> None:
    assert not {b for b in beliefs(text) if "Amos Hester" in b or "feels Amos" in b}


def test_a_confession_that_is_not_believed_is_not_held() -> None:
    said = "“I love you, Hester,” said Amos to Hester."
    assert "Hester believes + feels Amos Hester" in beliefs(said)
    assert "Hester believes + feels Amos Hester" not in beliefs(f"{said} Hester did not believe a word of it.")


def test_who_is_named_below_is_not_the_one_who_is_sure() -> None:
    told = (
        "Amos never nodded. He counted the boxes, and he moved one. Peter had worked with him since Lent, and he was "
    )
    assert beliefs(f"{told}sure by now that the old man could not stand him.") == {
        "Peter believes + attitude Amos Peter"
    }


def test_a_confession_is_held_from_where_it_is_made() -> None:
    text = f"{ROOM}Hester thought that Amos loved her.\n\n* * *\n\n{ROOM}“I do love you, Hester,” said Amos to Hester."
    document = document_with(text, BELIEFS)
    assert [text[b.start : b.end] for b in document[BELIEFS] if b.via == "told"] == ["I do love you, Hester"]


def test_no_more_doubted_is_believed() -> None:
    said = "“Amos hates Clara,” said Hester to Clara.\n\n"
    doubted = beliefs(f"{said}Clara no more doubted it than she doubted the tides.")
    assert "Clara believes + attitude Amos Clara" in doubted
    assert "Clara believes - attitude Amos Clara" in beliefs(f"{said}Clara doubted it.")


def test_one_thing_that_is_plain_is_thought() -> None:
    plain = "Hester looked at the letter again. One thing was plain. Amos hated her."
    assert "Hester believes + attitude Amos Hester" in beliefs(plain)
