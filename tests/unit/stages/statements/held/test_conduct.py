"""What is done to people tells how they are regarded, and what is supposed of others in words that name no heart."""

from __future__ import annotations

import pytest

from tests.unit.stages.statements.stated import stated

WRONGED = "say Hester + attitude Amos Hester > Amos"


@pytest.mark.parametrize("said", ["You sold me to the bank.", "You lied to us.", "You can't take your eyes off me."])
def test_who_tells_what_was_done_to_them_tells_how_they_are_regarded(said: str) -> None:
    held = {WRONGED, WRONGED.replace("attitude", "feels")}
    assert not held.isdisjoint(stated(f"“{said}” said Hester to Amos."))


@pytest.mark.parametrize("said", ["Let me down.", "You took the knife away from me.", "Don't you talk to me."])
def test_orders_and_mishaps_tell_nothing(said: str) -> None:
    assert WRONGED not in stated(f"“{said}” said Hester to Amos.")


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("I thought you had dropped us.", "retract Hester + attitude Amos Hester > Amos"),
        ("I thought you would be ashamed of me.", "retract Hester + feels Amos > Amos"),
        ("You might have told me that you hated me.", "think Hester + attitude Amos Hester > Amos"),
        ("I dare say you hate me.", "think Hester + attitude Amos Hester > Amos"),
        ("I never want to see you again.", "own Hester + attitude Hester Amos > Amos"),
        ("I knew it all along.", "stance Amos + knows Hester"),
    ],
)
def test_what_is_supposed_and_owned_to(said: str, held: str) -> None:
    assert held in stated(f"“{said}” said Hester to Amos.")


def test_who_goes_out_believing_another_asleep_thinks_that_they_do_not_know() -> None:
    assert stated("Hester went out, believing Amos asleep.") == {"stance Hester - knows Amos"}
