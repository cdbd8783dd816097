"""Whom common nouns mean that may mean anybody: "the girl", "this man"."""

from __future__ import annotations

from tests.unit.stages.made import people, words_for

END = "\n\nThe clock struck."


def test_the_girl_is_nobody_with_a_title_of_grown_people() -> None:
    text = (
        "Silas walked to the door. He looked at the yard, and he shut the window. Nora came in with Mrs. Renshaw, and "
        "Mrs. Renshaw sat down. She was cross. She wanted her tea.\n\n“Stay,” said Mrs. Renshaw.\n\nSilas smiled at "
        f"the girl.{END}"
    )
    assert "the girl" not in words_for(text, people(text)["Mrs. Renshaw"])
    told = text.replace("the girl", "the lady")
    assert "the lady" in words_for(told, people(told)["Mrs. Renshaw"])


def test_this_man_is_the_one_in_view_whatever_is_told_of_him() -> None:
    text = (
        "Ruth had not slept. Mr. Orme stood at the gate. He was wet, and he shook his stick. Ruth looked at this man "
        f"who had ruined her.{END}"
    )
    assert "this man" in words_for(text, people(text)["Mr. Orme"])


def test_a_noun_is_not_who_thinks_of_it() -> None:
    text = (
        "Ned was in the yard with Mr. Orme. Ned was sorry. Ned sat on the wall. Ned was sure that the boy had lied, "
        f"and Mr. Orme went home.{END}"
    )
    assert "the boy" not in words_for(text, people(text)["Ned"])


def test_who_is_singled_out_is_whom_the_next_pronoun_means() -> None:
    text = (
        "Nora and Una shared the flat above the shop, and they had quarrelled for a week about the cat. Nora slammed "
        f"doors. It was Una who put a stop to it. She walked into the kitchen and said sorry.{END}"
    )
    assert words_for(text, people(text)["Una"]) == ["Una", "Una", "She"]
