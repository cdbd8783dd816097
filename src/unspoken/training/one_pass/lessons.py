"""Lessons: texts that nobody annotated, with what teachers say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass import antecedents
from unspoken.training.one_pass.bases import BASES
from unspoken.training.one_pass.chains import Chain
from unspoken.training.one_pass.config import Config
from unspoken.training.one_pass.network import OnePass
from unspoken.training.one_pass.raw import Raw, read_raw
from unspoken.training.one_pass.restore import restored
from unspoken.training.one_pass.teach import Mirrors, agree, antecedents_agree, antecedents_told, states_of, told


class Lessons:
    """What a pupil is told of raw texts, batch by batch.

    Args:
        teachers: trained networks.
        theirs: what cuts words for each of them.
        ours: what cuts words for the pupil.
        size: of the pupil's states.
        raw: texts for all heads.
        chains: texts with spans for the scorers of antecedents.
        config: of the pupil.
    """

    def __init__(
        self, teachers: Sequence[OnePass], theirs: Sequence[Pieces], ours: Pieces, size: int, raw: Raw,
        chains: Sequence[Chain], config: Config,
    ) -> None:  # fmt: skip
        self.teachers, self.theirs, self.ours, self.chains = [t.eval() for t in teachers], theirs, ours, chains
        self.mirrors = Mirrors(size, [t.encoder.shape.size for t in teachers])
        self.stream = raw.endless([ours, *theirs], config.room_raw, np.random.default_rng(config.seed))
        self.chance = Random(config.seed)

    def losses(self, network: OnePass, weights: dict[str, float]) -> dict[str, Tensor]:
        """The weighted losses of the next batch and the next text, over both sets of heads: one for all, and of
        antecedents, and of states."""
        own, *others = next(self.stream)
        said = told(self.teachers, others)
        below = weights.get("lower", 1.0)
        lower, upper = states_of(network, own)
        out = {
            "told": sum_of(agree(network.upper, upper, own, said)),
            "told lower": below * sum_of(agree(network.lower, lower, own, said)),
            "mirror": weights.get("mirror", 1.0) * self.mirrors(upper, said, torch.tensor(own.filled)),
        }
        if self.chains:
            chain = self.chance.choice(self.chains)
            wanted = antecedents_told(self.teachers, self.theirs, chain)
            first, last = antecedents_agree(network, antecedents.read(network, self.ours, chain), chain, wanted)
            weight = weights.get("who", 1.0)
            out |= {"who told": weight * last, "who told lower": weight * below * first}
        return out


def sum_of(losses: dict[str, Tensor]) -> Tensor:
    """All of them together."""
    return torch.stack(list(losses.values())).sum()


def lessons_of(config: Config, work: Path, chains: Mapping[str, Sequence[Chain]]) -> Lessons | None:
    """The lessons of the teachers that a configuration names, on the texts and chains that `prepare` left."""
    if not config.teachers:
        return None
    base = BASES[config.base](work)
    taught = [restored(name, work)[:2] for name in config.teachers]
    networks = [network.requires_grad_(False) for network, _ in taught]
    theirs = [own.pieces() for _, own in taught]
    texts = [*chains["train"], *chains["raw"]]
    return Lessons(networks, theirs, base.pieces(), base.shape.size, read_raw(work), texts, config)
