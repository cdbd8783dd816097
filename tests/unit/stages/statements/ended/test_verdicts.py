"""Verdicts on what was told: who is sure of it, and who never meant what they said."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

SURE = "think Hester + feels Amos Hester"
SAID = "“I love you, Amos,” said Hester to Amos.\n\n"
NOT_SO, THOUGHT = "truth Hester - feels Hester Amos", "think Amos - feels Hester Amos"


@pytest.mark.parametrize(
    ("told", "sure"),
    [
        ("Hester hasn't a doubt of it.", True),
        ("Hester hadn't a doubt of it.", True),
        ("Hester had not a doubt of it.", True),
        ("Hester had a doubt of it.", False),
        ("Hester never doubted it.", True),
        ("Hester had never doubted it.", True),
        ("Hester would have staked her life on it.", True),
        ("Hester would have sworn to it.", True),
        ("Hester would have staked her life on the horse.", False),
        ("Hester would have sat on it.", False),
        ("Hester would have doubted it.", False),
    ],
)
def test_who_has_no_doubt_of_it_or_bets_on_it_holds_what_was_told(told: str, sure: bool) -> None:
    assert (SURE in stated(f"Amos loved her. {told}")) is sure


@pytest.mark.parametrize(
    ("so", "sign"),
    [("never been so sure", "+"), ("never been surer", "+"), ("been sure", "+"), ("never been sure", "-")],
)
def test_who_was_never_so_sure_of_it_is_sure_of_it(so: str, sign: str) -> None:
    told = stated(f"Amos hated her. Hester had {so} of it.")
    assert {s for s in told if s.startswith("think")} == {f"think Hester {sign} attitude Amos Hester"}


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("She had not meant a word of it.", {NOT_SO}),
        ("She hadn't meant it.", {NOT_SO}),
        ("She had not meant a word of it, she thought.", {NOT_SO}),
        ("She had not meant a word of it, he thought.", {THOUGHT}),
        ("He thought that she had not meant a word of it.", {THOUGHT}),
        ("She had meant every word of it.", set()),
        ("She had not meant to wake him.", set()),
    ],
)
def test_what_was_not_meant_is_not_so_unless_it_is_only_thought(told: str, verdict: set[str]) -> None:
    assert stated(SAID + told) - {"own Hester + feels Hester Amos > Amos"} == verdict


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ("Anybody would have said that Amos loved her. Hester knew better.", "- feels Amos Hester"),
        ("They all said that Amos hated her. Hester knew better; she had seen him.", "- attitude Amos Hester"),
        ("Ralph and Martha were married, or so the parish believed. Hester knew better.", "- status Martha Ralph"),
    ],
)
def test_who_knows_better_does_not_hold_what_others_do(told: str, holds: str) -> None:
    assert any(s.startswith("think Hester -") and s.split()[3] == holds.split()[1] for s in stated(told))


def test_who_knows_better_than_to_say_so_holds_nothing_new() -> None:
    assert not any(s.startswith("think") for s in stated("Amos loved Martha. Hester knew better than to say so."))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Hester did not see it.", True),
        ("He hummed a tune and went to the window, and the rain fell on the yard, but Hester did not see it.", False),
        ("He came by night, when Hester did not see it.", False),
    ],
)
def test_it_that_is_not_seen_is_what_was_told_last(told: str, found: bool) -> None:
    assert any(s.startswith("ignorant Hester") for s in stated(f"Amos loved Hester. {told}")) is found


@pytest.mark.parametrize(("lines", "found"), [(0, True), (5, False)])
def test_in_a_novel_one_speaks_of_what_was_told_right_before(lines: int, found: bool) -> None:
    between = (
        "The wind rose in the night, and the rain beat upon the shutters of the house until the morning.\n\n" * lines
    )
    told = f"Amos loved Hester.\n\n{between}“I never knew,” said Hester to Amos."
    assert any(s.startswith("ignorant Hester") for s in stated(told, CROWD)) is found
    assert any(s.startswith("ignorant Hester") for s in stated(told))
