"""Surprise told by an echo."""

from __future__ import annotations

from tests.unit.stages.feelings.told import feelings, told

SAID = "<ben>ann:“You are late/ADJ for the wedding/NOUN.”> "


def heard(reply: str) -> list[tuple[str, str | None, str | None]]:
    return [(f.emotion, f.experiencer, f.target) for f in feelings(told("{ann:Ann} and {ben:Ben} met/VERB. " + reply))]


def test_who_repeats_a_word_as_a_question_is_surprised() -> None:
    assert heard(SAID + "<ann>ben:“The wedding/NOUN?”>") == [("surprise", "ann", "ben")]


def test_who_asks_something_else_or_says_more_is_not() -> None:
    assert heard(SAID + "<ann>ben:“Which house/NOUN?”>") == []
    assert heard(SAID + "<ann>ben:“When is the wedding/NOUN?”>") == []
    assert heard(SAID + "<ann>ben:“The wedding/NOUN.”>") == []
    assert heard(SAID + "<ann>ben:“Did the old/ADJ man/NOUN walk/VERB to the wedding/NOUN?”>") == []


def test_who_repeats_own_words_is_not() -> None:
    assert heard(SAID + "<ben>ann:“The wedding/NOUN?”>") == []
