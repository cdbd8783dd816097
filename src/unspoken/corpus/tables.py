"""The tables of a data set: those of a story, and two that tell what was given and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from unspoken.corpus.work import Record
from unspoken.views.tables import TABLES, Table
from unspoken.views.tables.columns import Column, Lookup, Type

Columns = dict[str, list[Any]]


def _of(name: str) -> Column:
    means, type = _GIVEN[name]
    return Column(name, type, means, lambda _, record: getattr(record, name))


def _none(at: Lookup) -> tuple[()]:
    return ()  # no story has rows of these


_GIVEN: dict[str, tuple[str, Type]] = {
    "work": ("the work: its path in the input, or its id in the table", "text"),
    "name": ("the name of its file", "text"),
    "size": ("how many bytes were given", "integer"),
    "metadata": ("the other columns of the table that it came from, as one object in JSON", "text"),
    "failure": ("why it could not be read", "text"),
}
INPUTS = Table("inputs", "a row a work that was given", _none, tuple(map(_of, ("work", "name", "size", "metadata"))))
FAILURES = Table(
    "failures", "a row a work that could not be read", _none, tuple(map(_of, ("work", "name", "size", "failure")))
)
# a part is whole when the last of these is there
SET: Mapping[str, Table] = MappingProxyType({**TABLES, INPUTS.name: INPUTS, FAILURES.name: FAILURES})


def columns(table: Table, record: Record) -> Columns:
    """The rows of a work in a table of the data set, column by column; of a work that failed, none but its failure."""
    if table in (INPUTS, FAILURES):
        told = table is INPUTS or record.failure is not None
        return {c.name: [getattr(record, c.name)] * told for c in table.columns}
    if record.failure is not None:
        return {c.name: [] for c in table.columns}
    return msgspec.msgpack.decode(record.tables[table.name], type=Columns)
