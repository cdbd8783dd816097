"""The network in torch: an encoder of the BERT family and the heads on its states."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from unspoken.models.labels import EMOTIONS, FAMILIES, POS, SPANS, WIDEST_SPAN
from unspoken.training.one_pass.chains import Scorer


@dataclass(frozen=True)
class Shape:
    """The measures of an encoder: BERT, DistilBERT and MPNet differ in these alone."""

    vocabulary: int
    size: int
    layers: int
    heads: int  # of attention
    inner: int
    positions: int = 512
    early: int = 2  # layers whose states are given out too, for a model that reads with these alone
    relative: bool = False  # MPNet adds a bias by distance (Song and others 2020)
    epsilon: float = 1e-12
    cases: int = 0  # ways of writing a piece that are told apart, of a vocabulary without case


class Block(nn.Module):
    """One layer: attention over all pieces, then a network piece by piece (Vaswani and others 2017)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.count = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.size, shape.size) for _ in range(4))
        self.up, self.down = nn.Linear(shape.size, shape.inner), nn.Linear(shape.inner, shape.size)
        self.norm_attention = nn.LayerNorm(shape.size, shape.epsilon)
        self.norm = nn.LayerNorm(shape.size, shape.epsilon)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """(batch, pieces, size) -> the same; ``bias`` is added to the attention's scores."""
        batch, length, size = x.shape
        q, k, v = (
            f(x).view(batch, length, self.count, size // self.count).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))
        x = self.norm_attention(x + self.out(seen.transpose(1, 2).reshape(batch, length, size)))
        return self.norm(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """Pieces to states. No dropout: on a CPU it costs up to three times, and the heads have it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(shape.vocabulary, shape.size)
        self.case = nn.Embedding(shape.cases, shape.size) if shape.cases else None
        self.position = nn.Embedding(shape.positions, shape.size)
        self.norm = nn.LayerNorm(shape.size, shape.epsilon)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.distance = nn.Embedding(32, shape.heads) if shape.relative else None

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(batch, pieces) numbers and which of them are no padding -> twice (batch, pieces, size): lower, upper."""
        x = self.word(ids if self.case is None else ids % self.shape.vocabulary) + self.position.weight[: ids.shape[1]]
        if self.case is not None:
            x = x + self.case(ids // self.shape.vocabulary)
        x = self.norm(x)
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        if self.distance is not None:
            bias = bias + self.distance(_buckets(mask.shape[1])).permute(2, 0, 1)[None]
        lower = x
        for number, block in enumerate(self.blocks, 1):
            x = block(x, bias)
            if number == self.shape.early:
                lower = x
        return lower, x


def _buckets(length: int, count: int = 32, farthest: int = 128) -> Tensor:
    """(length, length): classes of distance, exact when near, by the logarithm when far (Raffel and others 2020)."""
    at = torch.arange(length)
    away = at[None, :] - at[:, None]
    half = count // 2
    side = (away > 0).long() * half
    near = away.abs()
    exact = half // 2
    far = exact + (torch.log(near.float().clamp(min=1) / exact) / math.log(farthest / exact) * (half - exact)).long()
    return side + torch.where(near < exact, near, far.clamp(max=half - 1))


class Mlp(nn.Sequential):
    """One hidden layer with dropout before and after."""

    def __init__(self, size: int, out: int, drop: float) -> None:
        super().__init__(nn.Dropout(drop), nn.Linear(size, out), nn.ReLU(), nn.Dropout(drop))


class Biaffine(nn.Module):
    """Scores of all pairs of words (Dozat and Manning 2017)."""

    def __init__(self, size: int, out: int, drop: float) -> None:
        super().__init__()
        self.left, self.right = Mlp(size, out, drop), Mlp(size, out, drop)
        self.pair = nn.Parameter(torch.zeros(out + 1, out + 1))

    def forward(self, x: Tensor) -> Tensor:
        """(batch, words, size) -> (batch, words, words)."""
        one = torch.ones(*x.shape[:2], 1, dtype=x.dtype)
        left, right = torch.cat([self.left(x), one], -1), torch.cat([self.right(x), one], -1)
        return left @ self.pair.to(x.dtype) @ right.transpose(1, 2)


class Spans(nn.Module):
    """Which spans of words name or describe a being, place, vehicle or organisation, after Yu, Bohnet, Poesio 2020."""

    def __init__(self, size: int, drop: float) -> None:
        super().__init__()
        self.bounds = Biaffine(size, 160, drop)
        self.width = nn.Parameter(torch.full((WIDEST_SPAN,), -5.0))
        self.left, self.right = Mlp(size, 160, drop), Mlp(size, 160, drop)
        self.left_label, self.right_label = nn.Linear(160, len(SPANS)), nn.Linear(160, len(SPANS))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of all (first, last) words, and each word's part in the label if it is first, if it is last."""
        return self.bounds(x), self.left_label(self.left(x)), self.right_label(self.right(x))


class Syntax(nn.Module):
    """Part of speech, features, and a tree (Dozat and Manning 2017), its relations by a smaller classifier."""

    def __init__(self, size: int, feats: int, relations: int, drop: float) -> None:
        super().__init__()
        self.drop = nn.Dropout(drop)
        self.pos, self.feats = nn.Linear(size, len(POS)), nn.Linear(size, feats)
        self.arcs = Biaffine(size, 300, drop)
        self.child, self.parent = Mlp(size, 160, drop), Mlp(size, 160, drop)
        self.by_child, self.by_parent = nn.Linear(160, relations), nn.Linear(160, relations)
        self.by_both = nn.Linear(160, relations)

    def relations(self, x: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, relations), given each word's head."""
        child, parent = self.child(x), self.parent(x)
        parent = parent.gather(1, heads[..., None].expand(-1, -1, parent.shape[-1]))
        out: Tensor = self.by_child(child) + self.by_parent(parent) + self.by_both(child * parent)
        return out


class Emotions(nn.Module):
    """Whether a word tells of a feeling, and which: in REMAN's families, and in the sixteen of the format."""

    def __init__(self, size: int, drop: float) -> None:
        super().__init__()
        self.hidden = Mlp(size, 160, drop)
        self.cue = nn.Linear(160, 1)
        self.family, self.emotion = nn.Linear(160, len(FAMILIES)), nn.Linear(160, len(EMOTIONS))


class Links(nn.Module):
    """Vectors by which mentions find what they go back to (Lee and others 2017), and quotations who speaks."""

    def __init__(self, size: int, drop: float) -> None:
        super().__init__()
        self.mention, self.quotation = Mlp(2 * size, 128, drop), Mlp(2 * size, 128, drop)
        self.pair = nn.Parameter(torch.zeros(128, 128))
        self.speaks = nn.Parameter(torch.zeros(128, 128))
        self.starts = nn.Linear(128, 1)
        self.gap, self.away = nn.Embedding(12, 1), nn.Embedding(24, 1)


class Heads(nn.Module):
    """All heads on the states of one layer."""

    def __init__(self, size: int, feats: int, relations: int, drop: float) -> None:
        super().__init__()
        self.spans = Spans(size, drop)
        self.event = nn.Sequential(Mlp(size, 128, drop), nn.Linear(128, 1))
        self.syntax = Syntax(size, feats, relations, drop)
        self.emotions = Emotions(size, drop)
        self.links = Links(size, drop)
        for rare, log_odds in ((self.event[1], -2.5), (self.emotions.cue, -3.5), (self.emotions.emotion, -5.0)):
            nn.init.constant_(rare.bias, log_odds)  # what is rare begins so


class OnePass(nn.Module):
    """The encoder with heads on its lower layers, which read faster, and on its last.

    Both are trained together: what the lower layers must say helps the upper (Teerapittayanon and others 2016).
    """

    def __init__(self, shape: Shape, feats: int, relations: int, drop: float) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.lower, self.upper = (Heads(shape.size, feats, relations, drop) for _ in range(2))
        self.who = nn.ModuleList(Scorer(shape.size, drop) for _ in range(2))

    def words(self, ids: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """States of words, lower and upper: each has its first piece's. Twice (batch, words, size)."""
        at = first[..., None].expand(-1, -1, self.encoder.shape.size)
        lower, upper = (states.gather(1, at) for states in self.encoder(ids, mask))
        return lower, upper
