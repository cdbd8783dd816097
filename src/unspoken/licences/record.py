"""What is told of the terms that everything in an installation is under."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Package:
    """A package of Python or of npm.

    ``licence`` is an expression of SPDX where it can be told, otherwise the package's own words; None: it says nothing.
    ``told_by`` names the place where it says so, ``extra`` the first of our extras that brings it, "" for none.
    """

    name: str
    version: str
    licence: str | None
    told_by: str | None
    extra: str = ""


@dataclass(frozen=True)
class Data:
    """A data set or foreign weights that ours were made from; ``made_from`` holds ids of further ones."""

    id: str
    name: str
    by: str | None
    licence: str | None
    remark: str | None
    kind: str
    made_from: tuple[str, ...]


@dataclass(frozen=True)
class Weights:
    """Something of ours that was learnt or chosen with the help of data.

    ``files`` gives the SHA-256 of each of its files by its path in the package; ``made_from`` holds ids of data.
    """

    name: str
    licence: str
    files: dict[str, str]
    made_from: tuple[str, ...]


@dataclass(frozen=True)
class Licences:
    """All of it: the program, what is installed for it, what its page holds, its weights and the data behind them."""

    version: str
    licence: str
    packages: tuple[Package, ...]
    page: tuple[Package, ...]
    weights: tuple[Weights, ...]
    data: tuple[Data, ...]
