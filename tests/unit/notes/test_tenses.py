"""Narration that drifts into the present."""

from __future__ import annotations

import pytest

from tests.unit.notes.made import notes, story

BEFORE = "Ada came down. Bram stood there. Ada took the rope. Bram sat down. The bell rang. Ada waited there. "
DRIFT = "Ada walks on. Bram stops here. She takes the rope. He waits for her. "
AFTER = "Ada sat down. Bram ran off. The bell rang. Ada was cold."


def test_several_sentences_in_the_present_are_one_note() -> None:
    told = story(BEFORE + DRIFT + AFTER)
    (note,) = notes(told, "U302")
    assert note.message.startswith("The scene is told in the past, but 4 sentences")
    assert [told.text[p.start : p.end] for p in note.passages] == ["Ada walks on.", "He waits for her."]


@pytest.mark.parametrize(
    "drift",
    [
        "Ada walks on. Bram stops here. She takes the rope. ",
        "Ada always walks on. Bram never stops here. She often takes the rope. He waits for her. ",
        "The river runs by. The road stops here. The bird sings there. The water waits there. ",
        "“Ada walks on. Bram stops here. She takes the rope. He waits for her.” ",
        "I think Ada walks on. We know Bram stops here. She takes my rope. He waits for us. ",
    ],
    ids=["too few", "habit", "nobody", "spoken", "the teller"],
)
def test_what_is_in_the_present_with_good_reason_is_not_told_of(drift: str) -> None:
    assert not notes(story(BEFORE + drift + AFTER), "U302")


def test_a_story_told_in_the_present_has_not_drifted() -> None:
    assert not notes(story(DRIFT * 4), "U302")


def test_a_scene_that_begins_in_the_present_has_not_drifted() -> None:
    assert not notes(story(DRIFT + BEFORE + AFTER), "U302")


def test_without_tenses_nothing_is_told() -> None:
    from unspoken.story import TokenColumns

    assert not notes(story(BEFORE + DRIFT + AFTER, tokens=TokenColumns((), ())), "U302")
