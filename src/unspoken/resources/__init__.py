"""Word lists and rules as data, read once."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def text(name: str) -> str:
    """The text of a resource file beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def packed(name: str) -> bytes:
    """The bytes of a resource file; not kept, since who asks keeps what it makes of them."""
    return files(__package__).joinpath(name).read_bytes()


@cache
def digest(name: str) -> str:
    """The SHA-256 of a resource file, in hexadecimal."""
    return hashlib.sha256(packed(name)).hexdigest()


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML resource as a dictionary; callers must not change it."""
    return tomllib.loads(text(name))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """A list of words in a TOML resource as a set; entries may hold several words parted by white space."""
    value = table(name)[key]
    entries = value.split() if isinstance(value, str) else [word for entry in value for word in entry.split()]
    return frozenset(entries)
