"""The tables as Apache Parquet, a file each: typed columns, lists as lists, what each column means in its metadata."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from unspoken.story import Story
from unspoken.views.tables import TABLES, Cells, Table, tables

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped, unused-ignore]


def export(story: Story, stem: str) -> dict[str, bytes]:
    """All tables of a story as Parquet.

    Args:
        story: the story.
        stem: what the names of the files begin with.

    Returns:
        From ``STEM.TABLE.parquet`` to the content, a file for each table, empty ones too. The same story gives the
        same bytes, as long as the library that writes them is the same.
    """
    return {f"{stem}.{name}.parquet": encode(TABLES[name], cells) for name, cells in tables(story).items()}


def encode(table: Table, cells: Cells) -> bytes:
    """One table as Parquet."""
    import pyarrow.parquet as parquet  # type: ignore[import-untyped, unused-ignore]

    out = io.BytesIO()
    parquet.write_table(arrow(table, cells), out, compression="zstd")
    return out.getvalue()


def arrow(table: Table, cells: Mapping[str, Sequence[Any]]) -> pyarrow.Table:
    """One table as an Arrow table."""
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

    types: dict[str, Any] = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "truth": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
        "integers": pyarrow.list_(pyarrow.int64()),
    }
    fields = [pyarrow.field(c.name, types[c.type], metadata={"means": c.means}) for c in table.columns]
    schema = pyarrow.schema(fields, metadata={"means": table.means})
    arrays = [_array(cells[f.name], f.type) for f in fields]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


def _array(values: Sequence[Any], type: Any) -> Any:
    """A column; words that cannot be written as UTF-8 are few, so they are looked for where it fails alone."""
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

    try:
        return pyarrow.array(values, type=type)
    except UnicodeEncodeError:
        return pyarrow.array([_whole(v) for v in values], type=type)


def _whole(value: Any) -> Any:
    """Words that can be written as UTF-8."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_whole(v) for v in value] if isinstance(value, tuple | list) else value
