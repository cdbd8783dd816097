"""What a data set is made of, and with. It is written first, so that others do not mix with it, and once more last."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from unspoken.corpus.inputs import Survey
from unspoken.corpus.work import Settings
from unspoken.errors import BadOutput
from unspoken.files import write_whole
from unspoken.layers.provenance import Model
from unspoken.reading import models
from unspoken.version import __version__

NAME = "manifest.json"


class Totals(msgspec.Struct, frozen=True):
    """What a data set holds: works that were given, those of them that could not be read, and words."""

    works: int
    failures: int
    words: int


class Manifest(msgspec.Struct, frozen=True):
    """``part`` is the number of works in a part; ``libraries`` has versions of what the bytes of the files depend on;
    ``totals`` is None as long as the data set is not whole."""

    unspoken: str
    settings: Settings
    part: int
    inputs: Survey
    models: tuple[Model, ...]
    libraries: dict[str, str]
    totals: Totals | None = None


def manifest(settings: Settings, part: int, inputs: Survey) -> Manifest:
    """The manifest of a data set that is begun now."""
    return Manifest(__version__, settings, part, inputs, models(), {"pyarrow": version("pyarrow")})


def write(out: Path, made: Manifest) -> None:
    """Write the manifest of a data set.

    Raises:
        BadOutput: it cannot be written.
    """
    write_whole(out / NAME, msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")


def begun(out: Path, wanted: Manifest, resume: bool) -> Manifest | None:
    """The manifest in a folder, if the data set that is wanted was begun there; None where the folder is empty.

    Raises:
        BadOutput: it holds a data set that is not to be gone on with, or that is another, or something else.
    """
    if not (out / NAME).exists():
        if other := next((p.name for p in sorted(out.iterdir()) if not p.name.startswith(".")), None):
            raise BadOutput(f"{out}: the folder is not empty (it holds {other}); name another one")
        return None
    if not resume:
        raise BadOutput(f"{out}: it holds a data set already; name another folder, or go on with that by --resume")
    try:
        found = msgspec.json.decode((out / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        raise BadOutput(f"{out}: its {NAME} cannot be read; name another folder") from None
    if told := _difference(_comparable(found), _comparable(wanted)):
        raise BadOutput(f"{out}: it was begun otherwise ({told}); go on as it was begun, or name another folder")
    return found


def _comparable(made: Manifest) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(made)
    plain["models"] = {model["name"]: model["digest"] for model in plain["models"]}
    del plain["totals"]
    return plain


def _difference(before: dict[str, Any], now: dict[str, Any]) -> str:
    """The first thing that is not as it was, in words; "" where all is."""
    for key in sorted(before.keys() | now.keys()):
        old, new = before.get(key), now.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            if told := _difference(old, new):
                return f"{key}: {told}"
        elif old != new:
            return f"{key} {msgspec.json.encode(old).decode()}, now {msgspec.json.encode(new).decode()}"
    return ""
