"""What a table is: columns that say their name, their type, what they mean, and how a record gives their value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from unspoken.layers.index import Spanned
from unspoken.layers.spans import Span
from unspoken.story import Story

Type = Literal["text", "integer", "number", "truth", "texts", "integers"]
Value = str | int | float | bool | None | tuple[str | None, ...] | tuple[int, ...]
Cells = dict[str, tuple[Value, ...]]
Of = Callable[["Lookup", Any], Value]


class Lookup:
    """A story with names, scenes and words at hand. Built once for all tables, in linear time.

    ``work`` is what the work is called; ``number`` has the number of each scene, from 1.
    """

    def __init__(self, story: Story, work: str | None = None) -> None:
        self.story = story
        self.work = story.source.name if work is None else work
        self._names = {c.id: c.name for c in story.characters}
        self._places = {p.id: p.name for p in story.places}
        self._titles = {c.id: c.title for c in story.chapters}
        self._scenes = [scene.id for scene in story.scenes]
        self.number = {id: number for number, id in enumerate(self._scenes, start=1)}
        self._starts = [scene.start for scene in story.scenes]

    def name(self, id: str | None) -> str | None:
        """The name of a character."""
        return self._names.get(id) if id else None

    def place(self, id: str | None) -> str | None:
        """The name of a place."""
        return self._places.get(id) if id else None

    def chapter(self, id: str | None) -> str | None:
        """The title of a chapter."""
        return self._titles.get(id) if id else None

    def scene(self, offset: int) -> str | None:
        """The scene at an offset, or the last before it."""
        number = bisect_right(self._starts, offset)
        return self._scenes[number - 1] if number else None

    def words(self, span: Spanned | None) -> str | None:
        """The words of a span as they stand in the text."""
        return self.story.text[span.start : span.end] if span else None

    @cached_property
    def set_in(self) -> dict[str, tuple[str, ...]]:
        """The scenes that are set in each place."""
        found: dict[str, list[str]] = {}
        for scene in self.story.scenes:
            if scene.place:
                found.setdefault(scene.place, []).append(scene.id)
        return {place: tuple(scenes) for place, scenes in found.items()}

    @cached_property
    def beliefs(self) -> dict[str, Span]:
        """The words of each belief."""
        return {b.id: Span(b.start, b.end) for b in self.story.beliefs}


@dataclass(frozen=True)
class Column:
    """One column. ``of`` takes the lookup and the record of a row."""

    name: str
    type: Type
    means: str
    of: Of


@dataclass(frozen=True)
class Table:
    """A table: ``rows`` gives the record of each row. Names and types of columns do not depend on the story."""

    name: str
    means: str
    rows: Callable[[Lookup], Iterable[Any]]
    columns: tuple[Column, ...]

    def of(self, lookup: Lookup) -> Cells:
        """The values of all columns."""
        rows = [*self.rows(lookup)]
        return {column.name: tuple(column.of(lookup, row) for row in rows) for column in self.columns}


WORK = Column("work", "text", "the work: the name of its file", lambda at, _: at.work)


def table(
    name: str, means: str, rows: Callable[[Lookup], Iterable[Any]], *columns: Column | tuple[Column, ...]
) -> Table:
    """A table with the work as its first column; groups of columns are laid flat."""
    flat = [c for group in columns for c in (group if isinstance(group, tuple) else (group,))]
    return Table(name, means, rows, (WORK, *flat))


def field(name: str, type: Type, means: str, path: str | None = None) -> Column:
    """A field of the record, of the column's own name if no other is given."""
    key = path or name
    return Column(name, type, means, lambda _, row: getattr(row, key))


def span(means: str = "what is meant") -> tuple[Column, ...]:
    """Offsets of the record itself, its scene, and its words."""
    return (
        field("start", "integer", "the offset of its first code point in the text"),
        field("end", "integer", "the offset after its last"),
        Column("scene", "text", "the scene that it lies in", lambda at, row: at.scene(row.start)),
        Column("text", "text", f"the words: {means}", lambda at, row: at.words(row)),
    )


def evidence(name: str, means: str, of: Callable[[Lookup, Any], Span | None]) -> tuple[Column, ...]:
    """A span that the record points to: its two offsets and its words, all unknown where there is none."""

    def edge(which: str) -> Of:
        return lambda at, row: getattr(of(at, row), which, None)

    return (
        Column(f"{name}_start", "integer", f"offset: {means}", edge("start")),
        Column(f"{name}_end", "integer", "the offset after it", edge("end")),
        Column(name, "text", f"the words: {means}", lambda at, row: at.words(of(at, row))),
    )


def person(name: str, means: str, of: Callable[[Any], str | None] | None = None) -> tuple[Column, ...]:
    """A character: the id, and the name beside it."""
    get: Callable[[Any], str | None] = of or (lambda row: getattr(row, name))
    return (
        Column(name, "text", f"{means}: the id of a character", lambda _, row: get(row)),
        Column(f"{name}_name", "text", f"{means}: the name", lambda at, row: at.name(get(row))),
    )


def persons(name: str, names: str, means: str, of: Callable[[Any], tuple[str, ...]]) -> tuple[Column, ...]:
    """Several characters: their ids, and their names in the same order."""
    return (
        Column(name, "texts", f"{means}: ids of characters", lambda _, row: of(row)),
        Column(names, "texts", f"{means}: names", lambda at, row: tuple(map(at.name, of(row)))),
    )


CONFIDENCE = field("confidence", "number", "how sure this is, from 0 to 1")
