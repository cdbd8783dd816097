"""Conversations in which nobody can tell who speaks."""

from __future__ import annotations

import pytest

from tests.unit.notes.made import notes, story
from unspoken.story import Story

LINES = [f"“It was number {n}.”" for n in range(14)]


def row(count: int, speakers: list[str | None], between: str = "\n\n") -> Story:
    return story("They stood in the dark.\n\n" + between.join(LINES[:count]) + "\n\nThe bell rang.", speakers=speakers)


def test_a_row_of_speeches_by_nobody_is_one_note() -> None:
    told = row(8, [None] * 8)
    (note,) = notes(told, "U201")
    assert [told.text[p.start : p.end] for p in note.passages] == [LINES[0], LINES[7]]
    assert note.message.startswith("8 speeches")


def test_a_long_row_needs_only_some_that_nobody_is_known_to_say() -> None:
    some = ["Ada", "Bram"] * 5 + [None, None, "Ada", "Bram"]
    assert len(notes(row(14, some), "U201")) == 1
    assert not notes(row(10, some[4:]), "U201")


def test_two_who_take_turns_are_followed() -> None:
    assert not notes(row(14, ["Ada", "Bram"] * 7), "U201")


def test_few_speeches_are_followed() -> None:
    assert not notes(row(5, [None] * 5), "U201")


@pytest.mark.parametrize(
    "between", [" Ada nodded.\n\n", "\n\n" + "The rain went on and on. " * 12 + "\n\n", "\n\n* * *\n\n"]
)
def test_a_gesture_or_narration_or_a_break_ends_a_row(between: str) -> None:
    assert not notes(row(8, [None] * 8, between), "U201")
