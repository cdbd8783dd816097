"""What the narration reports that somebody says of their own heart."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Amos told Hester that he hated her.", "own Amos + attitude Amos Hester > Hester"),
        ("Amos told Martha that he hated Hester.", "own Amos + attitude Amos Hester > Martha"),
        ("Amos told Martha that he did not love Hester.", "own Amos - feels Amos Hester > Martha"),
        ("Amos confessed to Martha that he loved Hester.", "own Amos + feels Amos Hester > Martha"),
        ("Amos complained to Martha that he hated Hester.", "own Amos + attitude Amos Hester > Martha"),
        ("Amos confided to Martha that he loved Hester.", "own Amos + feels Amos Hester > Martha"),
        ("Hester said that she loved Amos.", "own Hester + feels Hester Amos"),
    ],
)
def test_what_somebody_tells_of_the_own_heart_is_said_and_not_told_as_true(text: str, what: str) -> None:
    assert stated(text) == {what}


@pytest.mark.parametrize(
    "text",
    [
        "Amos never told Martha that he hated Hester.",
        "Amos did not tell Martha that he hated Hester.",
        "Amos would tell Martha that he hated Hester.",
        "Amos might have told Martha that he hated Hester.",
        "Did Amos tell Martha that he hated Hester?",
        "Amos told Martha that Hester hated him.",
        "“I told Martha that I hated Hester,” said Amos to Ralph.",
    ],
)
def test_what_is_not_told_or_of_another_heart_or_told_in_speech_is_not_said(text: str) -> None:
    assert not {s.split()[0] for s in stated(text)} & {"own", "truth"}


@pytest.mark.parametrize(
    "text",
    [
        "Hester supposed that Amos thought Martha stupid.",
        "Hester believed that Amos thought that Martha hated him.",
        "Hester feared that Amos believed that Martha despised him.",
    ],
)
def test_what_another_only_supposes_somebody_to_think_is_not_what_they_think(text: str) -> None:
    assert not any(" Amos " in f" {what.split(' + ')[0].split(' - ')[0]} " for what in stated(text))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Did you think I hated you?", {"retract Amos + attitude Hester Amos > Amos", "stance Hester + knows Amos"}),
        ("You thought I hated you?", {"retract Amos + attitude Hester Amos > Amos"}),
        ("Do you think I hate you?", set[str]()),
    ],
)
def test_who_asks_whether_the_other_thought_so_of_the_own_heart_denies_it(words: str, kinds: set[str]) -> None:
    assert stated(f"“{words}” said Hester to Amos.") == kinds


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Amos could not think why Hester hated him.", {"+"}),
        ("“I cannot imagine why you hate Bram,” said Amos to Hester.", {"+"}),
        ("Amos could not imagine how Hester could hate Bram.", set()),
        ("Amos did not think that Hester hated him.", {"-"}),
    ],
)
def test_who_cannot_think_why_it_is_so_thinks_that_it_is(text: str, held: set[str]) -> None:
    assert {s.split()[2] for s in stated(text) if s.startswith("think Amos")} == held
