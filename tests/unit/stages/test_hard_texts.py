"""Stories of our own that are hard to read: names that come late, three who talk, two names of one man."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import unspoken

STORIES = Path(__file__).parents[2] / "stories" / "hard"


@cache
def story(name: str) -> unspoken.Story:
    return unspoken.read(STORIES / f"{name}.txt")


def speakers(name: str) -> list[str | None]:
    """Who speaks each quotation, by name."""
    names = {c.id: c.name for c in story(name).characters}
    return [names.get(q.speaker or "") for q in story(name).quotes]


@pytest.mark.parametrize(
    ("name", "narrator"),
    [("late-bookkeeper", "Philippa Danvers"), ("late-brother", "Lucan"), ("late-aunt", "Tobias")],
)
def test_a_narrator_whose_name_comes_late_has_it_from_the_beginning(name: str, narrator: str) -> None:
    told = [c for c in story(name).characters if c.narrator]
    assert [c.name for c in told] == [narrator]
    first = story(name).text.index(narrator.split()[-1])
    assert sum(m.start < first for m in told[0].mentions) > 5


def test_what_the_narrator_says_is_said_under_the_name_that_comes_late() -> None:
    assert speakers("late-bookkeeper")[1::4] == ["Philippa Danvers", "Philippa Danvers"]
    assert speakers("late-aunt")[1] == speakers("late-aunt")[3] == "Tobias"


# None: a reader cannot be sure either
TALK = {
    "three-beans": ["Jonas", "Marit", "Ferdy", "Marit", "Ferdy", "Jonas", None, "Jonas", None, "Ferdy"],
    "three-boat": ["Nell", "Rupert", "Nell", "Rupert", "Agnes", None, "Agnes", "Nell", "Rupert", "Nell"],
}


@pytest.mark.parametrize(("name", "enough"), [("three-beans", 6), ("three-boat", 7)])
def test_most_lines_of_three_without_cues_are_the_right_one_s(name: str, enough: int) -> None:
    pairs = [(true, said) for true, said in zip(TALK[name], speakers(name), strict=True) if true]
    assert sum(true == said for true, said in pairs) >= enough


@pytest.mark.parametrize("name", TALK)
def test_nobody_of_three_calls_themselves(name: str) -> None:
    text = story(name).text
    for quote, said in zip(story(name).quotes, speakers(name), strict=True):
        words = text[quote.start : quote.end]
        assert not (said and any(f"{mark}{said}{end}" in words for mark in (", ", "“") for end in (".”", ",”")))


@pytest.mark.parametrize(
    ("name", "one", "other"), [("alias-scarf", "The stranger", "Silas Vane"), ("alias-letters", "Verax", "Thomas Penn")]
)
def test_two_names_that_are_one_man_s_in_the_end_are_two_until_then(name: str, one: str, other: str) -> None:
    found = {c.name: c for c in story(name).characters}
    assert {one, other} <= set(found)
    assert found[one].first < found[other].first
