"""Where the library is, if nobody says otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from unspoken.errors import BadLibrary

VARIABLE = "UNSPOKEN_LIBRARY"
_INNER = Path("unspoken", "library.sqlite")


def usual_path(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """The file that holds the library: what the variable UNSPOKEN_LIBRARY names, else a place for a program's data.

    Args:
        environment: the variables.
        platform: the system, as `sys.platform` names it.
        home: the user's folder; None: as the system says.

    Raises:
        BadLibrary: the system knows no folder of the user.
    """
    if named := environment.get(VARIABLE, "").strip():
        return Path(named)
    if platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / _INNER
    data = environment.get("XDG_DATA_HOME", "")
    if platform not in ("win32", "darwin") and Path(data).is_absolute():
        return Path(data) / _INNER
    try:
        home = home or Path.home()
    except RuntimeError:
        raise BadLibrary(f"there is no home folder for a library; name its file with --library or {VARIABLE}") from None
    folders = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
    return home / folders.get(platform, ".local/share") / _INNER
