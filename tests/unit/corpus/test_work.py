"""One work: the same bytes give the same record, and nothing makes it raise."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unspoken.corpus import work as module
from unspoken.corpus.limits import TimeIsUp, limited
from unspoken.corpus.spool import file_name
from unspoken.corpus.work import Record, Settings, Work, pack, read_work, unpack
from unspoken.corpus.worker import Orders, ready
from unspoken.exports.json import decode
from unspoken.reading import read
from unspoken.views.tables import TABLES, tables

TEXT = "“You are late,” said Hester.\n\n“I know,” said Amos. He was ashamed.\n"
FAST = Settings("fast", json=True)


def test_a_record_has_what_single_reading_finds(tmp_path: Path) -> None:
    path = tmp_path / "late.txt"
    path.write_text(TEXT, encoding="utf-8")
    record = read_work(Work("in/late", "late.txt", 70, str(path), metadata="{}"), FAST)
    assert record == read_work(Work("in/late", "late.txt", 70, data=TEXT.encode(), metadata="{}"), FAST, threads=2)
    wanted = tables(read(path, recipe="fast"), "in/late")
    assert {name: record.tables[name] for name in TABLES} == {n: msgspec.msgpack.encode(t) for n, t in wanted.items()}
    assert decode(record.json or b"").provenance.seconds == 0
    assert unpack(pack(record)) == record


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (Work("a", "a.txt", data=b""), "the file is empty; give a file with a story"),
        (Work("a", "a.txt", path="/no/such/a.txt"), "there is no such file; check the path"),
        (Work("a", "a.txt", fault="it\nis locked"), "it is locked"),
        (Work("a", "a.txt", data=b"PK\x03\x04 and no more"), "the archive is broken; get the file anew"),
    ],
)
def test_what_cannot_be_read_is_a_failure_in_one_line(work: Work, reason: str) -> None:
    record = read_work(work, FAST)
    assert (record.failure, record.tables, record.json, record.words) == (reason, {}, None, 0)


@pytest.mark.parametrize("error", [ValueError("odd\nvalue"), MemoryError(), RecursionError("deep")])
def test_a_fault_of_ours_is_a_failure_too(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(module, "_document", fails)
    failure = read_work(Work("a", "a.txt", data=b"Words."), FAST).failure
    assert failure
    assert "\n" not in failure


def test_a_work_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: Work) -> None:
        while True:
            try:
                time.sleep(9)
            except Exception:  # whoever expects broken files does not catch it
                raise AssertionError from None

    monkeypatch.setattr(module, "_document", slow)
    began = time.monotonic()
    assert read_work(Work("a", "a.txt", data=b"W"), Settings(seconds=1)).failure == "it took longer than 1 seconds"
    assert time.monotonic() - began < 5


def test_to_load_is_no_works_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(work: Work, *_: object) -> Record:
        time.sleep(1.2)
        return Record(work.id, work.name, work.size)

    monkeypatch.setattr(module, "_read", loads)
    assert ready(Orders(Settings(seconds=1), 1)).failure is None


def test_what_is_in_time_is_left_alone() -> None:
    with limited(0.05):
        pass
    with limited(0):
        time.sleep(0.06)
    with pytest.raises(TimeIsUp), limited(0.01):
        time.sleep(5)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    record = read_work(Work("a", "a.txt", len(data), data=data), FAST)
    assert (record.failure is None) == bool(record.tables)
    assert unpack(pack(record)) == record


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), unique=True, max_size=8))
def test_ids_make_names_of_files_that_stay_in_their_folder_and_apart(ids: list[str]) -> None:
    names = [file_name(id) for id in ids]
    assert len({*names}) == len(ids)
    for name in names:
        assert "/" not in name
        assert "\\" not in name
        assert not name.startswith(".")
        assert len(name.encode()) <= 200


def test_a_long_id_is_cut_and_no_other_id_has_its_name() -> None:
    name = file_name("é" * 500)
    assert len(name) <= 180
    assert file_name(name) != name
    assert file_name("../../x") == "%2E.%2F..%2Fx"
