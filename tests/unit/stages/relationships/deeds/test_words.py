"""More of what is done by saying it, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import tale

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "
TALK = '<ann>ben:"Is it far?"> <ben>ann:"A mile."> ' * 3


def types(told: str) -> list[str]:
    found = tale(BOTH + told).between("ann", "ben")
    return [e.type for e in found.events] if found else []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Sorry about the fence, Ben.", ["apologise"]),
        ("Sorry.", ["apologise"]),
        ("Sorry?", []),
        ("Sorry, we are shut.", []),
        ("All he is is sorry.", []),
        ("I behaved like a pig.", ["apologise"]),
        ("He behaved like a pig.", []),
        ("I ask your pardon.", ["apologise"]),
        ("I take back every word.", ["apologise"]),
        ("I've come to apologise.", ["apologise"]),
        ("I have finished with hating you.", ["forgive"]),
        ("We'll say no more about it.", ["forgive"]),
        ("I don't hate you.", []),
        ("It was me told the warden.", ["confess"]),
        ("It was me you told before.", []),
        ("I'm not who you think I am.", ["confess"]),
        ("I'm in love with her.", ["confess"]),
        ("I can't stop thinking about you.", ["confess"]),
        ("I'm giving you back the ring, Ben.", ["break_up"]),
        ("I will not marry you.", ["break_up"]),
        ("I will marry you.", ["couple"]),
        ("If it's yes, you may stay.", []),
        ("The answer, Ben, is yes.", ["couple"]),
        ("I thought you were dead.", ["reunite"]),
        ("It's been ten years.", ["reunite"]),
        ("It's been ten minutes.", []),
    ],
)
def test_what_is_said_is_done(said: str, expected: list[str]) -> None:
    assert types(f'<ann>ben:"{said}">') == expected


def test_an_apology_may_be_accepted() -> None:
    assert types('<ann>ben:"I am sorry I shouted."> <ben>ann:"I accept.">') == ["apologise", "forgive"]


def test_who_has_talked_for_long_is_not_met_again() -> None:
    assert types(TALK + '<ann>ben:"I thought you were dead.">') == []


@pytest.mark.parametrize(
    ("said", "answered", "expected"),
    [
        ("It was mine, you thieving little clerk!", "Say that again outside.", ["quarrel"]),
        ("You hypocrite! Take that back.", "What do you mean?", ["quarrel"]),
        ("You poor fool, sit down.", "What do you mean?", []),
        ("You dear old fraud.", "What do you mean?", []),
        ("Take the hat back, will you?", "What do you mean?", []),
    ],
)
def test_insults_are_hot(said: str, answered: str, expected: list[str]) -> None:
    assert types(f'<ann>ben:"{said}"> <ben>ann:"{answered}">') == expected
