"""Works in a ZIP archive, unpacked one at a time and within limits."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath

from unspoken.corpus.inputs.names import identifier
from unspoken.corpus.work import Work
from unspoken.errors import BadInput
from unspoken.files import STORIES
from unspoken.sources.detection import book_in
from unspoken.sources.packages import LARGEST_MEMBER

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def is_archive(path: Path) -> bool:
    """Is this a ZIP archive of works? A book that is packed (EPUB, DOCX, ODT) is none, nor is a broken archive."""
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
        with zipfile.ZipFile(path) as archive:
            return book_in(archive) is None
    except _BROKEN:
        return False


def members(path: Path, before: str, data: bool) -> Iterator[Work]:
    """The works in an archive, in its own order.

    Args:
        path: the archive.
        before: what their ids begin with, before their names in the archive.
        data: with their bytes.

    Raises:
        BadInput: the archive is broken, or made to burst: members that lie in each other.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if _overlap(infos):
                raise BadInput(str(path), "its members lie in each other", "get the file anew")
            for info in infos:
                if _may_be_work(info):
                    yield _member(archive, info, before, data)
    except _BROKEN:
        raise BadInput(str(path), "the archive is broken", "get the file anew") from None


def _overlap(infos: Sequence[zipfile.ZipInfo]) -> bool:
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(at + size > after for (at, size), (after, _) in pairwise(places))


def _may_be_work(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    suffix = PurePosixPath(info.filename).suffix.lower()
    return not (info.is_dir() or hidden) and (suffix in STORIES or not suffix)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, before: str, data: bool) -> Work:
    name = identifier(info.filename)
    work = Work(before + name, PurePosixPath(name).name, info.file_size)
    return _filled(archive, info, work) if data else work


def _filled(archive: zipfile.ZipFile, info: zipfile.ZipInfo, work: Work) -> Work:
    """The work with its bytes, or with the reason why there are none."""
    data, fault = None, None
    if info.flag_bits & 1:
        fault = "it is locked with a password; unlock the archive first"
    else:
        try:
            with archive.open(info) as stream:
                data = stream.read(LARGEST_MEMBER + 1)
        except _BROKEN:
            fault = "it is broken in the archive; get that anew"
    if data is not None and len(data) > LARGEST_MEMBER:
        data, fault = None, "it unpacks to more than a book can hold"
    return Work(work.id, work.name, work.size, data=data, fault=fault)
