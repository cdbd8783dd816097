"""Records of works whose part is not yet whole: a file each in a hidden folder, whole or not there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from msgspec import structs

from unspoken.corpus.work import Record, pack, unpack
from unspoken.errors import BadOutput
from unspoken.files import write_whole

NAME = ".spool"
_LONGEST = 180  # bytes of a file's name, before its ending


def keep(out: Path, part: int, number: int, record: Record) -> None:
    """Keep the record of a work until its part is written; its story document is written now.

    Raises:
        BadOutput: there is no room for it, say.
    """
    if record.json is not None:
        write_whole(out / "json" / f"part-{part:05}" / f"{file_name(record.work)}.json", record.json)
        record = structs.replace(record, json=None)
    write_whole(_place(out, part) / f"{number:08}", pack(record))


def kept(out: Path, part: int) -> set[int]:
    """The numbers of the works of a part that are kept."""
    place = _place(out, part)
    return {int(file.name) for file in place.iterdir() if file.name.isdigit()} if place.is_dir() else set()


def records(out: Path, part: int) -> Iterator[Record]:
    """The records of a part in the order of its works.

    Raises:
        BadOutput: one cannot be read.
    """
    for number in sorted(kept(out, part)):
        path = _place(out, part) / f"{number:08}"
        try:
            yield unpack(path.read_bytes())
        except (OSError, ValueError) as error:
            raise BadOutput(f"{path}: cannot be read ({error}); delete it, and go on with --resume") from None


def drop(out: Path, part: int | None = None) -> None:
    """Throw away what is kept of a part, or of all."""
    shutil.rmtree(out / NAME if part is None else _place(out, part), ignore_errors=True)


def sweep(out: Path) -> None:
    """Throw away what a run that was killed was writing just then."""
    for path in out.rglob(".*.partial"):
        path.unlink(missing_ok=True)


def file_name(id: str) -> str:
    """The name of a file for a work, whatever its id is: it leads nowhere else, and no two ids have one."""
    name = quote(id, safe=" ,;'()[]!+=@~")
    name = "%2E" + name[1:] if name.startswith(".") else name
    if len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 34]}%~{hashlib.sha256(id.encode()).hexdigest()[:32]}"


def _place(out: Path, part: int) -> Path:
    return out / NAME / f"{part:05}"
