"""Where to write, so that nothing is overwritten that was read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unspoken.cli.inputs import Input
from unspoken.errors import BadOutput
from unspoken.files import write_whole as write_whole

if TYPE_CHECKING:
    from unspoken.exports.table import Format

STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True)
class Plan:
    """Where the files of one input go: from their names, which begin with the stem, to their paths."""

    stem: str
    paths: dict[str, Path]


def targets(inputs: Sequence[Input], option: str | None, suffix: str, *, single: bool) -> list[Path | None]:
    """A file to write for each input; all None where the option was not given.

    Args:
        inputs: what is read.
        option: a file, a folder (it ends in a slash, or exists as one), or ``-`` for standard output.
        suffix: of the files written into a folder, with its dot.
        single: one input was named, so that the option may be a file.

    Raises:
        BadOutput: several inputs and no folder, or a file that is read would be overwritten.
    """
    if option is None:
        return [None] * len(inputs)
    if option == str(STANDARD_OUTPUT):
        return [STANDARD_OUTPUT] * len(inputs)
    folder = _names_folder(option)
    if not folder and not single:
        raise BadOutput(f"{option}: there are several inputs, so name a folder to write to: {option.rstrip('/')}/")
    if not option.strip():
        raise BadOutput("the name of the file to write is empty; give one")
    stems = _distinct([i.stem for i in inputs])
    paths = [Path(option, stem + suffix) if folder else Path(option) for stem in stems]
    read = {os.path.realpath(i.path) for i in inputs if i.path}
    for path in paths:
        if os.path.realpath(path) in read:
            raise BadOutput(f"{path}: it is read, so it is not written over; name another file or folder")
    return list(paths)


def planned(
    inputs: Sequence[Input],
    formats: Sequence[Format],
    out: str | None,
    *,
    single: bool,
    force: bool,
    read: Iterable[Path] = (),
) -> list[Plan]:
    """Where each file of each input's formats goes. Nothing is written yet, so it is all or nothing.

    Args:
        inputs: what is read.
        formats: what is to be made of each.
        out: a folder, or a file or ``-`` where one file is to be written; None: the current folder.
        single: one input was named, so that ``out`` may be a file.
        force: files that are there may be written over, but for those that are read.
        read: files that are read beside the inputs.

    Returns:
        One plan for each input.

    Raises:
        BadOutput: something would be written over, or two files would be one.
    """
    names = {stem: [n for f in formats for n in f.files(stem)] for stem in _distinct([i.stem for i in inputs])}
    folder = _folder(out, several=not single or any(len(group) > 1 for group in names.values()))
    where = (lambda name: folder / name) if folder is not None else (lambda name: Path(str(out)))
    plans = [Plan(stem, {name: where(name) for name in group}) for stem, group in names.items()]
    paths = [path for plan in plans for path in plan.paths.values()]
    _apart(paths)
    kept = {found for path in (*(i.path for i in inputs), *read) if path and (found := _identity(path))}
    for path in paths:
        if path != STANDARD_OUTPUT:
            _free(path, kept, force)
    return plans


def _folder(out: str | None, *, several: bool) -> Path | None:
    """The folder to write to; None where ``out`` is a file."""
    if out is None:
        return Path()
    if not out.strip():
        raise BadOutput("the name of the file or folder to write is empty; give one")
    if out != str(STANDARD_OUTPUT) and _names_folder(out):
        return Path(out)
    if not several:
        return None
    if out == str(STANDARD_OUTPUT):
        raise BadOutput("several files cannot be written to standard output; name a folder")
    if Path(out).suffix:
        raise BadOutput(f"{out}: there are several files to write, so name a folder: {out}/")
    return Path(out)


def _apart(paths: Sequence[Path]) -> None:
    """Letter case does not tell files apart."""
    seen = set[str]()
    for path in paths:
        if (key := str(path).casefold()) in seen:
            raise BadOutput(f"{path}: two files would be written to it; export them into two folders")
        seen.add(key)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from others, whatever its names are."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def _free(path: Path, kept: set[tuple[int, int]], force: bool) -> None:
    """See that a file may be written."""
    try:
        _seen_free(path, kept, force)
    except OSError as error:  # the name is too long, or the folder may not be looked into
        raise BadOutput(f"{path}: cannot be written ({error.strerror}); name another place with --out") from None


def _seen_free(path: Path, kept: set[tuple[int, int]], force: bool) -> None:
    if _identity(path) in kept:
        raise BadOutput(f"{path}: it is read, so it is not written over; name another place with --out")
    if path.is_dir():
        raise BadOutput(f"{path}: this is a folder; name another place with --out")
    if path.is_file() and not force:
        raise BadOutput(f"{path}: it is there already; add --force to write over it, or name another place with --out")
    above = next((folder for folder in path.parents if folder.exists()), None)
    if above is not None and not above.is_dir():
        raise BadOutput(f"{path}: {above} is no folder; name another place with --out")


def _names_folder(option: str) -> bool:
    try:
        return option.endswith(("/", os.sep)) or Path(option).is_dir()
    except OSError as error:  # the name is too long, say
        raise BadOutput(f"{option}: cannot be a file ({error.strerror}); give another name") from None


def _distinct(stems: Sequence[str]) -> list[str]:
    """The stems, with a number added to those that are there already; letter case does not tell files apart."""
    taken = {stem.casefold() for stem in stems}
    seen, out = set[str](), []
    for stem in stems:
        name, number = stem, 2
        if stem.casefold() in seen:
            while (name := f"{stem}-{number}").casefold() in taken:
                number += 1
        taken.add(name.casefold())
        seen.add(name.casefold())
        out.append(name)
    return out
