"""Train the network of a configuration.

    python -m unspoken.training.one_pass CONFIG DATA_FOLDER WORK_FOLDER

WORK_FOLDER holds what `prepare` and `adapt` left there, and the teachers of the configuration, if it names some. It gets
the pretrained encoder (downloaded once), `CONFIG.last.pt` at every scoring, from which an interrupted run goes on, and
`CONFIG.pt`, the best on dev. `python -m unspoken.training.one_pass.export` makes of it what ships.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass import antecedents
from unspoken.training.one_pass.bases import BASES, Base
from unspoken.training.one_pass.batches import Batch, batches
from unspoken.training.one_pass.chains import Chain
from unspoken.training.one_pass.config import Config, read_config
from unspoken.training.one_pass.data import Data, read_data
from unspoken.training.one_pass.device import choose_device
from unspoken.training.one_pass.lessons import Lessons, lessons_of
from unspoken.training.one_pass.losses import loss
from unspoken.training.one_pass.network import OnePass
from unspoken.training.one_pass.scores import score

CHAINS = "chains"  # what the sampling calls texts whose mentions are joined
Saved = dict[str, Any]


def build(config: Config, base: Base, data: Data) -> OnePass:
    """The network before training, with the lower layers of the base; embeddings of pieces stay as they are."""
    network = OnePass(
        replace(base.shape, layers=config.layers, early=config.early), len(data.feats), len(data.relations), config.drop
    )
    network.encoder.load_state_dict(
        {k: v for k, v in base.weights.items() if not k.startswith("blocks.") or int(k.split(".")[1]) < config.layers}
    )
    network.encoder.word.weight.requires_grad_(False)
    return network


def endless(data: Data, pieces: Pieces, config: Config, chance: Random) -> Iterator[Batch | Chain]:
    """Batches of all corpora, drawn by the sampling of the configuration."""
    names = list(config.sampling)
    running: dict[str, Iterator[Batch]] = {}
    while True:
        name = chance.choices(names, [config.sampling[n] for n in names])[0]
        if name == CHAINS:
            yield chance.choice(data.chains["train"])
            continue
        found = next(running.get(name, iter(())), None)
        if found is None:
            running[name] = batches(data.train[name], pieces, config.most, config.room, chance)
            found = next(running[name])
        yield found


def losses_of(network: OnePass, given: Batch | Chain, pieces: Pieces, weights: dict[str, float]) -> dict[str, Tensor]:
    """The weighted losses of a batch, or of the antecedents of a text."""
    if isinstance(given, Batch):
        return loss(network, given, weights)
    right = torch.tensor(given.right)
    both = zip(network.who, antecedents.read(network, pieces, given), strict=True)
    lower, upper = (antecedents.loss(who(states, given), right) for who, states in both)
    weight = weights.get("who", 1.0)
    return {"who": weight * upper, "who lower": weight * weights.get("lower", 1.0) * lower}


def scores(network: OnePass, data: Data, pieces: Pieces, config: Config) -> tuple[dict[str, float], dict[str, float]]:
    """Scores on the dev parts of all corpora, by the upper and by the lower heads."""
    upper: dict[str, float] = {}
    lower: dict[str, float] = {}
    for examples in data.dev.values():
        for out, part in ((upper, False), (lower, True)):
            out |= score(network, batches(examples, pieces, config.most, 4 * config.room), part)
    for kind, chains in data.chains.items():
        if kind != "train" and kind != "raw":
            lower[kind], upper[kind] = antecedents.score(network, pieces, chains)
    return upper, lower


COUNTED = ("entities", "mentions", "events", "las", "cues", "whole", "short")


class Run:
    """A network in training, with all that a later run needs to go on.

    Args:
        config: the configuration.
        base: the encoder that it begins with.
        data: what it learns from.
        work: the folder of its files.
        lessons: what teachers say, if it has any.
    """

    def __init__(self, config: Config, base: Base, data: Data, work: Path, lessons: Lessons | None = None) -> None:
        torch.manual_seed(config.seed)
        self.config, self.data, self.lessons = config, data, lessons
        self.pieces = base.pieces()
        self.network = build(config, base, data)
        inner = [p for p in self.network.encoder.parameters() if p.requires_grad]
        heads = [p for n, p in self.network.named_parameters() if not n.startswith("encoder.")]
        heads += [*lessons.mirrors.parameters()] if lessons else []
        self.trained = [*inner, *heads]
        groups = [{"params": inner, "lr": config.rate_encoder}, {"params": heads, "lr": config.rate_heads}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        self.best_file, self.last_file = work / f"{config.name}.pt", work / f"{config.name}.last.pt"
        self.begin, self.best, self.worse = 0, -1.0, 0
        if self.last_file.exists():
            saved = torch.load(self.last_file, weights_only=False)
            self.network.load_state_dict(saved["network"])
            self.optimiser.load_state_dict(saved["optimiser"])
            self.begin, self.best, self.worse = saved["step"], saved["best"], saved["worse"]

    def step(self, given: Batch | Chain, share: float, warm: float) -> dict[str, Tensor]:
        """Learn from a batch, when ``share`` of all is done, at rates ``warm`` of which have been reached."""
        for group, rate in zip(self.optimiser.param_groups, (self.config.rate_encoder, self.config.rate_heads), strict=True):
            group["lr"] = rate * min(warm, 1 - share)
        losses = losses_of(self.network, given, self.pieces, self.config.weights)
        if self.lessons:
            losses |= self.lessons.losses(self.network, self.config.weights)
        self.optimiser.zero_grad(set_to_none=True)
        total: Tensor = torch.stack(list(losses.values())).sum()
        total.backward()
        nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        return {name: value.detach() for name, value in losses.items()}

    def save(self, step: int) -> bool:
        """Score on dev, save, and say whether it is worth going on."""
        upper, lower = scores(self.network, self.data, self.pieces, self.config)
        mean = sum(upper[k] for k in COUNTED if k in upper)
        for name, figures in (("upper", upper), ("lower", lower)):
            print("   ", name, {k: round(v, 4) for k, v in figures.items()}, flush=True)
        state = {"network": self.network.state_dict(), "config": asdict(self.config), "scores": upper, "lower": lower,
                 "step": step, "feats": self.data.feats, "relations": self.data.relations}  # fmt: skip
        self.worse = 0 if mean > self.best else self.worse + 1
        if mean > self.best:
            self.best = mean
            torch.save(state, self.best_file)
        state |= {"optimiser": self.optimiser.state_dict(), "best": self.best, "worse": self.worse}
        torch.save(state, self.last_file)
        return self.worse < self.config.patience


def train(
    config: Config, base: Base, data: Data, work: Path, lessons: Lessons | None = None, until: float = float("inf")
) -> None:
    """Train, from where an earlier run stopped; end after all steps, or when the clock says ``until``."""
    run = Run(config, base, data, work, lessons)
    stream = endless(data, run.pieces, config, Random(config.seed + run.begin))
    sums: dict[str, list[Tensor]] = {}
    began = time.time()
    for step in range(run.begin, config.steps):
        share = max(step / config.steps, (time.time() - began) / (until - began))
        for name, value in run.step(next(stream), min(share, 1.0), (step + 1) / config.warmup).items():
            sums.setdefault(name, []).append(value)
        end = share >= 1 or step + 1 == config.steps
        if (step + 1) % config.every and not end:
            continue
        means = {k: round(torch.stack(v).mean().item(), 3) for k, v in sums.items()}
        print(config.name, step + 1, f"{time.time() - began:.0f}s", means, flush=True)
        sums.clear()
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
    train(config, base, read_data(folder, work), work, lessons_of(config, work))


if __name__ == "__main__":
    main()
