"""Where the library is, if nobody says otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from unspoken.errors import BadLibrary
from unspoken.places import data_folder

VARIABLE = "UNSPOKEN_LIBRARY"
FILE = "library.sqlite"


def usual_path(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """The file that holds the library: what the variable UNSPOKEN_LIBRARY names, else a place for a program's data.

    The arguments are those of `unspoken.places.data_folder`.

    Raises:
        BadLibrary: the system knows no folder of the user.
    """
    if named := environment.get(VARIABLE, "").strip():
        return Path(named)
    folder = data_folder(environment, platform, home)
    if folder is None:
        raise BadLibrary(f"there is no home folder for a library; name its file with --library or {VARIABLE}")
    return folder / FILE
