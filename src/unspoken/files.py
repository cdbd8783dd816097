"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from unspoken.errors import BadOutput

_FULL = (errno.ENOSPC, errno.EDQUOT)
STORIES = frozenset(
    ".txt .text .md .markdown .html .htm .xhtml .epub .docx .odt .rtf .pdf .fb2".split()  # noqa: SIM905
)  # suffixes of the files that are looked for in folders


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when it is whole. Makes the folders above it.

    Raises:
        BadOutput: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, not replaced
            path.write_bytes(data)
            return
        target = _led_to(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        remedy = "make room, or name another place" if error.errno in _FULL else "name another place"
        raise BadOutput(f"{path}: cannot be written ({error.strerror or error}); {remedy}") from None


def _led_to(path: Path) -> Path:
    """Where a link leads, there or not; any other path as it is."""
    if not path.is_symlink():
        return path
    with suppress(FileNotFoundError):
        path.stat()  # tells of links that lead in a circle
    return Path(os.path.realpath(path))


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".partial", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with suppress(FileNotFoundError):  # an interruption may come when it has just been moved
            os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
