"""Whether a noun with "a" tells of somebody new."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import people, words_for

TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def test_a_noun_deep_in_a_sentence_is_nobody_new() -> None:
    text = (
        "Ned had gone down to the mill. He was late.\n\nRuth sat in the dark. She thought of the rain, and the stairs, "
        f"and a man asleep. He had not heard. He had been deaf all summer.{TAIL}"
    )
    assert words_for(text, people(text)["Ned"]) == ["Ned", "He", "He", "He"]


def test_a_pronoun_in_the_sentence_of_such_a_noun_means_nobody() -> None:
    text = (
        "Ned was in the yard. Ruth talked of a dead sailor whom she had never met, and laughed at him. He was deaf. "
        f"He was shy.{TAIL}"
    )
    assert words_for(text, people(text)["Ned"]) == ["Ned", "He", "He"]


@pytest.mark.parametrize(
    "text",
    [
        "Ned lay by the wall, and Ruth slept. A man came in with a lamp. He was wet. He sat down, and his boots ran.",
        "Ned lay by the wall. Ruth saw a man in the lane. He was wet. He sat down, and his boots ran.",
        "Ned lay by the wall. Ruth talked of a man from Hull. He was wet. The man had boots that ran.",
    ],
)
def test_who_does_something_is_seen_or_is_told_of_again_is_somebody(text: str) -> None:
    assert len(people(text + TAIL)) == 3


def test_who_has_just_been_told_of_by_a_noun_is_made_known_by_being_somebody() -> None:
    text = (
        "It rained that day. Mr. Vale led his bride out of Long Acre church. She was a Miss Tern, of Bath, with a "
        f"squint. Dorothea had thrown her handful of wheat.{TAIL}"
    )
    assert words_for(text, people(text)["Miss Tern"]) == ["his bride", "She", "Miss Tern"]


def test_who_was_spoken_to_by_a_noun_and_answers_by_a_name_is_one() -> None:
    text = (
        "Ruth told the vicar about the ring.\n\n“A ring?” said Mr Orme.\n\nRuth cried. The vicar gave her a "
        f"chair.{TAIL}"
    )
    assert words_for(text, people(text)["Mr Orme"]) == ["the vicar", "Mr Orme", "The vicar"]


def test_who_speaks_before_anybody_is_spoken_to_is_not_the_one_told() -> None:
    text = (
        "‘It is four flights,’ said Klara.\n\n‘It is slow,’ Ruth told the nurse.\n\nThe nurse nodded at Klara. "
        f"Ruth looked at the stairs.{TAIL}"
    )
    assert "the nurse" not in words_for(text, people(text)["Klara"])


@pytest.mark.parametrize(("goes_on", "who"), [("wrote that the sea was cold", "Edith"), ("wrote back", "Ruth")])
def test_who_writes_is_the_one_from_whom_a_letter_came(goes_on: str, who: str) -> None:
    text = f"Ruth wept. There was a letter from Edith. She {goes_on}. Ruth shut the door.{TAIL}"
    assert "She" in words_for(text, people(text)[who])
