"""A story as plain tables: one declaration, shared by every format that has rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from unspoken.story import Story
from unspoken.views.tables import happenings, hearts, people, speech, work
from unspoken.views.tables.columns import Cells, Column, Lookup, Table, Type, Value

__all__ = ["TABLES", "Cells", "Column", "Table", "Type", "Value", "cells", "tables"]

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            work.WORKS, work.CHAPTERS, people.CHARACTERS, people.MENTIONS, people.ENTITIES, people.PLACES,
            speech.QUOTES, speech.DOCUMENTS, happenings.SCENES, happenings.EVENTS, hearts.FEELINGS, hearts.ATTITUDES,
            happenings.RELATIONSHIPS, happenings.RELATIONSHIP_EVENTS, happenings.COURSE, hearts.BELIEFS, hearts.GAPS,
        )
    }
)  # fmt: skip


def cells(story: Story, table: Table, work: str | None = None) -> Cells:
    """One table of a story, column by column.

    Args:
        story: the story.
        table: one of `TABLES`.
        work: what the first column calls the work; the name of the file that it was read from, if None.

    Returns:
        For each column its values, all of one length. What is unknown is None.
    """
    return table.of(Lookup(story, work))


def tables(story: Story, work: str | None = None) -> dict[str, Cells]:
    """All tables of a story, by name, in the order of `TABLES`."""
    lookup = Lookup(story, work)
    return {name: table.of(lookup) for name, table in TABLES.items()}
