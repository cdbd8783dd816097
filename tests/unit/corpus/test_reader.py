"""Readers of groups: nothing is lost on the way, and what a work does to its process is its own failure alone."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from unspoken.corpus.local import Bounds
from unspoken.corpus.reader import MOST, WEIGHT, Reader, answers, groups
from unspoken.corpus.work import Settings, Work, pack, read_work, unpack

WORK = Work("a", "a.txt", 40, data="“Stay,” said Ann. Tom was glad.\n\n".encode())
BOUNDS = Bounds(1)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    made = Reader(Settings(), BOUNDS)
    yield made
    made.close()


@given(some.lists(some.integers(0, 2 * WEIGHT)))
def test_groups_hold_every_work_once_and_in_order(sizes: list[int]) -> None:
    import msgspec

    todo = [(n, Work(str(n), "a.txt", size)) for n, size in enumerate(sizes)]
    made = [msgspec.msgpack.decode(group, type=list[tuple[int, Work]]) for group in groups(iter(todo))]
    assert [item for group in made for item in group] == todo
    assert all(0 < len(group) <= MOST for group in made)
    assert all(sum(work.size for _, work in group[:-1]) < WEIGHT for group in made)


def test_a_group_gives_the_records_of_its_works_by_number(reader: Reader) -> None:
    empty = Work("b", "b.txt", 0, data=b"")
    (group,) = groups(iter([(7, WORK), (3, empty)]))
    assert answers(reader.read(group)) == [(n, pack(read_work(w, Settings()))) for n, w in ((7, WORK), (3, empty))]


def test_a_process_that_takes_too_much_is_the_failure_of_its_work_alone(reader: Reader) -> None:
    long = replace_data(WORK, WORK.data * 3000 if WORK.data else b"")
    reader._bounds = replace(BOUNDS, memory=1)
    (_, packed), *_ = answers(reader.read(next(groups(iter([(0, long)])))))
    reader._bounds = BOUNDS
    (_, after), *_ = answers(reader.read(next(groups(iter([(1, WORK)])))))
    assert unpack(packed).failure == "it took more than 1 MB of memory"
    assert unpack(after).failure is None


def replace_data(work: Work, data: bytes) -> Work:
    from msgspec import structs

    return structs.replace(work, data=data, size=len(data))
