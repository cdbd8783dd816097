"""Kisses, pardons and weddings that no verb tells, and who meet again after years."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from tests.unit.stages.relationships.tale import tale
from tests.unit.stages.relationships.test_phrases import ROOM
from unspoken.layers.keys import RELATIONSHIPS

BOTH = "{ann:Ann} and {ann:Ann} saw {ben:Ben} and {ben:Ben}. "


def types(text: str) -> list[str]:
    found = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    return sorted(e.type for r in found for e in r.events)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("{ben:Ben} put {ben:his} mouth on hers and held it there.", ["kiss"]),
        ("{ben:His} lips found {ann:Ann's}.", ["kiss"]),
        ("Their lips met.", ["kiss"]),
        ("{ben:Ben} laid {ben:his} mouth on her hand.", []),
        ("{ben:Ben} imagined it: a yard of carpet, {ben:his} mouth on hers.", []),
        ("{ben:He} would not have put {ben:his} mouth on hers.", []),
        ("It was as when first {ben:his} lips met {ann:Ann's}.", []),
    ],
)
def test_mouths_that_meet_are_a_kiss(told: str, expected: list[str]) -> None:
    found = tale(BOTH + told).between("ann", "ben")
    assert ([e.type for e in found.events] if found else []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hester fell in love with Amos. Hester and Amos were pronounced man and wife.", ["marry"]),
        ("Hester and Amos began an affair.", ["couple"]),
        ("Hester and Amos were both shouting.", ["quarrel"]),
        ("Hester and Amos did everything together.", ["befriend"]),
        ("Hester told Amos everything.", ["confess"]),
        ("Hester told Amos everything about bees.", []),
        ("Amos read aloud. In the last chapter Hester quarrelled with Amos.", []),
        ("“Is it late?” said Hester to Amos. Amos apologised.", ["apologise"]),
        ("“It is late,” Amos apologised.", []),
        ("Hester pulled the blanket over Amos’s head.", []),
        ("Hester buried Amos in the sand.", []),
        ("Amos married Hester and her sister off to two merchants.", []),
    ],
)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert types(text) == expected


def test_a_priest_weds_two() -> None:
    made = tale(BOTH + "{cam:Cam} married them.")
    made.clause("Cam married them", "marry", "Cam", "them")
    found = made.between("ann", "ben")
    assert found is not None
    assert [e.type for e in found.events] == ["marry"]


@pytest.mark.parametrize(
    ("words", "expected"), [("four minutes", ["marry"]), ("forty years", []), ("the old days", [])]
)
def test_a_husband_of_minutes_has_just_been_married(words: str, expected: list[str]) -> None:
    assert types(f"Hester threw her hat. Amos, her husband of {words}, caught it.") == expected


def test_what_is_read_out_is_no_word_of_love() -> None:
    assert types("“I love you,” Amos read to Hester.") == []


def test_a_touch_of_the_one_who_was_wronged_forgives() -> None:
    said = "“I am sorry I shouted,” said Amos to Hester. "
    assert types(said + "Hester hugged Amos.") == ["apologise", "forgive"]
    assert types(said + "Hester looked at Amos.") == ["apologise"]
    refused = "“I can never forgive you,” said Hester to Amos. "
    assert "forgive" not in types(said + refused + "Hester hugged Amos.")


def test_an_apology_that_is_told_may_be_accepted() -> None:
    assert types("Amos apologised to Hester. “I accept,” said Hester to Amos.") == ["apologise", "forgive"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They had not seen each other for ten years when Hester met Amos by the bridge.", ["reunite"]),
        ("Hester had not seen Amos for ten years. The rain went on.", []),
    ],
)
def test_who_have_not_met_for_years_meet_again(text: str, expected: list[str]) -> None:
    assert types(text) == expected
