"""Parquet: typed columns, lists as lists, the same bytes again."""

from __future__ import annotations

import io

import pyarrow
import pyarrow.parquet as parquet

from tests.stories.wrong_door import bare, story
from unspoken.exports.parquet import export
from unspoken.views.tables import TABLES, tables


def test_every_value_comes_back_with_its_type() -> None:
    made = export(story(), "door")
    assert list(made) == [f"door.{name}.parquet" for name in TABLES]
    for name, cells in tables(story()).items():
        read = parquet.read_table(io.BytesIO(made[f"door.{name}.parquet"]))
        wanted = {c: [list(v) if isinstance(v, tuple) else v for v in values] for c, values in cells.items()}
        assert read.to_pydict() == wanted


def test_types_do_not_depend_on_the_story() -> None:
    full, empty = export(story(), "x"), export(bare(), "x")
    for name, data in full.items():
        assert parquet.read_schema(io.BytesIO(data)).equals(parquet.read_schema(io.BytesIO(empty[name])))
    schema = parquet.read_schema(io.BytesIO(empty["x.quotes.parquet"]))
    assert schema.field("start").type == pyarrow.int64()
    assert schema.field("addressee_names").type == pyarrow.list_(pyarrow.string())
    assert schema.field("speaker").metadata[b"means"] == b"who speaks or thinks: the id of a character"


def test_the_same_story_gives_the_same_bytes() -> None:
    assert export(story(), "x") == export(story(), "x")
