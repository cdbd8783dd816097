"""Names taken apart."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import people
from unspoken.stages.cast.names import is_family, name_type, whole

TAIL = "\n\nThe clock struck, and the rain went on against the glass until the evening."


@pytest.mark.parametrize(
    ("name", "words", "titles"),
    [
        ("Mr. van der Brandt", ("van der brandt",), {"mr"}),
        ("Henrik van der Brandt", ("henrik", "van der brandt"), set()),
        ("Madame de la Tour", ("de la tour",), {"madame"}),
        ("Van Helden", ("van", "helden"), set()),
        ("Dr. Amos Grey", ("amos", "grey"), {"dr"}),
    ],
)
def test_small_words_inside_a_surname_belong_to_it(name: str, words: tuple[str, ...], titles: set[str]) -> None:
    kind = name_type(name)
    assert (kind.words, kind.titles) == (words, titles)


@pytest.mark.parametrize(
    ("surface", "before", "many"),
    [
        ("Crooms", "the", True),
        ("Captains Hart", "of", True),
        ("Miss Crooms", "saw", True),
        ("Birches", "the", True),
        ("Crooms", "said", False),
        ("Thomas", "the", False),
    ],
)
def test_a_family_is_no_person(surface: str, before: str, many: bool) -> None:
    assert is_family(surface, before, {"croom", "hart", "birch"}) is many


def test_husband_and_wife_with_a_surname_of_several_words_are_two() -> None:
    cast = people(
        "Mr. van der Brandt stopped on the stair. Mrs. van der Brandt had gone up before him with a candle.\n\n"
        "“The bridge is down,” Mr. van der Brandt said.\n\n“Then nobody will come,” said Mrs. van der Brandt." + TAIL
    )
    assert {"Mr. van der Brandt", "Mrs. van der Brandt"} <= set(cast)


def test_cries_are_nobodys_names() -> None:
    text = (
        "Ned came in. “Hulloa,” he said to the dog.\n\n“Dieu,” cried Ruth, “how wet you are.”\n\n“Heigho, Ruth,” said "
        f"Ned, and Ruth said Dieu once more, and Ned cried Hulloa to her.{TAIL}"
    )
    assert {name for name in people(text) if name[0].isupper()} == {"Ned", "Ruth"}


def test_hyphens_at_which_lines_once_ended_are_no_part_of_names() -> None:
    names = ["Hester Pyle", "Hes-ter", "Miss Py-le", "Anne-Marie", "Anne", "Jean-luc"]
    assert whole(names) == ["Hester Pyle", "Hester", "Miss Pyle", "Anne-Marie", "Anne", "Jean-luc"]
