"""A trained network taken up again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from unspoken.training.one_pass.bases import BASES, Base
from unspoken.training.one_pass.config import Config
from unspoken.training.one_pass.network import OnePass


def restored(name: str, work: Path) -> tuple[OnePass, Base, dict[str, Any]]:
    """The network of a configuration, ready to be run, its base, and what else was saved with it."""
    saved = torch.load(work / f"{name}.pt", weights_only=False, map_location=torch.get_default_device())
    config = Config(**saved["config"])
    base = BASES[config.base](work)
    shape = replace(base.shape, layers=config.layers, early=config.early)
    network = OnePass(shape, len(saved["feats"]), len(saved["relations"]), config.drop)
    network.load_state_dict(saved["network"])
    return network.eval(), base, saved
