"""From the arguments of a command to works: files, folders, patterns, archives and tables, in a fixed order."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from unspoken.corpus.inputs.archives import is_archive, members
from unspoken.corpus.inputs.folders import files_of, matches
from unspoken.corpus.inputs.names import identifier
from unspoken.corpus.inputs.rows import is_table, works_of
from unspoken.corpus.work import Work
from unspoken.errors import BadInput


class Survey(msgspec.Struct, frozen=True):
    """What the inputs hold: how many works, how many bytes, and a digest of their names and sizes. What lies in an
    archive or a table counts by the digest of that file."""

    works: int
    size: int
    digest: str


def works(inputs: Sequence[str], *, data: bool = True) -> Iterator[Work]:
    """The works in the inputs, one after the other; none is held.

    Args:
        inputs: files, folders, patterns (``books/**/*.txt``), ZIP archives, and tables (Parquet, JSON Lines).
        data: with the bytes of what lies in archives and tables. Files are read later, where they are needed.

    Raises:
        BadInput: an input is not there, holds no work, or cannot be opened. A single work that is broken raises
            nothing: its record tells.
    """
    for given in inputs:
        yield from _works(given, data)


def survey(inputs: Sequence[str]) -> Survey:
    """Look through the inputs without reading their works.

    Raises:
        BadInput: as for `works`; there are no works, or two have one id.
    """
    seen, size, digest = set[bytes](), 0, hashlib.sha256()
    for given in inputs:
        digest.update(_digest(given))
        for work in _works(given, False):
            key = hashlib.blake2b(work.id.encode(), digest_size=16).digest()
            if key in seen:
                what = f"a second work with the id {work.id!r}"
                raise BadInput(given, what, "give the folder above both, or tell them apart by id")
            seen.add(key)
            size += work.size
            digest.update(msgspec.json.encode((work.id, work.size)))
    if not seen:
        raise BadInput(" ".join(inputs), "there are no works in it", "name files, folders, archives or tables")
    return Survey(len(seen), size, digest.hexdigest())


def _digest(given: str) -> bytes:
    """The digest of an archive or a table; nothing for what is looked through file by file."""
    with _opened(given) as path:
        if not (path.is_file() and (is_table(path) or is_archive(path))):
            return b""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()


def _works(given: str, data: bool) -> Iterator[Work]:
    with _opened(given) as path:
        if path.is_dir():
            yield from _files(files_of(path), data)
        elif path.is_file() and is_table(path):
            yield from works_of(path, data)
        elif path.is_file():
            yield from _files([(path.name, path)], data, alone=True)
        elif glob.has_magic(given):
            yield from _files(matches(given), data)
        else:
            raise BadInput(given, "there is no such file or folder", "see that the path is right")


@contextmanager
def _opened(given: str) -> Iterator[Path]:
    """The path of an input; whatever keeps it from being opened is told in one line."""
    if not given:
        raise BadInput("IN", "the name is empty", "name a file or a folder")
    try:
        yield Path(given)
    except (OSError, ValueError) as error:
        what = f"cannot be opened ({getattr(error, 'strerror', None) or error})"
        raise BadInput(given, what, "check the path and its permissions") from None


def _files(
    found: Iterator[tuple[str, Path]] | list[tuple[str, Path]], data: bool, alone: bool = False
) -> Iterator[Work]:
    """A work for each file, and for each member of an archive; ``alone``: its members are not named after it."""
    for name, path in found:
        if is_archive(path):
            yield from members(path, "" if alone else f"{identifier(name)}/", data)
        else:
            yield Work(identifier(name), identifier(path.name), path.stat().st_size, str(path))
