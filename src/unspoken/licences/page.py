"""The packages of npm of which parts are in the page of ``unspoken open``, as its build lists them."""

from __future__ import annotations

import re
from importlib.resources import files

from unspoken.licences.record import Package

FILE = "web/built/licences.md"
_HEAD = re.compile(r"^## (?P<name>\S+) - (?P<version>\S+)(?: \((?P<licence>[^)]+)\))?\s*$", re.MULTILINE)


def in_page() -> tuple[Package, ...]:
    """The packages, by name."""
    return listed(files("unspoken").joinpath(FILE).read_text(encoding="utf-8"))


def listed(text: str) -> tuple[Package, ...]:
    """The packages that a list of licences names in its headings."""
    heads = [(m["name"], m["version"], m["licence"]) for m in _HEAD.finditer(text)]
    return tuple(Package(name, version, licence, FILE if licence else None) for name, version, licence in sorted(heads))
