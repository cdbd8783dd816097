"""How work is spread over cores; what comes out of it does not depend on that."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

THREADS = 2
# for the environment, before numpy is imported: no threads for products of matrices, most of which are small
ONE_FOR_PRODUCTS = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def free() -> bool:
    """Whether products leave cores to other work. Where they do not, their threads keep cores busy while they wait for
    each other, and wait long where others work as well."""
    return all(os.environ.get(name) == value for name, value in ONE_FOR_PRODUCTS.items())


def ahead(items: Iterable[A]) -> Iterator[A]:
    """The same items; where cores are free, another thread makes the next while one is used.

    Args:
        items: none of them is None.
    """
    from concurrent.futures import ThreadPoolExecutor  # only where there is much to do

    if not free():
        yield from items
        return
    source = iter(items)
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(lambda: next(source, None))
        while (item := coming.result()) is not None:
            coming = pool.submit(lambda: next(source, None))
            yield item


def abreast(make: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """What is made of each item, in their order; where cores are free, of some at a time.

    Args:
        make: may be called from several threads.
        items: what it is called with.
    """
    from concurrent.futures import ThreadPoolExecutor

    if not free():
        yield from map(make, items)
        return
    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(make, items)
