"""Corrections are followed by every later layer, hold for the next draft, and what does not fit is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import unspoken
from unspoken.story import Story

FERRY = """Judith waited for the ferry with Wren on the cold side of the harbour.

"You are late," said Wren.

"I was with the pilot," said Judith. She looked at the water.

The Captain came down the steps. He took off his cap and nodded to Judith.

"Good evening," said the Captain.

"Good evening, Dad," said Wren.

"Is he aboard?"

"Not yet."

Halloran laughed. He had a warm laugh, and Judith liked it.

"The Grey Lady never waits," said Halloran.

The Grey Lady came round the point. She was an old boat, and she smoked.

Wren kissed Judith, and she wept.
"""


def read(folder: Path, corrections: str, text: str = FERRY) -> Story:
    (folder / "ferry.txt").write_text(text, encoding="utf-8")
    (folder / "ferry.unspoken.toml").write_text(corrections, encoding="utf-8")
    return unspoken.read(folder / "ferry.txt")


def called(story: Story, name: str) -> str | None:
    """The id of the character of that name."""
    return next((c.id for c in story.characters if name in (c.name, *c.aliases)), None)


def speaker(story: Story, words: str) -> str | None:
    return next(q.speaker for q in story.quotes if words in story.text[q.start : q.end])


def test_two_names_are_one_person(tmp_path: Path) -> None:
    before = read(tmp_path, "")
    assert called(before, "Captain") != called(before, "Halloran")
    story = read(tmp_path, "[[same]]\npeople = ['the Captain', 'Halloran', 'Dad']")
    assert called(story, "Captain") == called(story, "Halloran") == called(story, "Dad") is not None
    assert speaker(story, "Good evening,") == speaker(story, "never waits")
    assert story.source.warnings == ()


def test_two_that_were_taken_for_one_are_two(tmp_path: Path) -> None:
    text = FERRY.replace("Halloran", "Judith Halloran")
    assert called(read(tmp_path, "", text), "Judith") == called(read(tmp_path, "", text), "Judith Halloran")
    story = read(tmp_path, "[[apart]]\npeople = ['Judith', 'Judith Halloran']", text)
    assert called(story, "Judith") != called(story, "Judith Halloran")
    assert None not in (called(story, "Judith"), called(story, "Judith Halloran"))
    assert story.source.warnings == ()


def test_a_name_is_nobody_s(tmp_path: Path) -> None:
    story = read(tmp_path, "[[nobody]]\nname = 'Wren'")
    assert called(read(tmp_path, ""), "Wren") is not None
    assert called(story, "Wren") is None
    assert story.source.warnings == ()


def test_a_line_is_hers_and_the_lines_around_it_follow(tmp_path: Path) -> None:
    story = read(tmp_path, "[[speaker]]\nquotation = 'is he aboard'\nwho = 'Judith'")
    line = next(q for q in story.quotes if "aboard" in story.text[q.start : q.end])
    assert (line.speaker, line.confidence) == (called(story, "Judith"), 1.0)
    assert speaker(story, "Not yet") != called(story, "Judith")
    assert story.source.warnings == ()


def test_a_pronoun_means_whom_the_reader_says(tmp_path: Path) -> None:
    for who in ("Judith", "Wren"):
        story = read(tmp_path, f"[[meant]]\npassage = 'Judith, and she wept'\nname = 'she'\nwho = '{who}'")
        at = FERRY.index("she wept")
        meant = [c.name for c in story.characters for m in c.mentions if m.start == at]
        assert meant == [who]
        assert story.source.warnings == ()


def test_corrections_hold_for_the_next_draft(tmp_path: Path) -> None:
    text = FERRY.replace('"Is he aboard?"', "“Is he not aboard?”").replace("Judith waited", "That night Judith waited")
    story = read(tmp_path, "[[speaker]]\nquotation = 'Is he aboard?'\nwho = 'Judith'", text)
    assert speaker(story, "not aboard") == called(story, "Judith")
    assert story.source.warnings == ()


@pytest.mark.parametrize(
    ("correction", "message"),
    [
        ("[[same]]\npeople = ['Bob', 'Halloran']", "nobody is called 'Bob' here"),
        ("[[nobody]]\nname = 'Bob'", "nobody is called 'Bob' here"),
        ("[[speaker]]\nquotation = 'Good evening'\nwho = 'Wren'", "said 2 times; add a few words before them"),
        ("[[speaker]]\nquotation = 'I never loved you'\nwho = 'Wren'", "no quotation has these words"),
        ("[[speaker]]\nquotation = 'Not yet'\nwho = 'Bob'", "nobody called 'Bob' says the words"),
        ("[[meant]]\npassage = 'She sang'\nname = 'She'\nwho = 'Wren'", "there is no such passage"),
        ("[[meant]]\npassage = 'Judith, and she wept'\nname = 'he'\nwho = 'Wren'", "'he' is no name, pronoun"),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(tmp_path: Path, correction: str, message: str) -> None:
    plain, story = read(tmp_path, ""), read(tmp_path, correction)
    assert len(story.source.warnings) == 1
    assert message in story.source.warnings[0]
    assert (story.characters, story.quotes) == (plain.characters, plain.quotes)


def test_wishes_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    both = "people = ['the Captain', 'Halloran']"
    story = read(tmp_path, f"[[same]]\n{both}\n[[apart]]\n{both}")
    assert any("a correction was not followed" in w for w in story.source.warnings)


def test_a_name_that_only_speech_and_kinship_join_is_parted_too(tmp_path: Path) -> None:
    before = read(tmp_path, "")
    assert called(before, "Captain") == called(before, "Dad") is not None
    story = read(tmp_path, "[[apart]]\npeople = ['the Captain', 'Dad']")
    assert None is not called(story, "Captain") != called(story, "Dad") is not None
    assert story.source.warnings == ()
