"""Adapt a pretrained encoder to fiction: words are hidden, and it has to guess them.

    python -m unspoken.training.one_pass.adapt CONFIG WORK_FOLDER

Reads `raw.pkl` of WORK_FOLDER (see `prepare`) and writes `CONFIG.adapted.pt`, from which `__main__` and `distil` begin.
After Gururangan and others 2020, Don't stop pretraining, with whole words hidden (Devlin and others 2019).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from unspoken.training.one_pass.bases import BASES, Base
from unspoken.training.one_pass.config import Config, read_config
from unspoken.training.one_pass.device import choose_device
from unspoken.training.one_pass.network import Encoder
from unspoken.training.one_pass.raw import Raw, Rows, read_raw

HIDDEN = 0.2  # share of words
AS_THEY_ARE, OTHERS = 0.1, 0.1  # of the hidden: left in place, replaced by any piece


class Guess(nn.Module):
    """Scores of all pieces by a state; the embeddings of the pieces are the encoder's own."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        size = encoder.shape.size
        self.turn, self.norm = nn.Linear(size, size), nn.LayerNorm(size)
        self.bias = nn.Parameter(torch.zeros(encoder.shape.vocabulary))

    def forward(self, states: Tensor, word: Tensor) -> Tensor:
        """(n, size) states and the (vocabulary, size) embeddings -> (n, vocabulary)."""
        return self.norm(F.gelu(self.turn(states))) @ word.T + self.bias


def hidden(
    rows: Rows, mask: int, size: int, chance: np.random.Generator
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """The pieces with some words hidden, and where they are. ``size`` is that of the vocabulary."""
    words = chance.random(rows.first.shape) < HIDDEN
    owner = np.zeros(rows.ids.shape, np.int64)
    line, column = np.nonzero(rows.filled)
    owner[line, rows.first[line, column]] = 1
    owner = np.cumsum(owner, 1)
    table = np.zeros((len(rows.ids), rows.first.shape[1] + 2), bool)
    table[line, column + 1] = words[line, column]
    last = rows.mask.sum(1) - 1
    gone = np.take_along_axis(table, np.minimum(owner, table.shape[1] - 1), 1) & rows.mask
    gone[np.arange(len(last)), last] = False
    ids, how = rows.ids.copy(), chance.random(rows.ids.shape)
    ids[gone & (how > AS_THEY_ARE + OTHERS)] = mask
    other = gone & (how < OTHERS)
    ids[other] = chance.integers(0, size, int(other.sum()))
    return ids, gone


def adapt(config: Config, base: Base, raw: Raw) -> Encoder:
    """The encoder after the batches that the configuration says."""
    torch.manual_seed(config.seed)
    chance = np.random.default_rng(config.seed)
    encoder = Encoder(base.shape)
    encoder.load_state_dict(base.weights)
    encoder.word.weight.requires_grad_(False)
    guess = Guess(encoder)
    trained = [p for p in [*encoder.parameters(), *guess.parameters()] if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, config.rate_adapt, weight_decay=0.01, fused=torch.cuda.is_available())
    device = torch.get_default_device().type
    mask = base.vocabulary.index("[MASK]")
    began, sums = time.time(), []
    for step, (rows,) in enumerate(raw.endless([base.pieces()], config.room_raw, chance)):
        if step == config.steps_adapt:
            break
        for group in optimiser.param_groups:
            group["lr"] = config.rate_adapt * min((step + 1) / config.warmup, 1 - step / config.steps_adapt)
        ids, gone = hidden(rows, mask, base.shape.vocabulary, chance)
        with torch.autocast(device, torch.bfloat16):
            states = encoder(torch.tensor(ids), torch.tensor(rows.mask))[1]
            where = torch.tensor(gone)
            scores = guess(states[where], encoder.word.weight)
        gold = torch.tensor(rows.ids)[where] % base.shape.vocabulary
        value = F.cross_entropy(scores.float(), gold)
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        sums.append(value.detach())
        if (step + 1) % 200 == 0:
            print(f"adapt {step + 1} {time.time() - began:.0f}s loss {torch.stack(sums).mean().item():.4f}", flush=True)
            sums.clear()
    return encoder


def main() -> None:
    """Run from the command line."""
    config, work = read_config(sys.argv[1]), Path(sys.argv[2])
    choose_device()
    encoder = adapt(config, BASES[config.base](work), read_raw(work))
    torch.save({k: v.cpu() for k, v in encoder.state_dict().items()}, work / f"{config.name}.adapted.pt")


if __name__ == "__main__":
    main()
