"""Whom narration calls by a noun all through: a noun and a name that are much side by side and hardly ever together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.stages.made import people, words_for
from unspoken.stages.cast.epithets import APART, Score, Sides, firm, noun_key

DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Easter Day", "Christmas Day",
    "Lady Day", "Palm Sunday", "Ash Wednesday", "Good Friday",
)  # fmt: skip
TURNS = "".join(
    f"On {day} Corvin came down to the quay. It was cold. The pedlar put his pack on the wall and whistled.\n\n"
    "The rain went on.\n\n" for day in DAYS
)  # fmt: skip
TALK = "".join(
    f"“Is it {day}?” said Corvin. It was cold.\n\n“It is,” said the pedlar, and went in to the fire.\n\nIt rained.\n\n"
    for day in DAYS
)


def test_a_noun_and_a_name_that_take_turns_are_one() -> None:
    assert "The pedlar" in words_for(TURNS, people(TURNS)["Corvin"])


def test_who_answers_is_not_the_one_who_spoke() -> None:
    assert "the pedlar" not in words_for(TALK, people(TALK)["Corvin"])


def test_who_answers_is_another_though_nobody_else_is_about() -> None:
    text = (
        "Carla sat down at the long table. The wheel was turning already. Carla took up a strip.\n\n“Is it late?” said "
        "Carla.\n\n“It is,” said the girl. The belt moved on.\n\nThe clock struck, and the rain went on."
    )
    assert "the girl" not in words_for(text, people(text)["Carla"])


def test_a_newcomer_is_not_who_is_called_so_otherwise() -> None:
    text = TURNS + "Corvin stood at the window. A pedlar came over the bridge. The pedlar had a red cap and a dog."
    found = words_for(text, people(text)["Corvin"])
    assert "A pedlar" not in found
    assert found.count("The pedlar") == len(DAYS)


def test_more_sentences_with_both_speak_against_one_person() -> None:
    nouns, names = [*range(1, 20, 2)], [*range(0, 20, 2)]
    sides = [Sides([n // 2 if n < 2 * both else n for n in range(20)], {}, 20) for both in range(4)]
    scores = [at.score(nouns, names).apart for at in sides]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] >= APART > scores[2]


def test_the_more_who_speak_in_turn_the_less_they_are_one() -> None:
    nouns, names = [1, 3, 5], [0, 2, 4]
    apart = Sides(range(6), {}, 6).score(nouns, names)
    reply = Sides(range(6), {0: 7, 1: 8}, 6).score(nouns, names)
    assert reply.total < apart.total


def test_where_two_could_be_meant_nobody_is() -> None:
    assert firm({"n1": Score(3.0, 4.0), "n2": Score(3.0, 3.8)}) == frozenset()
    assert firm({"n1": Score(3.0, 4.0), "n2": Score(0.5, 0.8)}) == {"n1"}


def test_the_age_tells_one_noun_from_another() -> None:
    assert noun_key(["tall", "old"], "man") == "old man" != noun_key(["young"], "man")


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20), st.lists(st.integers(0, 60), min_size=1, max_size=20))
def test_what_stands_nowhere_near_is_not_one(nouns: list[int], names: list[int]) -> None:
    sentence = [*(n for n in nouns), *(n + 1000 for n in names)]
    k = len(nouns)
    assert Sides(sentence, {}, 1100).score(range(k), range(k, k + len(names))).total < 0
