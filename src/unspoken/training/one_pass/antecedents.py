"""Which mention goes back to which: the encoder and the scorer of antecedents over whole texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from unspoken.models.encoder import GRIDS, windows
from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.chains import NONE, Chain
from unspoken.training.one_pass.network import OnePass


def read(network: OnePass, pieces: Pieces, chain: Chain) -> tuple[Tensor, Tensor]:
    """Lower and upper states of all words of a text, window by window as it is read later: (words, size) float32."""
    numbers = pieces(chain.words)
    rows, firsts = [], []
    for w in windows([len(n) for n in numbers], chain.breaks, GRIDS["upper"]):
        row, at = [pieces.open], []
        for k in range(w.left, w.right):
            at.append(len(row))
            row += numbers[k][:8]
        rows.append([*row, pieces.close])
        firsts.append(at[w.low - w.left : w.high - w.left])
    longest = max(map(len, rows))
    ids, mask = np.full((len(rows), longest), pieces.pad), np.zeros((len(rows), longest), bool)
    for k, row in enumerate(rows):
        ids[k, : len(row)], mask[k, : len(row)] = row, True
    places = np.concatenate([np.array(own) + k * longest for k, own in enumerate(firsts)])
    with torch.autocast(torch.get_default_device().type, torch.bfloat16):
        both = network.encoder(torch.tensor(ids), torch.tensor(mask))
    where = torch.tensor(places)
    lower, upper = (states.reshape(-1, states.shape[2])[where].float() for states in both)
    return lower, upper


def loss(scores: Tensor, right: Tensor) -> Tensor:
    """Minus the log of the probability that all right antecedents together get."""
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, NONE), 1)).mean()


def hits(scores: Tensor, chain: Chain) -> int:
    """How many spans have their likeliest antecedent, or newness, right."""
    return int(torch.tensor(chain.right).gather(1, scores.argmax(1, keepdim=True)).sum())


@torch.no_grad()
def score(network: OnePass, pieces: Pieces, chains: Sequence[Chain]) -> tuple[float, float]:
    """The share of spans whose likeliest antecedent, or newness, is right: by the lower and by the upper states."""
    network.eval()
    found, total = [0, 0], 0
    for chain in chains:
        for k, (who, states) in enumerate(zip(network.who, read(network, pieces, chain), strict=True)):
            found[k] += hits(who(states, chain), chain)
        total += len(chain.first)
    network.train()
    return found[0] / max(total, 1), found[1] / max(total, 1)
