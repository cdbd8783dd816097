"""What was read lies where people read it, though white space was changed."""

from __future__ import annotations

from msgspec.structs import replace

from tests.stories.wrong_door import story
from tests.unit.evaluation.made import character
from unspoken.evaluation.answers import Answers, answers, moved
from unspoken.layers.characters import Character


def test_the_same_text_leaves_all_as_it_is() -> None:
    read = story()
    assert answers(read, read.text) == Answers(read.entities, read.characters, read.events, read.quotes, read.feelings)


def test_other_white_space_moves_every_span_to_the_same_words() -> None:
    read = story()
    text = "  " + read.text.replace("\n\n", "\n \n").replace(". ", ".\t  ")
    found = answers(read, text)
    assert len(found.quotes) == len(read.quotes) > 0
    for there, here in zip(found.quotes, read.quotes, strict=True):
        assert text[there.start : there.end].split() == read.text[here.start : here.end].split()
        assert [text[p.start : p.end].split() for p in there.parts] == [
            read.text[p.start : p.end].split() for p in here.parts
        ]
        assert (there.speaker, there.confidence) == (here.speaker, here.confidence)
    for person, other in zip(found.characters, read.characters, strict=True):
        words = [text[m.start : m.end].split() for m in person.mentions]
        assert words == [read.text[m.start : m.end].split() for m in other.mentions]


def test_other_words_are_as_if_nothing_had_been_read() -> None:
    read = story()
    assert answers(read, read.text + "!") == Answers()
    assert answers(replace(read, text="x"), "") == Answers()


def test_records_in_records_are_moved_and_the_rest_is_kept() -> None:
    made: Character = moved(character("c0", "Ada", (2, 5, "name")), lambda start, end: (start + 1, end + 2))
    assert made == character("c0", "Ada", (3, 7, "name"))
