"""Where a program keeps what is a user's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def data_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None
) -> Path | None:
    """The folder in which the system has programs keep data, with ours in it; None: the system knows no user's folder.

    Args:
        environment: the variables.
        platform: the system, as `sys.platform` names it.
        home: the user's folder; None: as the system says.
    """
    if platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "unspoken"
    data = environment.get("XDG_DATA_HOME", "")
    if platform not in ("win32", "darwin") and Path(data).is_absolute():
        return Path(data) / "unspoken"
    try:
        home = home or Path.home()
    except RuntimeError:
        return None
    folders = {"win32": "AppData/Local", "darwin": "Library/Application Support"}
    return home / folders.get(platform, ".local/share") / "unspoken"
