"""A role for a name: of few people narration calls one by a name, and then by what he is."""

from __future__ import annotations

from tests.unit.stages.made import people, words_for

VISIT = (
    "“You are not well, Miss Tolley,” said Mr. Hapgood.\n\nThe curate had called about the bells. He had no hat.\n\n"
    "“I am very well,” said Ada Tolley. She went on with the beans.\n\nThe curate sat down on the other chair.\n\n"
    "“That is a pity,” said Mr. Hapgood."
)
TWO = "Mr. Orlop stood at the window. " + VISIT
REPLY = VISIT.replace("The curate sat down on the other chair.", "“Not at all,” said the curate.")
GUEST = VISIT.replace("The curate had called", "A curate had called")
NAMED = VISIT.replace("on the other chair", "beside Mr. Hapgood")


def test_a_role_that_nobody_else_there_can_have_is_the_one_named() -> None:
    assert words_for(VISIT, people(VISIT)["Mr. Hapgood"]).count("The curate") == 2


def test_where_two_are_named_or_one_comes_in_nobody_is_the_curate() -> None:
    for text in (TWO, GUEST):
        assert "The curate" not in words_for(text, people(text)["Mr. Hapgood"]), text


def test_who_answers_or_stands_beside_it_is_another() -> None:
    for text in (REPLY, NAMED):
        assert "The curate" not in words_for(text, people(text)["Mr. Hapgood"]), text
