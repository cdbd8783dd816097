"""What made a story's layers, and how long it took."""

from __future__ import annotations

import msgspec


class Model(msgspec.Struct, frozen=True):
    """Weights that were used, by name and SHA-256 digest."""

    name: str
    digest: str


class LayerRun(msgspec.Struct, frozen=True):
    """One stage's run: the layer made, the stage's version, wall seconds."""

    name: str
    stage: str
    version: str
    seconds: float


class Provenance(msgspec.Struct, frozen=True):
    """The program's version, its models, its stages and the time they took."""

    version: str
    models: tuple[Model, ...]
    layers: tuple[LayerRun, ...]
    seconds: float
