"""The file: found, made, brought up to date, and shared with other processes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from unspoken.errors import BadLibrary
from unspoken.library.schema import APPLICATION, STEPS, VERSION

PATIENCE = 30.0  # seconds to wait for another process that writes
_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes


def opened(path: Path) -> sqlite3.Connection:
    """Open a library that is there, and bring it to the version of this program.

    Raises:
        BadLibrary: there is none, it is another program's file, newer than this program, or broken.
    """
    _known(path)
    with told(path):
        connection = _connected(path)
        try:
            migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def made(path: Path) -> None:
    """Make an empty library, whole or not at all. One that another process made meanwhile is left as it is.

    Raises:
        BadLibrary: it cannot be made there.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".partial", dir=path.parent)
        os.close(handle)
        try:
            with told(path):
                _fill(Path(name), path)
            _put(name, path)
        finally:
            for ending in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.unlink(name + ending)
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise BadLibrary(f"{path}: no library can be made there ({what}); name another place") from None


def _fill(new: Path, path: Path) -> None:
    connection = _connected(new)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection, path)
    finally:
        connection.close()


def _put(name: str, path: Path) -> None:
    """Give a new file its name, unless something has that name by now."""
    try:
        os.link(name, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            os.replace(name, path)


def _known(path: Path) -> None:
    """See by the header alone that this is a library, so that no other program's file is ever touched."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise BadLibrary(f"{path}: there is no library yet; `unspoken library add FILE` makes one") from None
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise BadLibrary(f"{path}: cannot be opened ({what}); name another file") from None
    if len(head) < _HEADER or not head.startswith(_MAGIC) or int.from_bytes(head[68:72], "big") != APPLICATION:
        raise BadLibrary(f"{path}: this is no library of works; name another file with --library")
    _not_newer(int.from_bytes(head[60:64], "big"), path)


def _not_newer(version: int, path: Path) -> None:
    if version > VERSION:
        raise BadLibrary(f"{path}: a newer Unspoken made it (version {version}, known is {VERSION}); install that one")


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        _with_search(connection)
        _write_ahead(connection)
        for pragma in ("foreign_keys = ON", "secure_delete = ON", "cache_size = -32000"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _with_search(connection: sqlite3.Connection) -> None:
    """See that SQLite was built with full-text search.

    Raises:
        BadLibrary: it was not.
    """
    try:
        connection.execute("CREATE VIRTUAL TABLE temp.probe USING fts5 (words)")
        connection.execute("DROP TABLE temp.probe")
    except sqlite3.OperationalError as error:
        if "no such module" in str(error):
            what = "the SQLite of this Python has no full-text search (FTS5)"
            raise BadLibrary(f"{what}; a library needs it, so use another Python") from None
        raise


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer side by side. Two processes that ask for it at once do not wait by themselves."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > ends:
                raise
            time.sleep(0.02)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Go through the steps that a library has not been through, all or none.

    Raises:
        BadLibrary: it is newer than this program.
    """
    if _version(connection) == VERSION:
        return
    with writing(connection):
        version = _version(connection)  # another process may have been first
        _not_newer(version, path)
        for step in STEPS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that writes: all of it is kept, or nothing."""
    with _transaction(connection, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that reads: all questions are answered from one state of the library."""
    with _transaction(connection, "BEGIN"):
        yield


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite complains of, as a message for a user.

    Raises:
        BadLibrary: with the file, what is wrong, and what to do.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise BadLibrary(f"{path}: {_complaint(error)}") from None


def _complaint(error: sqlite3.Error) -> str:
    what = str(error)
    if "locked" in what or "busy" in what:
        return f"another program has been writing to it for {PATIENCE:g} seconds; try again later"
    if "full" in what:
        return "there is no room left on the disk; make room, and try again"
    if "readonly" in what or "unable to open" in what:
        return f"it cannot be written to ({what}); check the permissions of the file and of its folder"
    return f"the library is broken ({what}); take a copy that you have, or add your works to a new one"
