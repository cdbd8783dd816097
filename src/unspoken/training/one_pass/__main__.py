"""Train the network of a configuration.

    python -m unspoken.training.one_pass CONFIG DATA_FOLDER WORK_FOLDER

WORK_FOLDER gets the pretrained encoder (downloaded once), `last.pt` at every scoring, from which an interrupted run
goes on, and `best.pt`, the best on dev. `python -m unspoken.training.one_pass.export` makes of it what ships.
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

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.bases import BASES, Base
from unspoken.training.one_pass.batches import Batch, batches
from unspoken.training.one_pass.config import Config, read_config
from unspoken.training.one_pass.data import Data, read_data
from unspoken.training.one_pass.losses import loss
from unspoken.training.one_pass.network import OnePass
from unspoken.training.one_pass.scores import score


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


def endless(examples: dict[str, Any], pieces: Pieces, config: Config, chance: Random) -> Iterator[Batch]:
    """Batches of all corpora, drawn by the sampling of the configuration."""
    names = list(config.sampling)
    running: dict[str, Iterator[Batch]] = {}
    while True:
        name = chance.choices(names, [config.sampling[n] for n in names])[0]
        found = next(running.get(name, iter(())), None)
        if found is None:
            running[name] = batches(examples[name], pieces, config.most, config.room, chance)
            found = next(running[name])
        yield found


def rate(config: Config, step: int) -> float:
    """The share of the full learning rate at a step."""
    return min((step + 1) / config.warmup, max(0.0, (config.steps - step) / (config.steps - config.warmup)))


def scores(network: OnePass, data: Data, pieces: Pieces, config: Config, lower: bool) -> dict[str, float]:
    """Scores on the dev parts of all corpora."""
    out: dict[str, float] = {}
    for examples in data.dev.values():
        out |= score(network, batches(examples, pieces, config.most, 4 * config.room), lower)
    return out


def train(config: Config, base: Base, data: Data, work: Path) -> None:
    """Train; resume from `last.pt` if it is there; write `best.pt`."""
    torch.manual_seed(config.seed)
    chance = Random(config.seed)
    pieces = Pieces(base.vocabulary, base.lower)
    network = build(config, base, data)
    inner = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": config.rate_encoder}, {"params": heads, "lr": config.rate_heads}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: rate(config, step))
    begin, best, worse = 0, -1.0, 0
    last = work / "last.pt"
    if last.exists():
        saved = torch.load(last, weights_only=False)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        begin, best, worse = saved["step"], saved["best"], saved["worse"]
        chance = Random(config.seed + begin)
    stream = endless(data.train, pieces, config, chance)
    sums: dict[str, list[float]] = {}
    began = time.time()
    for step in range(begin, config.steps):
        losses = loss(network, next(stream), config.weights)
        optimiser.zero_grad(set_to_none=True)
        total: torch.Tensor = torch.stack(list(losses.values())).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_([*inner, *heads], 1.0)
        optimiser.step()
        schedule.step()
        for name, value in losses.items():
            sums.setdefault(name, []).append(value.item())
        if (step + 1) % config.every and step + 1 < config.steps:
            continue
        found, below = (scores(network, data, pieces, config, lower) for lower in (False, True))
        mean = sum(found[k] for k in ("entities", "mentions", "events", "las", "cues") if k in found)
        print(
            step + 1, f"{time.time() - began:.0f}s", {k: round(sum(v) / len(v), 3) for k, v in sums.items()}, flush=True
        )
        for name, figures in (("upper", found), ("lower", below)):
            print("   ", name, {k: round(v, 4) for k, v in figures.items()}, flush=True)
        sums.clear()
        state = {"network": network.state_dict(), "config": asdict(config), "scores": found, "lower": below,
                 "step": step + 1, "feats": data.feats, "relations": data.relations}  # fmt: skip
        worse = 0 if mean > best else worse + 1
        if mean > best:
            best = mean
            torch.save(state, work / "best.pt")
        torch.save(
            state
            | {"optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "best": best, "worse": worse},
            last,
        )
        if worse >= config.patience:
            return


def main() -> None:
    """Run from the command line."""
    name, folder, work = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    config = read_config(name)
    work.mkdir(parents=True, exist_ok=True)
    train(config, BASES[config.base](work), read_data(folder), work)


if __name__ == "__main__":
    main()
