"""What is said in passing, by the way or of a third, and what belief and truth must have in common to part."""

from __future__ import annotations

import pytest

from tests.unit.stages.beliefs.test_gaps import beliefs, gaps

HATED = "Hester believes + attitude Amos Hester"


@pytest.mark.parametrize(
    "said",
    [
        "They think you hate me.",
        "You say you hate me.",
        "Look as if you hate me.",
        "If you go, you hate me.",
        "Why do you hate me?",
    ],
)
def test_what_is_said_in_passing_is_not_believed(said: str) -> None:
    assert HATED not in beliefs(f"“{said}” said Hester to Amos.")


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("You hate me.", HATED),
        ("You don’t want to make him angry.", None),
        ("You can’t blame me.", None),
        ("You can trust me.", None),
        ("Amos, don’t be sad.", None),
        ("You care little for me.", "Hester believes - feels Amos Hester"),
    ],
)
def test_advice_and_formulas_are_no_beliefs(said: str, held: str | None) -> None:
    found = {b for b in beliefs(f"“{said}” said Hester to Amos.") if b.startswith("Hester believes")}
    assert found == ({held} if held else set())


def test_nobody_believes_all_that_is_said_of_a_third() -> None:
    told = beliefs("Martha Cole came in. Martha was old.\n\n“Amos hates Hester,” said Hester to Martha.")
    assert not any(b.startswith("Martha Cole") for b in told)


def test_what_somebody_is_taken_to_be() -> None:
    assert "Amos believes + fact Hester None" in beliefs("Amos considered Hester careless.")
    assert not any(" fact " in b for b in beliefs("Amos thought of Hester again."))


def test_what_is_sworn_is_said_and_not_so() -> None:
    there = "Hester thought that Amos hated her. Martha Cole came in. Martha was old.\n\n"
    assert not gaps(there + "Amos swore to Martha that he loved Hester.")
    assert gaps(there + "Amos loved Hester.")


def test_what_is_found_not_to_have_been_so_was_wrong_till_then() -> None:
    before = "Amos despised her, Hester was sure of it.\n\nHester read the letter. So he had {} her after all."
    assert "Hester misbelief Amos True" in gaps(before.format("not despised"))
    assert not gaps(before.format("despised"))


def test_when_somebody_hated_is_no_conclusion() -> None:
    assert HATED not in beliefs("Hester sat still. Amos hated Hester then, in the dark.")


def test_two_who_contradict_each_other_to_the_face_show_no_error() -> None:
    assert not gaps("“I know that you hate me,” said Hester to Amos.\n\n“I do not hate you,” said Amos to Hester.")
    assert "Hester misbelief Amos True" in gaps(
        "Hester thought that Amos hated her.\n\n“I do not hate you,” said Amos to Hester."
    )
