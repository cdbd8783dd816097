"""Where to write, so that nothing is overwritten that was read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from unspoken.cli.inputs import Input
from unspoken.errors import BadOutput
from unspoken.files import write_whole as write_whole

STANDARD_OUTPUT = Path("-")


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
    read = {i.path.resolve() for i in inputs if i.path}
    for path in paths:
        if path.resolve() in read:
            raise BadOutput(f"{path}: it is read, so it is not written over; name another file or folder")
    return list(paths)


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
