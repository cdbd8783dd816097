"""Surnames that only speech and letters tell: "Mr Reed", said to Conrad, and Mrs Reed, who is his wife."""

from __future__ import annotations

from tests.unit.stages.made import people
from unspoken.layers.characters import Pronouns
from unspoken.layers.mentions import Cast, Member, Relation
from unspoken.stages.identities.surnames import titled, untitled, wives

TALK = (
    "Conrad lifted the lid of the stove. Edwin put in the coal.\n\n“The damper is shut, Mr Reed,” said Edwin.\n\n"
    "“It is not,” said Conrad.\n\n“It is, sir. I can smell it.”\n\nConrad looked, and Edwin laughed at him."
)
GENDERS: tuple[Pronouns, ...] = ("he", "she", "she")


def cast(*names: str, wife: bool = True) -> Cast:
    members = tuple(Member(f"n{k}", (n,), "person", GENDERS[k], False) for k, n in enumerate(names))
    return Cast(members, (), (), (Relation("n0", "wife", "n1"),) if wife else ())


def test_a_surname_that_is_only_called_is_of_who_answers() -> None:
    assert people(TALK)["Conrad"].aliases == ("Mr Reed",)


def test_who_has_another_surname_is_not_called_so() -> None:
    assert "Mr Reed" not in people(TALK.replace("Conrad lifted", "Conrad Holt lifted"))["Conrad Holt"].aliases


def test_the_wife_of_mr_reed_is_mrs_reed() -> None:
    into: dict[str, str] = {}
    wives(cast("Conrad Reed", "Anna", "Mrs Reed"), into)
    assert into == {"n2": "n1"}


def test_without_a_word_of_a_wife_nobody_is_taken_for_her() -> None:
    into: dict[str, str] = {}
    wives(cast("Conrad Reed", "Anna", "Mrs Reed", wife=False), into)
    assert into == {}


def test_a_wife_with_a_surname_of_her_own_is_somebody_else() -> None:
    into: dict[str, str] = {}
    wives(cast("Conrad Reed", "Anna Holt", "Mrs Reed"), into)
    assert into == {}


def test_titles_and_given_names_are_told_apart() -> None:
    assert titled(("Mr Reed", "Mr. Reed"))
    assert not titled(("Mr Conrad Reed",))
    assert not titled(())
    assert untitled(("Conrad",))
    assert not untitled(("Conrad Reed",))
    assert not untitled(("Mr Reed",))


def test_a_surname_in_a_letter_is_of_whom_it_came_for() -> None:
    text = (
        "Conrad slept in the loft that spring. On Friday a letter came for Conrad.\n\nDear Mr Reed, The wall is down "
        "again, and we want you for a week. Yours truly, E. Holt\n\nConrad read it twice, and then he laced his boots."
    )
    assert "Mr Reed" in people(text)["Conrad"].aliases
