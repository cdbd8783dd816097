"""Ways in which a text says that somebody thinks something, and what is none; each with a counterpart."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import beliefs, gaps

HATED, LOVED = "Hester believes + attitude Amos Hester", "Hester believes + feels Amos Hester"


@pytest.mark.parametrize(
    "text",
    [
        "It seemed to Hester that Amos hated her.",
        "It was plain to Hester that Amos hated her.",
        "Hester told herself that Amos hated her.",
        "Hester decided that Amos hated her.",
        "Hester took it that Amos hated her.",
        "Hester had the idea that Amos hated her.",
        "Hester was under the impression that Amos hated her.",
        "Hester got it into her head that Amos hated her.",
        "In Hester’s opinion Amos hated her.",
        "As far as Hester knew, Amos hated her.",
        "Hester had never doubted that Amos hated her.",
        "Hester thought that Amos was laughing at her.",
        "Hester thought that Amos wanted to be rid of her.",
        "“You must hate me,” said Hester to Amos.",
    ],
)
def test_what_is_thought_in_other_words(text: str) -> None:
    assert HATED in beliefs(text)


@pytest.mark.parametrize(
    "text",
    [
        "It seemed to Amos that Martha hated her.",
        "Hester told Amos that Martha hated her.",
        "Hester had no idea that Amos hated her.",
        "Hester thought that Amos was laughing at the dog.",
        "“You must not hate me,” said Hester to Amos.",
    ],
)
def test_what_is_not_thought(text: str) -> None:
    assert HATED not in beliefs(text)


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Hester saw contempt in Amos’s face.", "Hester believes + feels Amos Hester"),
        ("Hester was sure of Amos’s love.", "Hester believes + feels Amos Hester"),
        ("Hester looked at Amos. She doubted his love.", "Hester doubts + feels Amos Hester"),
        ("Hester looked at Amos. She did not doubt his love.", "Hester believes + feels Amos Hester"),
    ],
)
def test_a_heart_that_is_a_noun(text: str, belief: str) -> None:
    assert belief in beliefs(text)


def test_what_somebody_must_not_learn_is_feared() -> None:
    told = "“If Martha finds out, I am lost,” said Hester to Amos."
    assert "Hester fears + knows Martha Cole None" in beliefs(f"Martha Cole kept the shop. Martha was old.\n\n{told}")
    asked = "“If you find out, tell me,” said Hester to Amos."
    assert not any("fears" in b for b in beliefs(asked))


def test_an_answer_denies_or_affirms_what_was_said() -> None:
    said = "“Amos hates me,” said Hester to Martha.\n\n“He {},” said Martha."
    there = "Martha Cole sat with Hester. Martha was old.\n\n"
    assert "Martha Cole believes - attitude Amos Hester" in beliefs(there + said.format("does not"))
    assert "Martha Cole believes - attitude Amos Hester" not in beliefs(there + said.format("does"))


@pytest.mark.parametrize(
    ("said", "opens"),
    [
        ("I thought you wanted to be rid of me.", True),
        ("I thought you couldn’t wait to be rid of me.", True),
        ("I thought you were laughing at me.", True),
        ("I thought you had gone off me.", True),
        ("I thought you were happy here.", True),
        ("I thought you were in London.", False),
        ("I thought you wanted the blue one.", False),
        ("I think you are laughing at me.", False),
    ],
)
def test_who_thought_so_until_now_was_wrong(said: str, opens: bool) -> None:
    found = gaps(
        f"They talked of the mill.\n\n* * *\n\nThe next day Amos came to Hester. “{said}” said Hester to Amos."
    )
    assert ("Hester misbelief Amos True" in found) is opens


def test_whoever_tells_their_own_story_sees_into_nobody_else() -> None:
    mine = beliefs("I sat by the stove, and Amos came in. I was tired. He despised me.")
    assert "narrator believes + attitude Amos the narrator" in {b.replace("the narrator b", "narrator b") for b in mine}


def test_a_question_at_the_end_denies_nothing() -> None:
    asked = beliefs("“You hate me, don’t you?” said Hester to Amos.")
    assert "Hester wonders + attitude Amos Hester" in asked
