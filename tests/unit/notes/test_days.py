"""Weekdays and counts of days that do not fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.notes.made import BREAK, notes, span, story
from unspoken.layers.scenes import SceneTime
from unspoken.story import Story

WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def told(*openings: tuple[str, str | None, float | None, str | None], body: str = "", **more: object) -> Story:
    """Scenes, each with its opening, its weekday, the nights since the last, and the words that count them."""
    text = BREAK.join(f"{opening}, Ada sat there.{body if n == 0 else ''}" for n, (opening, *_) in enumerate(openings))
    times, at = {}, 0
    for number, (opening, weekday, nights, counted) in enumerate(openings):
        at = text.index(opening, at)
        evidence = None
        if counted:
            start = text.index(counted, at)
            evidence = span(text[:start] + counted, counted, text[:start].count(counted) + 1)
        times[number] = SceneTime(counted, nights, weekday, evidence)
    return story(text, times=times, **more)  # type: ignore[arg-type]


FRIDAY = ("On Friday", "Friday", None, None)


def test_both_weekdays_and_the_count_are_shown() -> None:
    made = told(FRIDAY, ("Four days later, on Monday", "Monday", 4.0, "Four days later"))
    (note,) = notes(made, "U301")
    assert note.message == "Four days after a Friday is a Tuesday, not a Monday."
    assert [made.text[p.start : p.end] for p in note.passages] == ["Friday", "Four days later", "Monday"]


@given(start=st.sampled_from(WEEK), nights=st.integers(0, 14), end=st.sampled_from(WEEK))
def test_there_is_a_note_exactly_where_the_calendar_says_no(start: str, nights: int, end: str) -> None:
    made = told(
        (f"On {start}", start, None, None),
        (f"{nights} days later, on {end}", end, float(nights), f"{nights} days later"),
    )
    fits = (WEEK.index(start) + nights) % 7 == WEEK.index(end)
    assert bool(notes(made, "U301")) != fits


def test_days_add_up_over_scenes_between() -> None:
    between = ("The next day", "Saturday", 1.0, "The next day")
    made = told(FRIDAY, between, ("The next morning, on Tuesday", "Tuesday", 1.0, "The next morning"))
    (note,) = notes(made, "U301")
    assert note.message == "Two days after a Friday is a Sunday, not a Tuesday."
    assert not notes(told(FRIDAY, between, ("The next morning, on Sunday", "Sunday", 1.0, "The next morning")), "U301")


def test_a_flashback_has_a_time_of_its_own() -> None:
    back = ("One Monday years ago", "Monday", 3.0, "years ago")
    made = told(FRIDAY, back, ("The next day, on Saturday", "Saturday", 1.0, "The next day"), modes={1: "analepsis"})
    assert not notes(made, "U301")


@pytest.mark.parametrize(
    "later",
    [
        ("About four days later, on Monday", "Monday", 4.0, "About four days later"),
        ("Two weeks later, on Monday", "Monday", 14.0, "Two weeks later"),
        ("After a while, on Monday", "Monday", None, None),
        ("Four days later, as every Monday", "Monday", 4.0, "Four days later"),
        ("Four days later, since Monday", "Monday", 4.0, "Four days later"),
        ("Four days later, on Monday or Tuesday", "Monday", 4.0, "Four days later"),
    ],
)
def test_what_is_not_said_exactly_contradicts_nothing(later: tuple[str, str, float | None, str | None]) -> None:
    assert not notes(told(FRIDAY, later), "U301")


@pytest.mark.parametrize("body", [" The next morning it rained.", " Two days passed.", " On Saturday she left."])
def test_days_that_pass_inside_a_scene_cut_the_line(body: str) -> None:
    later = ("Four days later, on Monday", "Monday", 4.0, "Four days later")
    padding = " Ada sat there and looked at the water for a while." * 9
    assert notes(told(FRIDAY, later, body=padding), "U301")
    assert not notes(told(FRIDAY, later, body=padding + body), "U301")
