"""A first reader's notes: what a writer may want to look at again, each with the passages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from unspoken.notes.chosen import NoSuchNote, chosen
from unspoken.notes.guide import Guide
from unspoken.notes.note import Note
from unspoken.notes.table import KINDS, Kind
from unspoken.story import Story

__all__ = ["KINDS", "Kind", "NoSuchNote", "Note", "chosen", "first_reader"]


def first_reader(story: Story, *, only: Iterable[str] = (), silence: Iterable[str] = ()) -> tuple[Note, ...]:
    """The notes on a story.

    Args:
        story: a story that has been read.
        only: codes or names of the kinds that are wanted; none: all.
        silence: codes or names of kinds to leave out.

    Returns:
        Notes in the order of their codes, and within a code in the order of the text.

    Raises:
        NoSuchNote: there is no kind of that code or name.
    """
    kinds = chosen(only, silence)
    guide = Guide(story)
    return tuple(note for kind in kinds for note in _of_kind(kind, guide))


def _of_kind(kind: Kind, guide: Guide) -> list[Note]:
    found = sorted(kind.find(guide), key=lambda f: (f.passages, f.message))
    return [Note(kind.code, kind.name, kind.severity, f.message, f.passages, f.people, f.confidence) for f in found]
