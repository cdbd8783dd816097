"""A network in training: what it begins with, what it learns from a batch, how well it does on dev, what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from random import Random

import torch
from torch import Tensor, nn

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass import antecedents
from unspoken.training.one_pass.bases import Base
from unspoken.training.one_pass.batches import Batch, batches
from unspoken.training.one_pass.chains import Chain
from unspoken.training.one_pass.config import Config
from unspoken.training.one_pass.data import Data
from unspoken.training.one_pass.lessons import Lessons
from unspoken.training.one_pass.losses import loss
from unspoken.training.one_pass.network import OnePass
from unspoken.training.one_pass.scores import score

CHAINS = "chains"  # what the sampling calls texts whose mentions are joined
COUNTED = ("entities", "mentions", "events", "las", "cues", "whole", "short")  # scores that a checkpoint is chosen by


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
        self.before: dict[str, Tensor] = {}
        if config.begins:
            self.before = torch.load(work / f"{config.begins}.pt", weights_only=False, map_location="cpu")["network"]
            if not self.begin:
                self.network.load_state_dict(self.before)

    def step(self, given: Batch | Chain, step: int) -> dict[str, Tensor]:
        """Learn from a batch, the one of that number."""
        share = min((step + 1) / self.config.warmup, 1 - step / self.config.steps)
        full = self.config.rate_encoder, self.config.rate_heads
        for group, rate in zip(self.optimiser.param_groups, full, strict=True):
            group["lr"] = rate * share
        losses = losses_of(self.network, given, self.pieces, self.config.weights)
        if self.lessons:
            losses |= self.lessons.losses(self.network, self.config.weights)
        self.optimiser.zero_grad(set_to_none=True)
        total: Tensor = torch.stack(list(losses.values())).sum()
        total.backward()
        nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimiser.step()
        return {name: value.detach() for name, value in losses.items()}

    def blend(self) -> None:
        """Go back half the way to the network that this one began with, which is better than both (Wortsman and others
        2022): what was learnt from much text is kept beside what was learnt from little."""
        now = self.network.state_dict()
        self.network.load_state_dict({k: (v + self.before[k].to(v.device)) / 2 for k, v in now.items()})

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
