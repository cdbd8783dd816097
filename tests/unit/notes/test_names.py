"""Names that are easily confused."""

from __future__ import annotations

import pytest

from tests.unit.notes.made import BREAK, notes, story
from unspoken.layers.characters import CharacterMention
from unspoken.notes.names import confusable
from unspoken.notes.sounds import distance, sound
from unspoken.story import Story


def talk(one: str, other: str, between: str = " ", sure: int = 9) -> Story:
    each = " ".join(f"{{0}} sat by the fire, {n} minutes long." for n in range(sure))
    text = f"{each.format(one)} “Yes.” “No.”{between}{each.format(other)} “Yes.” “No.”"
    return story(text, {one: "she", other: "she"}, [one, one, other, other])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marian", "Marion"), ("Jane", "Jean"), ("Harris", "Harriss"), ("Kate", "Cate"), ("Rory", "Rorie")],
)
def test_names_that_look_or_sound_alike_are_told_of(one: str, other: str) -> None:
    (note,) = notes(talk(one, other), "U102")
    assert set(note.people) == {one, other}
    assert len(note.passages) == 2


@pytest.mark.parametrize(
    ("one", "other"), [("Ada", "Bram"), ("Mary", "Martha"), ("Sam", "Pam"), ("Henrietta", "Harriet"), ("Ann", "Al")]
)
def test_others_are_not(one: str, other: str) -> None:
    assert not notes(talk(one, other), "U102")


def test_who_never_meets_is_not_confused() -> None:
    assert notes(talk("Marian", "Marion"), "U102")
    assert not notes(talk("Marian", "Marion", BREAK), "U102")


def test_a_name_that_is_seldom_used_confuses_nobody() -> None:
    assert not notes(talk("Marian", "Marion", sure=3), "U102")


def test_a_surname_that_both_bear_tells_nothing() -> None:
    told = story(
        " ".join(f"Ada Hume and Bram Hume sat there at {n}." for n in range(12)) + " “Yes.” “No.” “Yes.” “No.”",
        {"Ada Hume": "she", "Bram Hume": "he"},
        ["Ada Hume", "Bram Hume"] * 2,
    )
    assert not notes(told, "U102")


def test_what_only_speech_calls_somebody_may_be_a_pet_name() -> None:
    text = " ".join(["“Marion,” she said, and “Marion” again. Marian laughed at it."] * 9)
    told = story(text, {"Marian": "she", "Marion": "she"}, ["Marian", "Marion"] * 9)
    assert all(isinstance(m, CharacterMention) for m in told.characters[1].mentions)
    assert not notes(told, "U102")


def test_sounds() -> None:
    assert sound("Catherine") == sound("Katherine") == sound("Kathryn")
    assert sound("Philip") == sound("Filip")
    assert sound("Sean") == sound("Shaun")
    assert sound("Geoffrey") == sound("Jeffrey")
    assert sound("Anna") != sound("Hanna")
    assert sound("") == ""


def test_distance_counts_letters_and_swaps() -> None:
    assert (distance("ada", "ada"), distance("jon", "john"), distance("brian", "brain"), distance("", "ab")) == (
        0,
        1,
        1,
        2,
    )
    assert not confusable("Ada", "Ada")
