"""What the narration tells of a heart by itself: as it is, as somebody comes to think, or as both."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import CROWD, stated

HATES, LOVES = "+ attitude Amos Hester", "+ feels Amos Hester"
THOUGHT, SO = f"think Hester {HATES}", f"truth Amos {HATES}"


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("So he hated her.", {THOUGHT}),
        ("He hated her, then.", {THOUGHT}),
        ("He hated her, after all.", {THOUGHT}),
        ("He hated her!", {THOUGHT}),
        ("He had hated her all along.", {THOUGHT, SO}),
        ("He did hate her.", {THOUGHT, SO}),
        ("He had loved her all along.", {f"think Hester {LOVES}", f"truth Amos {LOVES}"}),
        ("He did love her.", {f"think Hester {LOVES}", f"truth Amos {LOVES}"}),
        ("So did he.", set()),
        ("So he shut the door.", set()),
    ],
)
def test_a_conclusion_is_a_belief_and_what_somebody_finds_is_so_as_well(told: str, what: set[str]) -> None:
    assert stated(f"Hester looked at him. {told}") == what


@pytest.mark.parametrize(
    ("told", "so"),
    [("He hated her.", SO), ("So far he hated her.", SO), ("He did not love her.", "truth Amos - feels Amos Hester")],
)
def test_what_is_told_of_the_one_it_follows_is_so(told: str, so: str) -> None:
    assert stated(f"Amos felt the cold, and remembered the farm. Hester looked at him. {told}") == {so}


def test_how_two_stand_is_concluded_too() -> None:
    told = "Martha was there. Hester felt sick as she saw him. So he was married to Martha."
    assert stated(told) == {"think Hester + status Amos Martha"}


@pytest.mark.parametrize(
    ("so", "thinks"), [("so sure", True), ("surer", True), ("more certain", True), ("sure", False)]
)
def test_who_was_never_so_sure_is_sure(so: str, thinks: bool) -> None:
    told = stated(f"Hester had never been {so} of anything. He hated her.")
    assert (THOUGHT in told) is thinks


@pytest.mark.parametrize("on", ["and nobody knew", "and the dog barked", "and Martha came in"])
def test_what_goes_on_after_a_tag_is_not_what_is_thought(on: str) -> None:
    assert THOUGHT in stated(f"Amos hated her, Hester thought, {on}.")


def test_whose_thought_an_i_is_is_not_asked_without_end() -> None:
    assert stated("Hester sat down. I thought, I knew.") == set()


def test_a_novel_tells_a_heart_itself_unless_it_says_who_thinks_so() -> None:
    assert THOUGHT in stated("Hester thought of the farm. Amos hated her.")
    assert THOUGHT not in stated("Hester thought of the farm. Amos hated her.", CROWD)
    assert "think Hester + attitude Amos Martha" in stated("Amos hated Martha, Hester thought.", CROWD)


def test_what_is_only_compared_is_not_so() -> None:
    assert stated("Amos kissed her hand as though he loved her.", CROWD) == set()
