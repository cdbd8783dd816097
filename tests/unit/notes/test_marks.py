"""Quotation marks that are never closed."""

from __future__ import annotations

import msgspec
import pytest

from tests.unit.notes.made import notes, story
from unspoken.layers.spans import Span
from unspoken.story import Story


def joined(text: str) -> Story:
    """All speech as one quotation, as a speech over several paragraphs is read."""
    told = story(text)
    first, last = told.quotes[0], told.quotes[-1]
    parts = tuple(part for quote in told.quotes for part in quote.parts)
    return msgspec.structs.replace(told, quotes=(msgspec.structs.replace(first, end=last.end, parts=parts),))


def test_a_speech_without_its_last_mark_is_told_of() -> None:
    told = story("“I am never late. Ask Bram.\n\nAda sat down.\n\n“So it is,” said Bram.")
    (note,) = notes(told, "U202")
    (shown,) = note.passages
    assert told.text[shown.start : shown.end] == "“I am never late. Ask Bram."


@pytest.mark.parametrize(
    "text",
    [
        "“I am never late.” Ada sat down.\n\n“So it is,” said Bram.",
        "“She wrote this to me:\n\nAll is lost, and I with it.\n\nWhat do you say to that?” asked Ada.",
    ],
)
def test_one_that_is_closed_at_once_or_after_verses_is_not(text: str) -> None:
    assert not notes(story(text), "U202")


def test_paragraphs_of_one_long_speech_need_no_mark_at_their_ends() -> None:
    long = "I went down to the water, and there was nobody there but the old man who mends the nets for the boats. " * 2
    assert not notes(joined(f"“{long}\n\n“{long}” said Ada."), "U202")


def test_two_names_beside_two_paragraphs_are_two_speakers() -> None:
    told = joined("“I am never late,” said Ada. “Ask Bram.\n\n“She is late every week,” said Bram.")
    (note,) = notes(told, "U202")
    (shown,) = note.passages
    assert told.text[shown.start : shown.end] == "“Ask Bram."
    assert note.confidence > 0.8


def test_short_paragraphs_are_doubted_but_no_verse_and_no_form_of_address() -> None:
    assert len(notes(joined("“I am never late.\n\n“You are.”"), "U202")) == 1
    assert not notes(joined("“The water is wide,\nI cannot get over.\n\n“And neither have I\nwings to fly.”"), "U202")
    assert not notes(joined("“Ladies and gentlemen,\n\n“it is late.”"), "U202")
    assert not notes(joined("“To Mr. Hume.\n\n“Sir,\n\n“I cannot come.”"), "U202")


def test_a_letter_that_ends_in_its_closing_words_is_not_told_of() -> None:
    assert not notes(story("“I am, Sir, your obedient servant,\n\n“ADA HUME.”\n\nBram sat down."), "U202")


@pytest.mark.parametrize("kind", ["thought", "speech"])
def test_marks_inside_a_document_and_thoughts_are_left_alone(kind: str) -> None:
    told = story("“I am never late. Ask Bram.\n\nAda sat down.")
    quote = msgspec.structs.replace(told.quotes[0], kind=kind)
    found = notes(msgspec.structs.replace(told, quotes=(quote,)), "U202")
    assert bool(found) == (kind == "speech")


def test_text_that_ends_inside_a_speech_does_no_harm() -> None:
    (note,) = notes(story("“I am."), "U202")
    assert note.passages == (Span(0, 6),)
    assert not notes(story("“I am"), "U202")
