"""The printed view."""

from __future__ import annotations

import re

import msgspec
import pytest

from tests.stories.wrong_door import bare, story
from unspoken.exports.report import report


def test_plain_text_has_no_codes_no_trailing_space_and_no_long_line() -> None:
    text = report(story(), width=72)
    assert "\x1b" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 72
    assert text.endswith("\n")


def test_colour_changes_nothing_but_the_look() -> None:
    coloured = report(story(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == report(story())


def test_it_reads_like_english() -> None:
    text = " ".join(report(story()).split())
    assert "Nell believes that Ivo does not love her." in text
    assert "Ivo does: “I have loved you since the ferry strike” (Ivo’s letter to Nell, scene 4)" in text
    assert "It begins in scene 1 and ends in scene 4 with these words." in text
    assert "Note: two paragraphs were joined" in text


@pytest.mark.parametrize("section", ["cast", "relationships", "misunderstandings", "timeline", "letters"])
def test_a_section_alone(section: str) -> None:
    assert sum(line in report(story(), only=[section]) for line in (
        "\nThe people\n", "\nWhat passes between them\n", "\nMisunderstandings\n", "\nScene by scene\n",
        "\nLetters and messages\n",
    )) == 1  # fmt: skip


def test_where_nothing_was_found_that_is_said() -> None:
    text = report(bare())
    for said in ("Nobody is named", "No two people", "Nobody was found to be wrong", "No scenes"):
        assert said in text
    assert "There are none." in report(bare(), only=["letters"])


def test_markup_of_the_terminal_library_in_a_story_is_only_words() -> None:
    odd = msgspec.structs.replace(
        story(), source=msgspec.structs.replace(story().source, title="[red]Odd[/red] :smile:")
    )
    assert "[red]Odd[/red] :smile:" in report(odd)
