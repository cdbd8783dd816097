"""From the arguments of a command to the files to be read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from unspoken.errors import BadInput
from unspoken.files import STORIES as STORIES

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Input:
    """One thing to read: ``name`` in messages, ``stem`` in outputs; ``path`` None: standard input; size in bytes."""

    name: str
    stem: str
    path: Path | None
    size: int = 0


def gather(arguments: list[str], suffixes: frozenset[str]) -> tuple[list[Input], list[BadInput]]:
    """The files that the arguments name, each once; folders are searched for files with the suffixes, in order of name.

    Returns:
        The inputs, and one error for each argument that names nothing and each folder that cannot be opened.
    """
    inputs: dict[Path | None, Input] = {}
    errors: list[BadInput] = []
    for argument in arguments:
        try:
            for found in _named(argument, suffixes, errors):
                inputs.setdefault(found.path.resolve() if found.path else None, found)
        except BadInput as error:
            errors.append(error)
    return list(inputs.values()), errors


def one_file(path: Path, remedy: str) -> Input:
    """A file to be read.

    Raises:
        BadInput: there is no such file, or it cannot be looked at; ``remedy`` is what to do then.
    """
    try:
        if path.is_file():
            return Input(str(path), path.stem, path, path.stat().st_size)
    except (OSError, ValueError) as error:
        raise BadInput(str(path), f"cannot be opened ({getattr(error, 'strerror', None) or error})", remedy) from None
    raise BadInput(str(path), "there is no such file", remedy)


def _named(argument: str, suffixes: frozenset[str], errors: list[BadInput]) -> list[Input]:
    if argument == STANDARD_INPUT:
        return [Input("standard input", "standard-input", None)]
    if not argument:
        raise BadInput("FILE", "the name is empty", "name a file or a folder, or - for standard input")
    path = Path(argument)
    try:
        if path.is_dir():
            return _folder(path, suffixes, errors)
        if path.exists():
            return [Input(argument, path.stem or path.name, path, path.stat().st_size)]
    except (OSError, ValueError) as error:
        raise BadInput(argument, f"cannot be opened ({getattr(error, 'strerror', None) or error})") from None
    raise BadInput(argument, "there is no such file or folder", "see that the path is right")


def _folder(folder: Path, suffixes: frozenset[str], errors: list[BadInput]) -> list[Input]:
    found = []
    closed: list[BadInput] = []

    def tell(error: OSError) -> None:
        closed.append(BadInput(error.filename, f"cannot be opened ({error.strerror})", "check its permissions"))

    for where, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() in suffixes and not name.startswith(".") and path.is_file():
                found.append(Input(str(path), path.stem, path, path.stat().st_size))
    errors += closed
    if not found and not closed:
        raise BadInput(str(folder), "no file in it can be read", f"it may hold {', '.join(sorted(suffixes))}")
    return found
