"""A name spelled in two ways."""

from __future__ import annotations

import pytest

from tests.unit.notes.made import notes, story
from unspoken.layers.entities import Entity
from unspoken.story import Story


def told(usual: str, odd: str, sentence: str = "Then {} left.", times: int = 12) -> Story:
    text = " ".join([f"{usual} sat there."] * times) + " " + sentence.format(odd)
    start = text.rindex(odd)
    entity = Entity("e0", start, start + len(odd), "PER", "PROP", "k0", None, 0.9)
    return story(text, {usual: "she"}, entities=(entity,))


@pytest.mark.parametrize(
    ("usual", "odd"),
    [("Katherine", "Catherine"), ("John", "Jon"), ("Sarah", "Sara"), ("Gallaher", "Galaher"), ("Tournay", "Tourney")],
)
def test_the_odd_spelling_is_shown_beside_the_usual_one(usual: str, odd: str) -> None:
    made = told(usual, odd)
    (note,) = notes(made, "U103")
    assert [made.text[p.start : p.end] for p in note.passages] == [odd, usual]
    assert note.message.startswith(f"{odd} stands here once; everywhere else the name is {usual}.")


@pytest.mark.parametrize(
    ("usual", "odd"),
    [
        ("Charles", "Charlotte"), ("Jane", "June"), ("Tom", "Tim"), ("Paulina", "Pauline"), ("Corley", "Cowley"),
        ("Andrew", "Andy"), ("Musgrove", "Musgroves"), ("Louis", "Louisa"), ("Ada", "Bram"),
    ],
)  # fmt: skip
def test_another_name_is_no_odd_spelling(usual: str, odd: str) -> None:
    assert not notes(told(usual, odd), "U103")


def test_a_name_with_words_of_another_person_beside_it_is_not_told_of() -> None:
    assert not notes(told("Andersen", "Anderson", "They read of Mary {} in the news."), "U103")
    assert not notes(told("Katherine", "Catherine", "They read of {} Howard in the news."), "U103")


def test_two_spellings_that_are_both_used_are_two_people() -> None:
    assert not notes(told("Katherine", "Catherine", "Then {0} left, and {0} came, and {0} sat."), "U103")
    assert not notes(told("Katherine", "Catherine", times=6), "U103")


def test_a_word_that_is_written_small_elsewhere_is_a_word() -> None:
    assert notes(told("Marien", "Maren"), "U103")
    assert not notes(told("Marien", "Maren", "A maren is a boat. Then {} left."), "U103")
