"""Folders, patterns, archives and tables give works in a fixed order, each with an id of its own."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pyarrow
import pyarrow.parquet as parquet
import pytest

from tests.unit.sources.packing import docx, zipped
from unspoken.corpus.inputs import survey, works
from unspoken.corpus.inputs.archives import is_archive
from unspoken.corpus.work import Settings, read_work
from unspoken.errors import BadInput


def tree(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Words.")
    return folder


def ids(*inputs: Path | str) -> list[str]:
    return [work.id for work in works([*map(str, inputs)])]


def test_a_folder_is_searched_below_in_order_of_name(tmp_path: Path) -> None:
    tree(tmp_path, "b.txt", "a/z.md", "a/y.txt", ".hidden/x.txt", ".x.txt", "cover.jpg", "c.EPUB")
    assert ids(tmp_path) == ["b.txt", "c.EPUB", "a/y.txt", "a/z.md"]
    assert survey([str(tmp_path)]).works == 4


def test_a_pattern_names_works_below_its_fixed_part(tmp_path: Path) -> None:
    tree(tmp_path, "x/1/a.txt", "x/2/a.txt", "y/a.txt")
    assert ids(tmp_path / "x" / "*" / "a.txt") == ["1/a.txt", "2/a.txt"]
    assert ids(tmp_path / "**" / "a.txt") == ["x/1/a.txt", "x/2/a.txt", "y/a.txt"]
    with pytest.raises(BadInput, match="no file is meant by it"):
        ids(tmp_path / "*.epub")


def test_two_works_of_one_id_are_refused_in_one_line(tmp_path: Path) -> None:
    tree(tmp_path, "x/a.txt", "y/a.txt")
    with pytest.raises(BadInput, match=r"a second work with the id 'a\.txt'; give the folder above both"):
        survey([str(tmp_path / "x"), str(tmp_path / "y")])


def test_a_name_of_any_bytes_makes_an_id(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Words.")
    except OSError:
        pytest.skip("this file system has no such names")
    assert ids(tmp_path) == ["caf\\udce9.txt"]
    (work,) = works([str(tmp_path)])
    assert Path(work.path or "").read_text() == "Words."


def test_members_of_an_archive_are_works_told_apart_by_content(tmp_path: Path) -> None:
    book = docx("<w:p><w:r><w:t>“You came,” said Ann.</w:t></w:r></w:p>")
    inner = {"a/one.txt": "Words.", "__MACOSX/x.txt": "", "a/.x.txt": "", "pic.png": "", "two": book, "a/": ""}
    path = tmp_path / "all.zip"
    path.write_bytes(zipped(inner))
    found = [*works([str(path)])]
    assert [(w.id, w.name, w.data) for w in found] == [("a/one.txt", "one.txt", b"Words."), ("two", "two", book)]
    assert ids(tmp_path) == ["all.zip/a/one.txt", "all.zip/two"]
    assert read_work(found[1], Settings()).failure is None


def test_a_packed_book_is_one_work_and_a_broken_archive_a_failure(tmp_path: Path) -> None:
    (tmp_path / "book.docx").write_bytes(docx(""))
    (tmp_path / "torn.zip").write_bytes(zipped({"a.txt": "Words." * 99})[:-30])
    assert not is_archive(tmp_path / "book.docx")
    assert ids(tmp_path) == ["book.docx", "torn.zip"]
    assert read_work([*works([str(tmp_path)])][1], Settings()).failure == "the archive is broken; get the file anew"


def test_a_member_that_is_broken_locked_or_too_large_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unspoken.corpus.inputs.archives.LARGEST_MEMBER", 1000)
    data = bytearray(zipped({"a.txt": "Words.", "burst.txt": "x" * 5000, "flip.txt": "Other words."}))
    data[data.index(b"flip.txt") + len("flip.txt") + 2] ^= 0xFF
    (tmp_path / "all.zip").write_bytes(data)
    fine, burst, flipped = works([str(tmp_path / "all.zip")])
    assert fine.fault is None
    assert (burst.data, burst.fault) == (None, "it unpacks to more than a book can hold")
    assert "broken in the archive" in (flipped.fault or "")


def test_members_that_lie_in_each_other_are_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Words.")
        archive.writestr("b.txt", "Words.")
        archive.infolist()[1].header_offset = 0
    (tmp_path / "bomb.zip").write_bytes(out.getvalue())
    with pytest.raises(BadInput, match="lie in each other"):
        survey([str(tmp_path / "bomb.zip")])


def test_json_lines_give_texts_and_metadata_and_name_what_is_broken(tmp_path: Path) -> None:
    lines = [
        '{"id": 7, "text": "Words.", "year": 1901, "author": "A"}', "", "not json", '{"text": "No id."}',
        '{"id": "x"}', '{"id": "\\ud83d\\ude00", "text": "<!DOCTYPE html><p>Words"}',
    ]  # fmt: skip
    path = tmp_path / "t.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = [*works([str(path)])]
    assert [(w.id, w.data, w.fault is None) for w in found] == [
        ("7", b"Words.", True), ("t.jsonl:3", None, False), ("t.jsonl:4", None, False), ("x", None, False),
        ("\U0001f600", b"<!DOCTYPE html><p>Words", True),
    ]  # fmt: skip
    assert json.loads(found[0].metadata or "") == {"author": "A", "year": 1901}
    assert ids(path) == [work.id for work in works([str(path)], data=False)]


def test_a_line_longer_than_any_text_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unspoken.corpus.inputs.rows.LARGEST_TEXT", 40)
    path = tmp_path / "t.jsonl"
    path.write_text('{"id": "a", "text": "%s"}\n{"id": "b", "text": "Words."}\n' % ("x" * 200))
    long, short = works([str(path)])
    assert "longer than a text" in (long.fault or "")
    assert short.data == b"Words."


def test_a_parquet_table_is_told_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "table.bin"
    columns = {"id": ["a", "b"], "text": ["Words.", None], "when": pyarrow.array([1, 2], pyarrow.date32())}
    parquet.write_table(pyarrow.table(columns), path)
    a, b = works([str(path)])
    assert (a.id, a.data, a.metadata) == ("a", b"Words.", '{"when":"1970-01-02"}')
    assert b.fault == "it has no text; give the column text a value"
    before = survey([str(path)])
    columns["text"] = ["Swords", None]
    parquet.write_table(pyarrow.table(columns), path)
    assert survey([str(path)]) != before


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("none.txt", None, "there is no such file"), ("t.parquet", b"PAR1 and no more", "the table is broken")],
)
def test_an_input_that_is_no_good_is_refused(tmp_path: Path, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInput, match=told):
        survey([str(tmp_path / name)])


def test_a_table_without_its_columns_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there are no works in it"):
        survey([str(tmp_path)])
    parquet.write_table(pyarrow.table({"key": ["a"], "text": ["Words."]}), tmp_path / "t.parquet")
    with pytest.raises(BadInput, match="no columns id and text"):
        survey([str(tmp_path / "t.parquet")])
