"""Ways in which a text says that somebody thinks something, and what is none; each with a counterpart."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import ROOM, beliefs, gaps
from tests.unit.stages.made import document_with
from unspoken.layers.keys import CHARACTERS, FEELINGS

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
        "Hester had no idea that Amos hated her.",
        "Hester thought that Amos was laughing at the dog.",
        "Hester thought that Amos was a kind of clerk.",
        "Hester knew that Amos had pushed the hair away from her face.",
        "Hester remembered that Amos used to sing to her.",
        "Hester thought that Amos had left her a letter.",
        "“You must not hate me,” said Hester to Amos.",
        "“You must forgive me,” said Hester to Amos.",
    ],
)
def test_what_is_not_thought(text: str) -> None:
    assert not any(b.split(" + ")[-1].startswith("attitude Amos") for b in beliefs(text))


def test_the_narration_knows_what_tears_are_in_whose_eyes() -> None:
    told = beliefs("Hester thought that Amos loved her. Amos despised Hester for the tears in her eyes.")
    assert "Hester believes - feels Amos Hester" not in told


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
    assert "Martha Cole believes + attitude Amos Hester" in beliefs(there + said.format("does"))
    other = said.replace("“He {}", "“I {}").format("do not")
    assert "Martha Cole believes - attitude Amos Hester" not in beliefs(there + other)


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
    assert any(b.endswith("believes + attitude Amos the narrator") for b in mine)


@pytest.mark.parametrize("tag", ["don’t you", "do you not"])
def test_a_question_at_the_end_denies_nothing(tag: str) -> None:
    assert "Hester wonders + attitude Amos Hester" in beliefs(f"“You hate me, {tag}?” said Hester to Amos.")


@pytest.mark.parametrize(("after", "opens"), [("", True), (" in front of the fire", False)])
def test_who_would_have_to_be_put_right_is_wrong(after: str, opens: bool) -> None:
    found = gaps(f"Hester thought that Amos loved her. He had not the heart to put her right{after}.")
    assert any(g.startswith("Hester misbelief Amos") for g in found) is opens


def test_what_is_only_thought_of_another_is_no_feeling_that_is_so() -> None:
    def told(text: str) -> set[bool]:
        document = document_with(ROOM + text, CHARACTERS, FEELINGS)
        return {f.hypothetical for f in document[FEELINGS] if f.emotion == "love"}

    assert told("It seemed to Hester that Amos loved her.") == {True}
    assert told("Hester felt that she loved Amos.") == {False}
