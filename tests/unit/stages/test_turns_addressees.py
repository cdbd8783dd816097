"""To whom something is said."""

from __future__ import annotations

from tests.unit.stages.made import who_says
from unspoken.stages.turns.addressees import called
from unspoken.stages.turns.decoding import ADJACENT, FAR

SCENE = "Hester and Amos sat by the stove. Hester was sewing. Amos looked at the fire.\n\n"
TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


def test_who_is_named_with_a_question_and_is_not_there_is_not_spoken_to() -> None:
    told = f"{SCENE}“Who will fetch it?” said Hester.\n\n“Mr. Grey? With his chest?” said Amos.{TAIL}"
    assert [to for _, _, to in who_says(told)][1] == ["Hester"]


def test_of_several_called_the_one_who_has_just_spoken_is_spoken_to() -> None:
    assert called(["ann", "ned"], {"ann", "ned"}, 1, ["ned", "amos"], [FAR, ADJACENT]) == "ned"


def test_who_is_called_and_about_is_spoken_to_without_a_word() -> None:
    assert called(["ann"], {"ann"}, 1, ["ned", "amos"], [FAR, ADJACENT]) == "ann"


def test_who_is_called_is_spoken_to_where_nobody_else_speaks() -> None:
    assert called(["ann"], set(), 0, ["ned"], [FAR]) == "ann"
    assert called(["ann"], set(), 1, ["ned", "amos"], [FAR, FAR]) == "ann"
