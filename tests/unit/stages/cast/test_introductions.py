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
