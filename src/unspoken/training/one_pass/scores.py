"""Scores on the dev parts while the network is trained. The scorers proper take the program's own output."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import torch
from torch import Tensor

from unspoken.models.labels import SPANS
from unspoken.models.spans import chosen
from unspoken.models.trees import best_tree
from unspoken.training.one_pass.batches import Batch
from unspoken.training.one_pass.losses import reach
from unspoken.training.one_pass.network import Heads, OnePass

CUTS = (-2.0, -1.5, -1.0, -0.5, 0, 0.5, 1.0)  # log odds at which cues are counted


class Tally:
    """Right, wrong and missed."""

    def __init__(self) -> None:
        self.right = self.guessed = self.true = 0

    def add(self, gold: AbstractSet[object], guess: AbstractSet[object]) -> None:
        """Count one text."""
        self.right += len(gold & guess)
        self.guessed += len(guess)
        self.true += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.guessed + self.true)


@torch.no_grad()
def score(network: OnePass, batches: Iterable[Batch], lower: bool = False) -> dict[str, float]:
    """F1 of spans, events and cues; accuracy of syntax; of the heads on the last layer, or of those on the lower."""
    heads = network.lower if lower else network.upper
    tallies = {name: Tally() for name in ("entities", "people", "mentions", "events")}
    cues = {cut: Tally() for cut in CUTS}
    syntax = np.zeros(5)
    network.eval()
    for batch in batches:
        with torch.autocast(torch.get_default_device().type, torch.bfloat16):
            both = network.words(batch.ids, batch.mask, batch.first)
        states = both[0 if lower else 1].float()
        some = batch.examples[0]
        if some.spans is not None:
            _spans(heads, batch, states, tallies)
        if some.events is not None:
            _words(heads.event(states)[..., 0], [e.events or () for e in batch.examples], tallies["events"])
        if some.cues is not None:
            cue = heads.emotions.cue(heads.emotions.hidden(states))[..., 0]
            for cut, tally in cues.items():
                _cues(cue - cut, batch, tally)
        if some.pos is not None:
            syntax += _syntax(heads, batch, states)
    network.train()
    out = {name: tally.f1 for name, tally in tallies.items() if tally.true}
    if cues[0].true:
        out["cues"] = max(tally.f1 for tally in cues.values())  # at the best threshold, which is chosen afterwards
    if syntax[0]:
        out |= dict(zip(("upos", "feats", "uas", "las"), (syntax[1:] / syntax[0]).tolist(), strict=True))
    return out


def _spans(heads: Heads, batch: Batch, states: Tensor, tallies: dict[str, Tally]) -> None:
    scores, left, right = heads.spans(states)
    width = reach(scores.shape[1])
    scores = (scores + heads.spans.width[width.clamp(min=0)]).masked_fill(width < 0, -1e4)
    scores = scores.masked_fill(batch.sentence[:, :, None] != batch.sentence[:, None, :], -1e4).cpu()
    left, right = left.cpu(), right.cpu()
    for b, example in enumerate(batch.examples):
        n = len(example.words)
        first, last = (a.astype(np.int32) for a in np.nonzero(scores[b, :n, :n].numpy() > 0))
        kept = chosen(first, last, scores[b].numpy()[first, last])
        guess = {
            (int(first[k]), int(last[k]), SPANS[int((left[b, first[k]] + right[b, last[k]]).argmax())]) for k in kept
        }
        gold = {(i, j, SPANS[k]) for (i, j), k in (example.spans or {}).items()}
        tallies["mentions"].add({g[:2] for g in gold}, {g[:2] for g in guess})
        named = [{(i, j, t) for i, j, (t, form) in s if form != "PRON"} for s in (gold, guess)]
        tallies["entities"].add(*named)
        tallies["people"].add(*({x for x in s if x[2] == "PER"} for s in named))


def _words(scores: Tensor, gold: Sequence[Iterable[int]], tally: Tally) -> None:
    for b, own in enumerate(gold):
        found = set(np.flatnonzero(scores[b].cpu().numpy() > 0).tolist())
        tally.add(set(own), found)


def _cues(scores: Tensor, batch: Batch, tally: Tally) -> None:
    """Of the words that are annotated alone."""
    for b, example in enumerate(batch.examples):
        cues = example.cues or {}
        found = set(np.flatnonzero(scores[b].cpu().numpy() > 0).tolist())
        tally.add({w for w, families in cues.items() if families}, found & set(cues))


def _syntax(heads: Heads, batch: Batch, states: Tensor) -> np.ndarray:
    head, out = heads.syntax, np.zeros(5)
    arcs, pos, feats = (
        head.arcs(states).cpu().numpy(),
        head.pos(states).argmax(-1).cpu().numpy(),
        head.feats(states).argmax(-1).cpu().numpy(),
    )
    trees = np.zeros(batch.filled.shape, np.int64)
    for b, example in enumerate(batch.examples):
        bounds = [*example.starts, len(example.words)]
        for low, high in itertools.pairwise(bounds):
            tree = best_tree(arcs[b, low:high, low:high])
            trees[b, low:high] = [low + (i if h < 0 else int(h)) for i, h in enumerate(tree)]
    relations = head.relations(states, torch.tensor(trees)).argmax(-1).cpu().numpy()
    for b, example in enumerate(batch.examples):
        n = len(example.words)
        right = trees[b, :n] == np.array(example.heads)
        named = right & (relations[b, :n] == np.array(example.relations))
        tags = (pos[b, :n] == np.array(example.pos)).sum(), (feats[b, :n] == np.array(example.feats)).sum()
        out += [n, int(tags[0]), int(tags[1]), int(right.sum()), int(named.sum())]
    return out
