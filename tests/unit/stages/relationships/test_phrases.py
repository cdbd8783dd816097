"""Common ways to say what happens between two people, read from their words."""

from __future__ import annotations

import pytest

from tests.unit.stages.made import document_with
from unspoken.layers.keys import RELATIONSHIPS

ROOM = "Hester sat by the stove. Amos came in and stood by the door. Both had lived in the valley for years.\n\n"


def course(text: str) -> tuple[list[str], str | None]:
    """The events between the two, and how they stand at the end."""
    (found,) = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    stands = [moment.status for moment in found.timeline if moment.status is not None]
    return [event.type for event in found.events], stands[-1] if stands else None


@pytest.mark.parametrize(
    ("text", "events", "status"),
    [
        ("Hester never spoke to Amos again.", [], "estranged"),
        ("Hester and Amos were inseparable.", [], "close"),
        ("Hester gave Amos back his ring.", ["break_up"], "broken_up"),
        ("Hester fell out with Amos.", ["quarrel"], "strained"),
        ("Hester and Amos parted for ever.", ["part"], None),
        ("Hester and Amos had words.", ["quarrel"], "strained"),
        ("Hester and Amos went at it for an hour.", ["quarrel"], "strained"),
        ("Hester and Amos flew at each other.", ["quarrel"], "strained"),
        ("Hester and Amos exchanged bitter words.", ["quarrel"], "strained"),
        ("Hester and Amos had always been close.", [], "close"),
        ("Hester and Amos were closer than ever.", [], "close"),
        ("Amos sold Hester out to the police.", ["betray"], "strained"),
        ("Amos was Hester's husband. Amos was killed in the war.", ["die"], "widowed"),
    ],
)
def test_what_happens_is_told_and_where_it_leaves_them(text: str, events: list[str], status: str | None) -> None:
    assert course(text) == (events, status)


@pytest.mark.parametrize(
    "text", ["Amos was Hester's husband. Amos was nearly killed.", "It struck Hester as odd of Amos."]
)
def test_what_nearly_happens_or_is_only_a_phrase_is_no_event(text: str) -> None:
    found = document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS]
    assert not any(relationship.events for relationship in found)


@pytest.mark.parametrize(
    ("text", "events", "status"),
    [
        ("Neither of them spoke one word to the other.", [], "estranged"),
        ("Neither spoke one word to the other.", [], "estranged"),
        ("Neither of them spoke to the other again.", [], "estranged"),
        ("Neither of them had spoken to the other for years.", [], "estranged"),
        ("They never spoke another word to each other.", [], "estranged"),
        ("Hester and Amos had grown thick as thieves.", [], "close"),
        ("They had become thick as thieves.", [], "close"),
        ("They were as thick as thieves.", [], "close"),
        ("They had been together for three years.", ["couple"], "together"),
        ("The two of them had been together since the war.", ["couple"], "together"),
        ("The pair of them had been together for two months.", ["couple"], "together"),
    ],
)
def test_two_who_are_meant_together(text: str, events: list[str], status: str) -> None:
    assert course(text) == (events, status)


@pytest.mark.parametrize(
    "text",
    [
        "Hester and Amos parted at the gate.",
        "Neither of them spoke a word.",
        "Neither of them spoke of the boat.",
        "Both of them spoke one word to the other.",
        "Neither of them would speak one word to the other.",
        "They had been together in the shop.",
        "They had not been together for three years.",
        "The pair of gloves had been together for three years.",
    ],
)
def test_two_who_are_only_silent_or_in_one_place(text: str) -> None:
    assert document_with(ROOM + text, RELATIONSHIPS)[RELATIONSHIPS] == ()


@pytest.mark.parametrize("they", ["Neither of them spoke one word to the other.", "They were thick as thieves."])
def test_of_three_they_are_nobody_in_particular(they: str) -> None:
    third = f"{ROOM}Martha sat by the window and sewed.\n\n{they}"
    assert document_with(third, RELATIONSHIPS)[RELATIONSHIPS] == ()
