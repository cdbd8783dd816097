"""Work on several threads: the order stays, what goes wrong is told, and there is work while other work is done."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from unspoken.threads import ONE_FOR_PRODUCTS, THREADS, abreast, ahead


@pytest.fixture(autouse=True)
def free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cores that products leave to other work."""
    for name, value in ONE_FOR_PRODUCTS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def taken(free: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cores that the threads of products may want."""
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")


def broken() -> Iterator[int]:
    yield 1
    raise ValueError("no second")


def test_what_is_made_ahead_comes_in_order_and_all_of_it() -> None:
    assert [*ahead(iter(range(50)))] == [*range(50)]
    assert [*ahead(())] == []


def test_the_next_item_is_made_while_one_is_used() -> None:
    made = threading.Event()

    def items() -> Iterator[str]:
        yield "first"
        made.set()
        yield "second"

    found = ahead(items())
    assert next(found) == "first"
    assert made.wait(10)
    assert [*found] == ["second"]


def test_what_goes_wrong_ahead_is_told_where_it_is_used() -> None:
    found = ahead(broken())
    assert next(found) == 1
    with pytest.raises(ValueError, match="no second"):
        next(found)


def test_who_wants_no_more_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    found = ahead(iter(range(9)))
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before


def test_what_is_made_abreast_is_made_at_once_and_comes_in_order() -> None:
    met = threading.Barrier(THREADS, timeout=10)  # broken unless so many come to it

    def double(number: int) -> int:
        met.wait()
        return 2 * number

    assert [*abreast(double, range(3 * THREADS))] == [*range(0, 6 * THREADS, 2)]


def test_what_goes_wrong_abreast_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        [*abreast(lambda number: 1 // number, (1, 0))]


@pytest.mark.usefixtures("taken")
def test_where_products_have_threads_of_their_own_all_is_done_in_one() -> None:
    here = threading.get_ident()
    assert {*abreast(lambda _: threading.get_ident(), range(9))} == {here}
    assert {*ahead(threading.get_ident() for _ in range(9))} == {here}
    assert [*ahead(range(9))] == [*abreast(int, range(9))] == [*range(9)]
