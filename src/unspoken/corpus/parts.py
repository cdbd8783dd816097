"""Parts of a data set: the rows of so many works, a file a table, each there whole or not at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from unspoken.corpus.tables import SET, Columns, columns
from unspoken.corpus.work import Record
from unspoken.exports.parquet import arrow
from unspoken.files import write_whole
from unspoken.views.tables import Table

ROWS = 65_536  # of a row group at least, so that memory does not grow with the part


def part_file(out: Path, table: str, number: int) -> Path:
    """Where the rows of a part stand, for one table."""
    return out / table / f"part-{number:05}.parquet"


def is_whole(out: Path, number: int) -> bool:
    """Is a part written?"""
    return part_file(out, [*SET][-1], number).is_file()


def write_part(out: Path, number: int, records: Callable[[], Iterable[Record]]) -> None:
    """Write the rows of a part.

    Args:
        out: the folder of the data set.
        number: of the part, from 0.
        records: gives the records of its works in their order; called once a table, so that they need not all be held.
            The same records give the same bytes.

    Raises:
        BadOutput: a file cannot be written, for want of room say.
    """
    for name, table in SET.items():
        write_whole(part_file(out, name, number), encode(table, records()))


def encode(table: Table, records: Iterable[Record]) -> bytes:
    """The rows of some works in one table, as Parquet."""
    import pyarrow.parquet as parquet  # type: ignore[import-untyped, unused-ignore]

    groups = (arrow(table, rows) for rows in _groups(table, records))
    first, file = next(groups), io.BytesIO()
    with parquet.ParquetWriter(file, first.schema, compression="zstd") as writer:
        writer.write_table(first)
        for group in groups:
            writer.write_table(group)
    return file.getvalue()


def _groups(table: Table, records: Iterable[Record]) -> Iterator[Columns]:
    """Rows in groups of `ROWS` or some more; one empty group where there are none."""
    rows: Columns = {c.name: [] for c in table.columns}
    first, given = table.columns[0].name, False
    for record in records:
        for name, values in columns(table, record).items():
            rows[name] += values
        if len(rows[first]) >= ROWS:
            yield rows
            rows, given = {c.name: [] for c in table.columns}, True
    if rows[first] or not given:
        yield rows
