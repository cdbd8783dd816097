"""Ties that phrases with "of" tell, and those that letters tell by how they begin and end."""

from __future__ import annotations

import pytest

from tests.unit.stages.relationships.tale import Tale, tale


def role(made: Tale, a: str = "ann", b: str = "ben") -> tuple[str | None, str | None] | None:
    """What the two are to each other, the first named first."""
    found = made.between(a, b)
    return found.role if found is not None else None


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("{ann:Ann}, the elder sister of {ben:Ben}, came in.", ("sister", "brother")),
        ("“Is that {ann:Ann}, daughter of old {ben:Ben}?”", ("daughter", "father")),
        ("{ann:Ann}, widow of {ben:Ben}, came in.", ("wife", "husband")),
        ("{ann:Ann}, a friend of {ben:Ben}'s, came in.", ("friend", "friend")),
        ("{ann:Ann}, a friend of {ben:Ben}'s mother, came in.", None),
        ("{ann:Ann} saw the master of {ben:Ben} there.", None),
    ],
)
def test_what_somebody_is_of_another(words: str, roles: tuple[str, str] | None) -> None:
    assert role(tale(f"{words} {{ann:Ann}} and {{ben:Ben}} went away.")) == roles


@pytest.mark.parametrize(("negated", "roles"), [(False, ("daughter", "father")), (True, None)])
def test_what_the_subject_is_said_to_be_of_another(negated: bool, roles: tuple[str, str] | None) -> None:
    made = tale("{ann:Ann} was the only child of {ben:Ben}. {ann:Ann} and {ben:Ben} went away.")
    made.clause(
        "Ann was the only child of Ben", "be", "Ann", complement="the only child of Ben", verb="was", negated=negated
    )
    assert role(made) == roles


@pytest.mark.parametrize(
    ("letter", "roles"),
    [
        ("My dear sister, the roof is off again.", ("sister", "brother")),
        ("Little sister, the roof is off again.", ("sister", "brother")),
        ("Reverend Aunt, the roof is off again.", ("aunt", "nephew")),
        ("Reverend Mother, the roof is off again.", None),
        ("Dear Sister Monica, the roof is off again.", None),
        ("Mother is ill again, and the roof is off.", None),
        ("The roof is off again. Ever your loving brother, Ben", ("sister", "brother")),
        ("The roof is off again. Your friend, Ben", ("friend", "friend")),
        ("The roof is off again. Love, Grandpa xx", ("granddaughter", "grandfather")),
        ("The roof is off again, and so is your brother.", None),
    ],
)
def test_what_a_letter_calls_its_reader_and_its_writer(letter: str, roles: tuple[str, str] | None) -> None:
    made = tale(f"{{ann:Ann}} saw that {{ben:Ben}} wrote.\n\n{letter}\n\n{{ann:Ann}} and {{ben:Ben}} met.")
    made.letter(letter, "ben", "ann", True)
    assert role(made) == roles


@pytest.mark.parametrize(("words", "roles"), [("daughter", ("mother", "son")), ("neighbour", None)])
def test_who_writes_says_whose_they_are(words: str, roles: tuple[str, str] | None) -> None:
    made = tale(
        f"{{ann:Ann}} read it.\n\nHello, this is {{ann:Ann}}'s {words.replace('daughter', 'son')}. Wait for me."
    )
    made.letter(made.text.split("\n\n")[1], "ben", "ann", True)
    made.named.append((0, 0, "ben", None))
    assert role(made) == roles


@pytest.mark.parametrize(
    ("letter", "roles"),
    [
        ("Dear Ann, The peas are up and the dog has had her pups. Your loving Ben", ("friend", "friend")),
        ("Dear Miss Vale, The peas are up and the dog has had her pups. Yours truly, B. Hale", None),
        ("The peas are up and the dog has had her pups. Ben", None),
    ],
)
def test_who_writes_to_a_given_name_and_signs_fondly_is_a_friend(letter: str, roles: tuple[str, str] | None) -> None:
    made = tale(f"{{ann:Ann}} saw that {{ben:Ben}} wrote.\n\n{letter}\n\n{{ann:Ann}} and {{ben:Ben}} met.")
    made.letter(letter, "ben", "ann", True)
    assert role(made) == roles
