"""One run in a folder at a time. The lock goes with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from unspoken.errors import BadOutput

NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made if need be. The file of the lock tells the number of the process that holds it.

    Raises:
        BadOutput: another run holds it, or no file can be made in it.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _held(path)
    except OSError as error:
        raise BadOutput(f"{folder}: cannot be written ({error.strerror or error}); name another folder") from None
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _held(path: Path) -> int:
    """The lock's file, open and locked."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _taken(handle):
            who = os.read(handle, 20).decode("ascii", "replace").strip()
            os.close(handle)
            raise BadOutput(f"{path.parent}: another run writes to it (process {who or 'unknown'}); wait, or stop that")
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(handle), path.stat()):  # it may have been taken away by who held it before
                os.ftruncate(handle, 0)
                os.write(handle, str(os.getpid()).encode())
                return handle
        os.close(handle)


def _taken(handle: int) -> bool:
    """Lock an open file, unless another process has."""
    try:
        _lock(handle)
    except OSError:
        return False
    return True


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, 4096, os.SEEK_SET)  # no byte that is written, for these could not be read then
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
