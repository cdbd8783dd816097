"""Letters that nobody reads."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.unit.notes.made import notes, span, story
from unspoken.layers.documents import Reading, StoryDocument
from unspoken.story import Story

LETTER = "Dear Bram, I took the money from the box. Ada"


REST = "The rain went on, and the water rose over the stones of the quay, and nobody was out."


def told(after: str, before: str = "Ada sat down and wrote.", **changes: Any) -> Story:
    text = f"{REST}\n\n{before}\n\n{LETTER}\n\n{after}"
    at = span(text, LETTER)
    document = StoryDocument("d0", "letter", at.start, at.end, "Ada", "Bram", (), 0.8)
    return story(text, documents=(msgspec.structs.replace(document, **changes),))


@pytest.mark.parametrize("after", ["Then she tore it up.", "She never sent it.", "She burned it in the stove."])
def test_one_that_is_held_back_is_shown_with_the_words_that_say_so(after: str) -> None:
    made = told(after)
    (note,) = notes(made, "U402")
    letter, held = note.passages
    assert made.text[letter.start : letter.end] == LETTER
    assert made.text[held.start : held.end] in after
    assert note.people == ("Ada", "Bram")


def test_one_of_which_nothing_more_is_said_is_told_less_surely() -> None:
    (note,) = notes(told("The rain went on."), "U402")
    assert len(note.passages) == 1
    assert note.confidence < notes(told("She never sent it."), "U402")[0].confidence


@pytest.mark.parametrize(
    "after", ["Bram read it twice.", "“Well,” he replied.", "When he had unfolded it he sat down."]
)
def test_one_near_which_somebody_reads_is_not_told_of(after: str) -> None:
    assert not notes(told(after), "U402")


@pytest.mark.parametrize(
    "changes",
    [
        {"read_by": (Reading("Bram", None),)}, {"author": None}, {"addressee": None}, {"addressee": "Ada"},
        {"kind": "diary"}, {"kind": "message"}, {"confidence": 0.2},
    ],
    ids=str,
)  # fmt: skip
def test_one_that_is_read_or_whose_people_are_unknown_is_not_told_of(changes: dict[str, Any]) -> None:
    assert not notes(told("The rain went on.", **changes), "U402")


def test_one_for_somebody_who_is_there_or_who_answers_is_not_told_of() -> None:
    made = told("The rain went on. Dear Ada, keep it. Bram")
    scene = msgspec.structs.replace(made.scenes[0], present=("Bram",))
    assert not notes(msgspec.structs.replace(made, scenes=(scene,)), "U402")
    at = span(made.text, "Dear Ada, keep it. Bram")
    answer = StoryDocument("d1", "letter", at.start, at.end, "Bram", "Ada", (Reading("Ada", None),), 0.8)
    assert not notes(msgspec.structs.replace(made, documents=(*made.documents, answer)), "U402")


def test_in_a_novel_in_letters_nobody_need_be_seen_to_read() -> None:
    made = told("The rain went on.")
    assert notes(made, "U402")
    others = tuple(StoryDocument(f"d{n}", "letter", 0, len(REST), "Ada", None, (), 0.8) for n in (1, 2))
    assert not notes(msgspec.structs.replace(made, documents=(*made.documents, *others)), "U402")
