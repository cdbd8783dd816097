"""Words that may stand for others, by a library that need not be there."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
from typer.testing import CliRunner

from tests.unit.notes.made import notes, story
from unspoken.cli.app import app
from unspoken.errors import MissingLibrary
from unspoken.notes import chosen, first_reader, table

HERE = find_spec("quire_grammar") is not None
needed = pytest.mark.skipif(not HERE, reason="needs quire-grammar")


@needed
def test_a_word_that_stands_for_another_is_told_of_with_the_words_around_it() -> None:
    told = story("Ada came in. He walked passed the old mill, and she’d rather go then stay. Bram sat down.")
    found = notes(told, "U501")
    shown = [told.text[p.start : p.end] for note in found for p in note.passages]
    assert any("passed" in words for words in shown)
    assert all(words in "He walked passed the old mill, and she’d rather go then stay." for words in shown)
    assert any(note.message == "Is 'passed' meant here, or 'past'?" for note in found)


@needed
def test_the_right_word_in_the_right_place_is_not() -> None:
    assert not notes(
        story("He walked past the old mill. “It’s its own master,” said Ada. They were quite quiet."), "U501"
    )


@needed
def test_what_it_says_of_style_marks_and_grammar_is_left_out() -> None:
    assert not notes(story("The the man , who was seen by a Ada. i went"), "U501")


@needed
def test_people_speak_as_they_do() -> None:
    assert not notes(story("Ada sat down. “We was late. He don't know it,” said Bram."), "U501")


def test_without_the_library_the_kind_is_left_out_and_who_asks_for_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "find_spec", lambda _: None)
    assert "U501" not in {kind.code for kind in chosen()}
    assert chosen(silence=["word"]) == chosen()
    assert first_reader(story("Ada came. He walked passed her.")) == ()
    with pytest.raises(MissingLibrary, match=r"needs quire-grammar, .* 'unspoken\[grammar\]'"):
        chosen(["U501"])


def test_the_command_tells_it_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "find_spec", lambda _: None)
    done = CliRunner().invoke(app, ["notes", "-", "--only", "word"], input="Ada came. He walked passed her.")
    assert done.exit_code == 2
    assert "this needs quire-grammar" in " ".join(done.stderr.replace("│", " ").split())
    assert CliRunner().invoke(app, ["notes", "-", "--silence", "word"], input="Ada came.").exit_code == 0
