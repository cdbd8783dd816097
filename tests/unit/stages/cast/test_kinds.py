"""What a noun right before a name tells of who or what bears it."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import people

TAIL = " Hester sat by the stove.\n\nThe clock struck, and the rain went on against the glass until the evening."


def kind(text: str, name: str) -> str | None:
    found = people(text + TAIL).get(name)
    return None if found is None else found.kind


@pytest.mark.parametrize(("noun", "what"), [("", None), ("the witch ", "person"), ("her uncle ", "person")])
def test_a_name_after_a_noun_for_people_is_somebodys(noun: str, what: str | None) -> None:
    assert kind(f"They rode to {noun}Marlock at dusk.", "Marlock") == what


@pytest.mark.parametrize("name", ["Tatters", "Rex", "Rufus"])
@pytest.mark.parametrize("noun", ["his dog", "the cat"])
def test_a_name_after_a_noun_for_animals_is_an_animals_though_people_bear_it_too(noun: str, name: str) -> None:
    assert kind(f"Amos looked for {noun} {name} in the yard.", name) == "animal"


def test_what_an_animal_is_called_says_nothing_of_who_owns_it() -> None:
    assert kind("Amos looked for the dog of Rufus in the yard.", "Rufus") == "person"


@pytest.mark.parametrize(
    "text",
    [
        "By noon all Marlock had heard of it.",
        "The vicar of Marlock shut the door, and the vicar of Marlock locked it.",
        "They sailed past Santa Marlock at dusk.",
        "The tug Marlock lay at the quay, and Marlock was old.",
        "A winter on Marlock lasted nine years.",
        "Amos lay underneath Marlock with his boots sticking out.",
    ],
)
def test_a_name_that_is_a_seat_a_saints_or_a_vessels_is_nobodys(text: str) -> None:
    assert not any("Marlock" in name for name in people(text + TAIL))


@pytest.mark.parametrize("name", ["Jupiter", "Michaelmas", "Lent"])
def test_planets_and_feasts_are_nobody(name: str) -> None:
    assert kind(f"Amos looked up at {name} through the glass. Ralph spoke of {name} too.", name) is None


@pytest.mark.parametrize(("told", "what"), [("who was wet", "person"), ("which was wet", None)])
def test_only_somebody_is_who(told: str, what: str | None) -> None:
    text = "The second was Tarn Corrow. It rained. “I never had the schooling of Corrow,” said Amos. Tarn, {}, waited."
    assert kind(text.format(told), "Tarn Corrow") == what


@pytest.mark.parametrize("said", ["returned the Dowager", "the Dowager returned", "returned Dowager"])
def test_whoever_stands_beside_a_verb_of_saying_speaks(said: str) -> None:
    assert kind(f"Amos shut the door. “It is late,” {said}, and rose.", "Dowager") == "person"


@pytest.mark.parametrize(("age", "what"), [("old", "person"), ("young", "person"), ("the old", None)])
def test_old_so_and_so_is_somebody(age: str, what: str | None) -> None:
    assert kind(f"Amos saw what {age} Garrow had become in a night.", "Garrow") == what
