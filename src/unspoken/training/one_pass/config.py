"""What a model is made of: a TOML file beside this module, one a model, which may be ``like`` another but for some."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Config:
    """A training run. Learning rates rise over ``warmup`` steps, then fall to zero in a straight line."""

    name: str
    base: str  # in bases.BASES
    layers: int  # of the base, from below
    early: int  # of these, how many the fast model reads with
    steps: int
    warmup: int
    every: int  # steps between scores on dev
    patience: int  # scorings without a better one before it stops
    rate_encoder: float
    rate_heads: float
    drop: float
    room: int  # pieces a batch
    most: int  # pieces a window
    seed: int
    sampling: dict[str, float]  # how often a batch comes from each corpus
    weights: dict[str, float] = field(default_factory=dict)  # of the losses
    begins: str = ""  # the configuration whose trained network it begins with
    adapted: str = ""  # the configuration whose adapted encoder it begins with; none: the base as it is
    steps_adapt: int = 0  # batches of raw text that the base is adapted on
    rate_adapt: float = 1e-4
    room_raw: int = 24_000  # pieces a batch of raw text
    teachers: tuple[str, ...] = ()  # configurations of the networks that it learns from


def read_config(name: str) -> Config:
    """The configuration of that name."""
    return Config(name=name, **_table(name))


def _table(name: str) -> dict[str, Any]:
    """What a file says, over what that one says which it is ``like``."""
    own = tomllib.loads((HERE / "configs" / f"{name}.toml").read_text(encoding="utf-8"))
    return (_table(own.pop("like")) if "like" in own else {}) | own
