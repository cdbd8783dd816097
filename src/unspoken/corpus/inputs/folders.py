"""Files in folders and by patterns, in order of name."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from unspoken.errors import BadInput
from unspoken.files import STORIES

SUFFIXES = STORIES | {".zip"}


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files in a folder and those below that may hold stories, with their paths in it. Hidden ones are left out.

    Raises:
        BadInput: a folder cannot be opened.
    """

    def tell(error: OSError) -> None:
        raise BadInput(str(error.filename), f"cannot be opened ({error.strerror})", "check its permissions")

    for where, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and path.is_file():
                yield path.relative_to(folder).as_posix(), path


def matches(pattern: str) -> Iterator[tuple[str, Path]]:
    """The files that a pattern means, with their paths below the part of it that is no pattern.

    Raises:
        BadInput: there are none.
    """
    fixed: list[str] = []
    for piece in PurePath(pattern).parts:
        if glob.has_magic(piece):
            break
        fixed.append(piece)
    root, empty = Path(*fixed), True
    for found in sorted(glob.iglob(pattern, recursive=True)):
        if (path := Path(found)).is_file():
            empty = False
            yield path.relative_to(root).as_posix(), path
    if empty:
        raise BadInput(pattern, "no file is meant by it", "see that the pattern is right")
