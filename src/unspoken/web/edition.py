"""An edition: a story as it was read once, made ready to be sent."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

import msgspec

from unspoken.notes import KINDS, first_reader
from unspoken.story import Story
from unspoken.web.view import view

FAST = 5  # level of compression: made while somebody waits


@dataclass(frozen=True)
class Edition:
    """A story with its view as JSON, plain and compressed; ``tag`` tells it from every other."""

    story: Story
    stem: str
    revision: int
    tag: str
    view: bytes
    packed: bytes

    @cached_property
    def notes(self) -> bytes:
        """What a first reader remarks on, as JSON: the notes, each with the title of its kind."""
        titles = {kind.code: kind.title for kind in KINDS}
        found = first_reader(self.story)
        return encoded([{**msgspec.structs.asdict(note), "title": titles[note.code]} for note in found])


def edited(story: Story, stem: str, revision: int) -> Edition:
    """Make an edition of a story, the same bytes for the same story and revision."""
    seen = encoded(view(story))
    tag = f'"{revision}-{hashlib.sha256(seen).hexdigest()[:16]}"'
    return Edition(story, stem, revision, tag, seen, gzip.compress(seen, FAST, mtime=0))


def encoded(value: object) -> bytes:
    """Any record or table as JSON."""
    return msgspec.json.encode(value)
