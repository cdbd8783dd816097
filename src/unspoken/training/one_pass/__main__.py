"""Train the network of a configuration.

    python -m unspoken.training.one_pass CONFIG DATA_FOLDER WORK_FOLDER

WORK_FOLDER holds what `prepare` and `adapt` left there, and the teachers of the configuration, if it names some. It
gets the pretrained encoder (downloaded once), `CONFIG.last.pt` at every scoring, from which an interrupted run goes on,
and `CONFIG.pt`, the best on dev. `python -m unspoken.training.one_pass.export` makes of it what ships.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor

from unspoken.training.one_pass.bases import BASES, Base
from unspoken.training.one_pass.config import Config, read_config
from unspoken.training.one_pass.data import Data, read_data
from unspoken.training.one_pass.device import choose_device
from unspoken.training.one_pass.lessons import Lessons, lessons_of
from unspoken.training.one_pass.run import CHAINS, Run, endless


def train(config: Config, base: Base, data: Data, work: Path, lessons: Lessons | None = None) -> None:
    """Train, from where an earlier run stopped."""
    run = Run(config, base, data, work, lessons)
    stream = endless(data, run.pieces, config, Random(config.seed + run.begin))
    sums: dict[str, list[Tensor]] = {}
    began = time.time()
    for step in range(run.begin, config.steps):
        for name, value in run.step(next(stream), step).items():
            sums.setdefault(name, []).append(value)
        end = step + 1 == config.steps
        if (step + 1) % config.every and not end:
            continue
        means = {k: round(torch.stack(v).mean().item(), 3) for k, v in sums.items()}
        print(config.name, step + 1, f"{time.time() - began:.0f}s", means, flush=True)
        sums.clear()
        if end and run.before:
            run.blend()
        if not run.save(step + 1) or end:
            return


def main() -> None:
    """Run from the command line."""
    name, folder, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    choose_device()
    config = read_config(name)
    work.mkdir(parents=True, exist_ok=True)
    base = BASES[config.base](work)
    if config.adapted:
        base = replace(base, weights=torch.load(work / f"{config.adapted}.adapted.pt"))
    data = read_data(folder, work)
    if CHAINS in config.sampling and not data.chains:
        sys.exit(f"{name} learns from chains of mentions: run unspoken.training.one_pass.prepare first")
    train(config, base, data, work, lessons_of(config, work, data.chains))


if __name__ == "__main__":
    main()
