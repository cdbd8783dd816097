"""Kin who are told of first, and named in one of the next sentences."""

from __future__ import annotations

from tests.unit.stages.made import people, words_for

TAIL = "\n\n“Then I shall go,” said Gil, and he put down the cup.\n\nThe clock struck."
CARDS = "Nora had two cards to show. The first was to her brother. "


def test_who_acts_after_speech_that_kin_heard_is_the_bearer_of_the_name() -> None:
    text = f"{CARDS}“I am not going,” she said. Gil looked at her over his tea.{TAIL}"
    assert "her brother" in words_for(text, people(text)["Gil"])


def test_who_comes_in_with_a_title_is_somebody_else() -> None:
    text = f"{CARDS}“I am not going,” she said. Mr. Gil looked at her over his tea.{TAIL.replace('Gil', 'Mr. Gil')}"
    assert "her brother" not in words_for(text, people(text)["Mr. Gil"])


def test_who_acts_where_nobody_has_spoken_is_somebody_else() -> None:
    text = f"{CARDS}She put both away. Gil looked at her over his tea.{TAIL}"
    assert "her brother" not in words_for(text, people(text)["Gil"])


def test_he_after_a_letter_is_the_one_who_signs_it() -> None:
    text = (
        "Hester took the letter to the window.\n\nDear Hester,\n\nThey have given me a post here, and a cottage "
        "with it. I have not thanked you yet.\n\nYours truly, A. Ormond\n\nHe had mistaken it, poor man. He had "
        "gone at Easter.\n\n“It is from Mr Ormond,” said Hester."
    )
    found = next(c for c in people(text).values() if "Mr Ormond" in (c.name, *c.aliases))
    assert words_for(text, found).count("He") == 2
