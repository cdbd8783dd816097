"""What the program says of a text, in offsets of the text that people annotated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

import msgspec

from unspoken.layers.characters import Character
from unspoken.layers.entities import Entity
from unspoken.layers.events import Event
from unspoken.layers.feelings import Feeling
from unspoken.layers.quotations import Quote
from unspoken.story import Story

T = TypeVar("T")
Move = Callable[[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Answers:
    """The layers that are scored; empty for a text that could not be read."""

    entities: Sequence[Entity] = ()
    characters: Sequence[Character] = ()
    events: Sequence[Event] = ()
    quotes: Sequence[Quote] = ()
    feelings: Sequence[Feeling] = ()


def answers(story: Story, text: str) -> Answers:
    """The layers of a story as they lie in ``text``.

    Args:
        story: what was read.
        text: the text that was to be read; reading may have changed its white space.

    Returns:
        The layers, or none at all where more than white space differs.
    """
    found = Answers(story.entities, story.characters, story.events, story.quotes, story.feelings)
    if story.text == text:
        return found
    move = _moving(story.text, text)
    if move is None:
        return Answers()
    return Answers(**{f.name: moved(getattr(found, f.name), move) for f in fields(found)})


def moved(record: T, move: Move) -> T:
    """A record, or a tuple of them, with all its spans moved; what holds no span is as it was."""
    if isinstance(record, tuple):
        return tuple(moved(part, move) for part in record)  # type: ignore[return-value]
    if not isinstance(record, msgspec.Struct):
        return record
    changes = {name: moved(getattr(record, name), move) for name in record.__struct_fields__}
    if "start" in changes and "end" in changes:
        changes["start"], changes["end"] = move(changes["start"], changes["end"])
    return msgspec.structs.replace(record, **changes)


def _moving(read: str, text: str) -> Move | None:
    """From spans of the text read to those of ``text``, by counting what is no white space; None: the texts differ."""
    places = [i for i, c in enumerate(text) if not c.isspace()]
    if "".join(read.split()) != "".join(text.split()):
        return None
    before, count = [0], 0
    for c in read:
        count += not c.isspace()
        before.append(count)

    def move(start: int, end: int) -> tuple[int, int]:
        first = places[min(before[start], len(places) - 1)] if places else 0
        return first, places[before[end] - 1] + 1 if before[end] else 0

    return move
