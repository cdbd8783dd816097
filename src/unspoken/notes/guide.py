"""Looking things up in a story: names, scenes, and what is speech or writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, cached_property
from typing import Any

from unspoken import resources
from unspoken.layers.documents import StoryDocument
from unspoken.layers.index import SpanIndex
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene
from unspoken.story import Story


@cache
def pattern(kind: str, key: str) -> re.Pattern[str]:
    """A pattern of the notes' resource; its line breaks mean nothing."""
    return re.compile(str(resources.table("notes.toml")[kind][key]).replace("\n", ""), re.IGNORECASE)


def bounds(kind: str) -> dict[str, Any]:
    """Where the notes of a kind begin."""
    table: dict[str, Any] = resources.table("notes.toml")[kind]
    return table


class Guide:
    """A story with its names, scenes and speech at hand. Built once, in linear time."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.text
        self.characters = {c.id: c for c in story.characters}
        self.number = {scene.id: i for i, scene in enumerate(story.scenes, start=1)}
        self._starts = [scene.start for scene in story.scenes]

    @cached_property
    def quotes(self) -> SpanIndex[Quote]:
        """What is said and thought, by position."""
        return SpanIndex(self.story.quotes)

    @cached_property
    def documents(self) -> SpanIndex[StoryDocument]:
        """Letters and other writing, by position."""
        return SpanIndex(self.story.documents)

    def name(self, id: str | None) -> str:
        """What to call a character; somebody, where it is not known who."""
        character = self.characters.get(id or "")
        if character is None:
            return "somebody"
        nameless = character.narrator and character.name.lower() in ("", "i", "me", "narrator", "the narrator")
        return "the narrator" if nameless else " ".join(character.name.split())

    def scene(self, offset: int) -> int | None:
        """The number, from 1, of the scene at an offset, or of the last before it."""
        return bisect_right(self._starts, offset) or None

    def scene_at(self, offset: int) -> Scene | None:
        """The scene at an offset, or the last before it."""
        number = self.scene(offset)
        return self.story.scenes[number - 1] if number else None

    def narrated(self, start: int, end: int) -> bool:
        """Whether nothing of a stretch is said aloud, thought in words or written by somebody."""
        spoken = any(p.start < end and start < p.end for q in self.quotes.touching(start, end) for p in q.parts)
        return not spoken and not self.documents.touching(start, end)
