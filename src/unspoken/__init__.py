"""Unspoken reads fiction and rebuilds it as a model of its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspoken.version import __version__

if TYPE_CHECKING:
    from unspoken.exports.json import dump, load
    from unspoken.reading import read
    from unspoken.story import Story

__all__ = ["Story", "__version__", "dump", "load", "read"]

_HOMES = {"Story": "story", "dump": "exports.json", "load": "exports.json", "read": "reading"}


def __getattr__(name: str) -> object:
    """The public names, imported when they are first asked for, so that `unspoken --version` need not wait for all."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"unspoken.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
