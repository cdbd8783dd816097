"""Losses of the heads on one batch: each for the examples that have its annotation."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from unspoken.models.labels import EMOTIONS, FAMILIES, WIDEST_SPAN
from unspoken.training.one_pass.batches import Batch
from unspoken.training.one_pass.examples import Example
from unspoken.training.one_pass.network import Heads, OnePass


def loss(network: OnePass, batch: Batch, weights: dict[str, float]) -> dict[str, Tensor]:
    """The weighted losses of a batch by head; ``lower`` is the sum of those on the lower layers."""
    with torch.autocast(torch.get_default_device().type, torch.bfloat16):
        lower, upper = network.words(batch.ids, batch.mask, batch.first)
    out = _weighted(_losses(network.upper, batch, upper.float()), weights)
    below = _weighted(_losses(network.lower, batch, lower.float()), weights)
    return out | {"lower": weights.get("lower", 1.0) * torch.stack(list(below.values())).sum()}


def _weighted(losses: dict[str, Tensor], weights: dict[str, float]) -> dict[str, Tensor]:
    return {name: weights.get(name, 1.0) * value for name, value in losses.items()}


def _losses(heads: Heads, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    some = batch.examples[0]
    out: dict[str, Tensor] = {}
    if some.spans is not None:
        out["spans"], out["labels"] = _spans(heads, batch, states)
    if some.events is not None:
        out["events"] = _events(heads, batch, states)
    if some.pos is not None:
        out |= _syntax(heads, batch, states)
    if some.cues is not None:
        out["cues"], out["families"] = _cues(heads, batch, states)
    if some.emotions is not None:
        out["emotions"] = _emotions(heads, batch, states)
    if some.clusters is not None:
        out |= _links(heads, batch, states)
    return out


def reach(words: int) -> Tensor:
    """(words, words): the width of the span from the first to the last word, -1 where there is none."""
    at = torch.arange(words)
    width = at[None, :] - at[:, None]
    return torch.where((width >= 0) & (width < WIDEST_SPAN), width, -1)


def _spans(heads: Heads, batch: Batch, states: Tensor) -> tuple[Tensor, Tensor]:
    scores, left, right = heads.spans(states)
    width = reach(scores.shape[1])
    scores = scores + heads.spans.width[width.clamp(min=0)]
    inside = (width >= 0) & batch.filled[:, :, None] & batch.filled[:, None, :]
    gold = torch.zeros_like(scores)
    found = [(b, i, j, k) for b, e in enumerate(batch.examples) for (i, j), k in (e.spans or {}).items()]
    if not found:
        return scores.sum() * 0, scores.sum() * 0
    b, i, j, k = torch.tensor(found).T
    gold[b, i, j] = 1
    bound = F.binary_cross_entropy_with_logits(scores[inside], gold[inside], reduction="sum")
    return bound / batch.filled.sum() * 5, F.cross_entropy(left[b, i] + right[b, j], k)


def _events(heads: Heads, batch: Batch, states: Tensor) -> Tensor:
    table = np.zeros(batch.filled.shape, np.float32)
    for b, e in enumerate(batch.examples):
        table[b, list(e.events or ())] = 1
    gold = torch.tensor(table)
    scores = heads.event(states)[..., 0]
    return F.binary_cross_entropy_with_logits(scores[batch.filled], gold[batch.filled]) * 5


def _column(batch: Batch, name: str, fill: int = -1) -> Tensor:
    out = np.full(batch.filled.shape, fill)
    for b, e in enumerate(batch.examples):
        out[b, : len(e.words)] = getattr(e, name)
    return torch.tensor(out)


def _syntax(heads: Heads, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    head = heads.syntax
    dropped = head.drop(states)
    parents, relations = _column(batch, "heads"), _column(batch, "relations")
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    arcs = head.arcs(states).masked_fill(~same, -1e4)
    named = head.relations(states, parents.clamp(min=0))
    return {
        "pos": F.cross_entropy(head.pos(dropped).transpose(1, 2), _column(batch, "pos"), ignore_index=-1),
        "feats": F.cross_entropy(head.feats(dropped).transpose(1, 2), _column(batch, "feats"), ignore_index=-1) * 0.5,
        "arcs": F.cross_entropy(arcs.transpose(1, 2), parents, ignore_index=-1),
        "relations": F.cross_entropy(named.transpose(1, 2), relations, ignore_index=-1),
    }


def _cues(heads: Heads, batch: Batch, states: Tensor) -> tuple[Tensor, Tensor]:
    hidden = heads.emotions.hidden(states)
    table = np.zeros((*batch.filled.shape, len(FAMILIES)), np.float32)
    known = np.zeros(batch.filled.shape, bool)
    for b, e in enumerate(batch.examples):
        for w, own in (e.cues or {}).items():
            known[b, w] = True
            table[b, w, list(own)] = 1
    families, annotated = torch.tensor(table), torch.tensor(known)
    told = families.any(-1)
    scores = heads.emotions.cue(hidden)[..., 0]
    if not annotated.any():
        return scores.sum() * 0, scores.sum() * 0
    cue = F.binary_cross_entropy_with_logits(scores[annotated], told[annotated].float()) * 6
    if not told.any():
        return cue, cue * 0
    return cue, F.binary_cross_entropy_with_logits(heads.emotions.family(hidden)[told], families[told]) * 4


def _emotions(heads: Heads, batch: Batch, states: Tensor) -> Tensor:
    """The line has an emotion if some word of it has: a soft maximum over the words."""
    scores = heads.emotions.emotion(heads.emotions.hidden(states))
    pooled = torch.logsumexp(scores.masked_fill(~batch.filled[..., None], -1e4), 1)
    gold = np.zeros((len(batch.examples), len(EMOTIONS)), np.float32)
    for b, e in enumerate(batch.examples):
        gold[b, list(e.emotions or ())] = 1
    return F.binary_cross_entropy_with_logits(pooled, torch.tensor(gold)) * 5


def _bucket(distance: Tensor, most: int) -> Tensor:
    """0, 1, 2, 3, 4, then by powers of two."""
    far = (torch.log2(distance.float().clamp(min=1)) + 2.01).long()
    return torch.where(distance < 4, distance, far.clamp(min=4)).clamp(max=most)


def _links(heads: Heads, batch: Batch, states: Tensor) -> dict[str, Tensor]:
    coref, speech = [], []
    for b, example in enumerate(batch.examples):
        if len(example.clusters or {}) > 1:
            coref.append(_coref(heads, example, states[b]))
            if example.quotes:
                speech.append(_speech(heads, example, states[b]))
    nothing = states.sum() * 0
    return {
        "coref": torch.stack(coref).mean() if coref else nothing,
        "speech": torch.stack(speech).mean() if speech else nothing,
    }


def vectors(heads: Heads, states: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """(spans, 128) vectors of mentions."""
    first, last = torch.tensor(spans).T
    out: Tensor = heads.links.mention(torch.cat([states[first], states[last]], -1))
    return out


def _coref(heads: Heads, example: Example, states: Tensor) -> Tensor:
    """Mention ranking: each goes back to one of its cluster, or to none if it is the first here."""
    clusters = example.clusters or {}
    spans = sorted(clusters)
    names = [clusters[s] for s in spans]
    m = vectors(heads, states, spans)
    at = torch.arange(len(spans))
    gap = at[:, None] - at[None, :]
    score = m @ heads.links.pair @ m.T + heads.links.gap(_bucket(gap.clamp(min=0), 11))[..., 0]
    score = score.masked_fill(gap <= 0, -1e4)
    score = torch.cat([heads.links.starts(m), score], 1)
    number = torch.tensor(np.unique(np.array(names), return_inverse=True)[1])
    same = (number[:, None] == number[None, :]) & (gap > 0)
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    return -(torch.logsumexp(score.masked_fill(~right, -1e4), 1) - torch.logsumexp(score, 1)).mean()


def _speech(heads: Heads, example: Example, states: Tensor) -> Tensor:
    """A quotation's speaker is one of the mentions of his or her cluster in the window."""
    clusters = example.clusters or {}
    spans = sorted(clusters)
    m = vectors(heads, states, spans)
    centre = torch.tensor([s[0] for s in spans])
    out = [states.sum() * 0]
    for a, b, who in example.quotes:
        right = torch.tensor([clusters[s] == who and not a <= s[0] <= b for s in spans])
        if right.any():
            q = heads.links.quotation(torch.cat([states[a], states[b]], -1))
            before = centre < a
            distance = torch.where(before, a - centre, (centre - b).clamp(min=0))
            side = _bucket(distance, 11) + 12 * before.long()
            score = m @ (heads.links.speaks @ q) + heads.links.away(side)[..., 0]
            out.append(torch.logsumexp(score, 0) - torch.logsumexp(score.masked_fill(~right, -1e4), 0))
    return torch.stack(out).sum() / max(1, len(out) - 1)
