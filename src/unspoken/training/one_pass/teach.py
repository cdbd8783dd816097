"""What teachers say of a text that nobody annotated, and how far a pupil is from it (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from unspoken.models.pieces import Pieces
from unspoken.training.one_pass.antecedents import read
from unspoken.training.one_pass.chains import Chain
from unspoken.training.one_pass.losses import reach
from unspoken.training.one_pass.network import Heads, OnePass
from unspoken.training.one_pass.raw import Rows

LABELLED = 0.3  # probability of a span from which its label is asked for


@dataclass(frozen=True)
class Told:
    """Probabilities by (batch, words), or pairs of words, means over teachers; and the states of each teacher."""

    bounds: Tensor
    left: Tensor  # parts of the label in log space
    right: Tensor
    event: Tensor
    pos: Tensor
    feats: Tensor
    arcs: Tensor
    parents: Tensor
    relations: Tensor
    cue: Tensor
    family: Tensor
    emotion: Tensor
    states: tuple[Tensor, ...]


def states_of(network: OnePass, rows: Rows) -> tuple[Tensor, Tensor]:
    """Lower and upper states of words: (batch, words, size)."""
    with torch.autocast(torch.get_default_device().type, torch.bfloat16):
        lower, upper = network.words(torch.tensor(rows.ids), torch.tensor(rows.mask), torch.tensor(rows.first))
    return lower.float(), upper.float()


def _arcs(heads: Heads, states: Tensor, unit: Tensor) -> Tensor:
    return heads.syntax.arcs(states).masked_fill(unit[:, :, None] != unit[:, None, :], -1e4)


def _bounds(heads: Heads, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    scores, left, right = heads.spans(states)
    return scores + heads.spans.width[reach(scores.shape[1]).clamp(min=0)], left, right


@torch.no_grad()
def told(teachers: Sequence[OnePass], rows: Sequence[Rows]) -> Told:
    """Ask teachers, each by its own rows, what the words are."""
    unit = torch.tensor(rows[0].unit)
    sums: dict[str, Tensor] = {}
    states = tuple(states_of(t, own)[1] for t, own in zip(teachers, rows, strict=True))
    arcs = sum(_arcs(t.upper, x, unit).softmax(-1) for t, x in zip(teachers, states, strict=True))
    parents = torch.as_tensor(arcs).argmax(-1)
    for teacher, x in zip(teachers, states, strict=True):
        heads = teacher.upper
        bounds, left, right = _bounds(heads, x)
        hidden = heads.emotions.hidden(x)
        said = {
            "bounds": bounds.sigmoid(), "left": left, "right": right, "event": heads.event(x)[..., 0].sigmoid(),
            "pos": heads.syntax.pos(x).softmax(-1), "feats": heads.syntax.feats(x).softmax(-1),
            "relations": heads.syntax.relations(x, parents).softmax(-1),
            "cue": heads.emotions.cue(hidden)[..., 0].sigmoid(), "family": heads.emotions.family(hidden).sigmoid(),
            "emotion": heads.emotions.emotion(hidden).sigmoid(),
        }  # fmt: skip
        for name, value in said.items():
            sums[name] = sums[name] + value if name in sums else value
    many = len(teachers)
    return Told(
        arcs=torch.as_tensor(arcs) / many, parents=parents, states=states, **{k: v / many for k, v in sums.items()}
    )


def agree(heads: Heads, states: Tensor, rows: Rows, told: Told) -> dict[str, Tensor]:
    """The losses of one set of heads against what was told, on the scales of `losses`."""
    filled, unit = torch.tensor(rows.filled), torch.tensor(rows.unit)
    bounds, left, right = _bounds(heads, states)
    inside = (reach(bounds.shape[1]) >= 0) & filled[:, :, None] & filled[:, None, :]
    spans = F.binary_cross_entropy_with_logits(bounds[inside], told.bounds[inside], reduction="sum")
    b, i, j = torch.nonzero(inside & (told.bounds > LABELLED), as_tuple=True)
    labels = _cross(left[b, i] + right[b, j], (told.left[b, i] + told.right[b, j]).softmax(-1))
    hidden = heads.emotions.hidden(states)
    dropped = heads.syntax.drop(states)
    family = F.binary_cross_entropy_with_logits(heads.emotions.family(hidden), told.family, reduction="none").mean(-1)
    binary = F.binary_cross_entropy_with_logits
    return {
        "spans": spans / filled.sum() * 5,
        "labels": labels,
        "events": binary(heads.event(states)[..., 0][filled], told.event[filled]) * 5,
        "pos": _cross(heads.syntax.pos(dropped)[filled], told.pos[filled]),
        "feats": _cross(heads.syntax.feats(dropped)[filled], told.feats[filled]) * 0.5,
        "arcs": _cross(_arcs(heads, states, unit)[filled], told.arcs[filled]),
        "relations": _cross(heads.syntax.relations(states, told.parents)[filled], told.relations[filled]),
        "cues": binary(heads.emotions.cue(hidden)[..., 0][filled], told.cue[filled]) * 6,
        "families": (family * told.cue)[filled].sum() / told.cue[filled].sum().clamp(min=1) * 4,
        "emotions": binary(heads.emotions.emotion(hidden)[filled], told.emotion[filled]) * 5,
    }


def _cross(scores: Tensor, wanted: Tensor) -> Tensor:
    if not len(scores):
        return scores.sum() * 0
    return -(wanted * scores.log_softmax(-1)).sum(-1).mean()


class Mirrors(nn.Module):
    """From the pupil's states to those of each teacher: what else they know of a word."""

    def __init__(self, size: int, theirs: Sequence[int]) -> None:
        super().__init__()
        self.turn = nn.ModuleList(nn.Linear(size, n) for n in theirs)

    def forward(self, states: Tensor, told: Told, filled: Tensor) -> Tensor:
        """One less the mean cosine."""
        away = [
            1 - F.cosine_similarity(turn(states[filled]), theirs[filled], dim=-1).mean()
            for turn, theirs in zip(self.turn, told.states, strict=True)
        ]
        return torch.stack(away).mean()


@torch.no_grad()
def antecedents_told(teachers: Sequence[OnePass], pieces: Sequence[Pieces], chain: Chain) -> Tensor:
    """(spans, 1 + BACK) probabilities, means over teachers."""
    tables = [t.who[1](read(t, p, chain)[1], chain).softmax(-1) for t, p in zip(teachers, pieces, strict=True)]
    return torch.stack(tables).mean(0)


def antecedents_agree(network: OnePass, states: Sequence[Tensor], chain: Chain, told: Tensor) -> list[Tensor]:
    """The losses of the scorers on the lower and on the upper states."""
    return [_cross(who(x, chain), told) for who, x in zip(network.who, states, strict=True)]
