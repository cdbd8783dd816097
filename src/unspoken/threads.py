"""How work is spread over cores; what comes out of it does not depend on that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

THREADS = 2
# For the environment, before numpy is there. Its own threads wait for each other in small products with cores that they
# keep busy, while other work has need of them.
ONE_FOR_PRODUCTS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def ahead(items: Iterable[A]) -> Iterator[A]:
    """The same items, each of which another thread makes while the one before it is used.

    Args:
        items: none of them is None.
    """
    from concurrent.futures import ThreadPoolExecutor  # only where there is much to do

    source = iter(items)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(lambda: next(source, None))
        while (item := coming.result()) is not None:
            coming = pool.submit(lambda: next(source, None))
            yield item


def abreast(make: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """What is made of each item, in their order, of some at a time.

    Args:
        make: called from several threads.
        items: what it is called with.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(make, items)
