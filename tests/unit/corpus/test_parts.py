"""A part has the rows of its works in order, in the types that every export has."""

from __future__ import annotations

import io
from pathlib import Path

import pyarrow.parquet as parquet
import pytest

from tests.stories.wrong_door import story
from tests.unit.corpus.made import record
from unspoken.corpus import parts
from unspoken.corpus.parts import encode, is_whole, write_part
from unspoken.corpus.tables import SET
from unspoken.corpus.work import Work
from unspoken.exports.parquet import export
from unspoken.views.tables import TABLES

RECORDS = [record(Work("a", "a.txt")), record(Work("empty", "empty.txt")), record(Work("b", "b.txt"))]


@pytest.mark.parametrize("table", TABLES)
def test_rows_and_types_are_those_of_an_export(table: str) -> None:
    single = parquet.read_table(io.BytesIO(export(story(), "x")[f"x.{table}.parquet"]))
    found = parquet.read_table(io.BytesIO(encode(TABLES[table], RECORDS)))
    assert found.schema.equals(single.schema, check_metadata=True)
    assert found["work"].to_pylist() == ["a"] * len(single) + ["b"] * len(single)
    assert found.drop_columns("work").slice(len(single)).equals(single.drop_columns("work"))


@pytest.mark.parametrize("rows", [1, 5, 10_000])
def test_groups_of_rows_lose_nothing(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = parquet.read_table(io.BytesIO(encode(TABLES["mentions"], RECORDS)))
    monkeypatch.setattr(parts, "ROWS", rows)
    file = parquet.ParquetFile(io.BytesIO(encode(TABLES["mentions"], RECORDS)))
    assert file.read().equals(wanted)
    assert file.num_row_groups == (1 if rows == 10_000 else 2)


def test_a_part_without_rows_has_its_columns(tmp_path: Path) -> None:
    write_part(tmp_path, 3, lambda: RECORDS[1:2])
    assert is_whole(tmp_path, 3)
    assert not is_whole(tmp_path, 2)
    assert {path.parent.name for path in tmp_path.rglob("part-00003.parquet")} == {*SET}
    assert parquet.read_table(tmp_path / "quotes").num_rows == 0
    assert parquet.read_table(tmp_path / "failures").num_rows == 1
