"""Who comes to know what a letter says: who reads it, and the one it is written to where they hear it read."""

from __future__ import annotations

from collections.abc import Sequence

from unspoken.layers.documents import Reading, StoryDocument
from unspoken.layers.scenes import Scene


def readers(letter: StoryDocument, scenes: Sequence[Scene]) -> tuple[Reading, ...]:
    """Each with the scene in which they read it, or hear it read.

    Args:
        letter: has its readers and the one it is written to.
        scenes: of the story.
    """
    to, here = letter.addressee, {s.id for s in scenes if letter.addressee in s.present}
    reading = [r.scene for r in letter.read_by if r.character not in (letter.author, to)]
    if to is None or any(r.character == to for r in letter.read_by):
        return letter.read_by
    heard = next((scene for scene in reading if scene in here), None)
    return letter.read_by if heard is None else (*letter.read_by, Reading(to, heard))
