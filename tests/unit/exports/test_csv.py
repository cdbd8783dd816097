"""CSV: what any reader of RFC 4180 reads back, and what no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stories.wrong_door import bare, story
from unspoken.exports.csv import cell, export, guarded, unguarded
from unspoken.views.tables import TABLES, cells


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def test_each_table_is_a_file_also_where_it_is_empty() -> None:
    assert list(export(story(), "door")) == [f"door.{name}.csv" for name in TABLES]
    for name, data in export(bare(), "x").items():
        table = name.split(".")[1]
        assert read(data)[0] == [column.name for column in TABLES[table].columns]


def test_words_and_offsets_come_back() -> None:
    header, *lines = read(export(story(), "door")["door.quotes.csv"])
    made = cells(story(), TABLES["quotes"])
    assert [line[header.index("text")] for line in lines] == list(made["text"])
    assert [int(line[header.index("start")]) for line in lines] == list(made["start"])
    assert lines[0][header.index("speaker_name")] == "Nell"


def test_lines_end_as_rfc_4180_has_them_and_there_is_no_mark_in_front() -> None:
    data = export(story(), "door")["door.characters.csv"]
    assert data.startswith(b"work,id,name,")
    assert data.count(b"\r\n") == len(story().characters) + 1


@pytest.mark.parametrize("words", ["=1+1", "+1", "-2 said", "@now", "  =1", "\t=1", "'=1", "＝1", "\r=x"])
def test_nothing_that_a_spreadsheet_would_run_stands_at_the_front(words: str) -> None:
    assert guarded(words) == f"'{words}"
    hostile = msgspec.structs.replace(story(), source=msgspec.structs.replace(story().source, title=words))
    (_, line) = read(export(hostile, "x")["x.works.csv"])
    assert line[1] == f"'{words}"


@given(st.text(alphabet="='+-@ \t\r\nab|\\＝", max_size=6) | st.text(max_size=6))
def test_guarding_loses_nothing(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not re.match(r"[=+\-@\t\r\n]", guarded(words))


def test_numbers_are_no_words() -> None:
    assert [cell(v) for v in (-4, -0.5, True, False, None, "")] == ["-4", "-0.5", "true", "false", "", ""]


def test_several_values_can_be_told_apart() -> None:
    assert cell(("Nell", "Ivo")) == "Nell | Ivo"
    assert cell(("a|b", "c\\d", None)) == "a\\|b | c\\\\d | "
    assert cell(()) == ""
    assert cell((-1, 2)) == "'-1 | 2"
