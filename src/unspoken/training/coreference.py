"""Train the scorer of antecedents on what the one pass sees; the encoder stays as it is.

    python -m unspoken.training.coreference LITBANK FOLDER

LITBANK holds the folders ``train`` and ``dev``; FOLDER gets ``lower.npz``, ``upper.npz`` and the card. Takes about
an hour.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from unspoken.corpora.gold import Gold, read_gold
from unspoken.models.encoder import PARTS, encoder
from unspoken.models.store import ONE_PASS
from unspoken.training.one_pass.antecedents import hits, loss
from unspoken.training.one_pass.chains import Chain, Scorer
from unspoken.training.one_pass.export import export_scorer, write_card
from unspoken.training.one_pass.prepare import cut, joined, owners
from unspoken.training.recast import recast

SEED, EPOCHS, RATE, DROP = 11, 14, 6e-4, 0.35
RECASTS, CUTS, DEV_CUTS = 3, 2, 8  # how often each text is recast; short texts out of each
EPOCH = {"whole": 80, "short": 120, "recast": 120, "recast short": 240}  # texts of each kind in one epoch


@dataclass(frozen=True)
class Example:
    """A text: for each part of the encoder the states (2 x spans, size) of the first and then the last words of its
    spans, and its chain, whose words are these."""

    states: Mapping[str, Tensor]
    chain: Chain


def example(chain: Chain) -> Example:
    """Read an annotated text with the one pass."""
    parts: list[list[np.ndarray]] = [[] for _ in PARTS]
    for _, states in encoder(ONE_PASS, PARTS[-1]).states(chain.words, chain.breaks):
        for part, values in zip(parts, states, strict=True):
            part.append(values)
    ends, many = [*chain.first, *chain.last], len(chain.first)
    kept = {part: torch.tensor(np.concatenate(v)[ends]).half() for part, v in zip(PARTS, parts, strict=True)}
    return Example(kept, Chain((), (), range(many), range(many, 2 * many), chain.spans, chain.cluster))


def read(golds: Iterator[Gold]) -> list[Example]:
    """The examples of texts with more than one mention."""
    return [example(Chain(*columns)) for columns in map(joined, golds) if columns]


def examples(texts: Sequence[Gold], chance: Random) -> Mapping[str, list[Example]]:
    """The texts of each kind that an epoch has: as they are and recast, whole and cut."""
    new = [recast(gold, own, chance) for gold, own in [(g, owners(g)) for g in texts] for _ in range(RECASTS)]
    kinds: dict[str, Iterator[Gold]] = {
        "whole": iter(texts),
        "short": (cut(gold, chance) for gold in texts for _ in range(CUTS)),
        "recast": iter(new),
        "recast short": (cut(gold, chance) for gold in new for _ in range(CUTS)),
    }
    out = {}
    for kind, golds in kinds.items():
        out[kind] = read(golds)
        print(f"{len(out[kind])} texts {kind}", flush=True)
    return out


def score(scorer: Scorer, part: str, texts: Sequence[Example]) -> float:
    """The share of spans whose likeliest antecedent, or newness, is right."""
    scorer.eval()
    with torch.no_grad():
        found = sum(hits(scorer(text.states[part].float(), text.chain), text.chain) for text in texts)
    return found / max(sum(len(text.chain.first) for text in texts), 1)


def train(
    part: str, texts: Mapping[str, list[Example]], dev: Mapping[str, list[Example]], epochs: int = EPOCHS
) -> tuple[Scorer, dict[str, float]]:
    """Train on the states of one part of the encoder; the epoch with the best mean over the kinds of dev is kept."""
    torch.manual_seed(SEED)
    chance = Random(SEED)
    scorer = Scorer(next(iter(texts.values()))[0].states[part].shape[1], DROP)
    optimiser = torch.optim.AdamW(scorer.parameters(), RATE, weight_decay=0.02)
    size = sum(min(EPOCH[kind], len(own)) for kind, own in texts.items())
    rate = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, epochs * size)
    best, kept, scores = -1.0, scorer.state_dict(), dict[str, float]()
    for epoch in range(epochs):
        scorer.train()
        drawn = [text for kind, own in texts.items() for text in chance.sample(own, min(EPOCH[kind], len(own)))]
        chance.shuffle(drawn)
        for text in drawn:
            optimiser.zero_grad()
            loss(scorer(text.states[part].float(), text.chain), torch.tensor(text.chain.right)).backward()
            nn.utils.clip_grad_norm_(scorer.parameters(), 5.0)
            optimiser.step()
            rate.step()
        now = {kind: score(scorer, part, own) for kind, own in dev.items()}
        told = ", ".join(f"{v:.4f} of {k} dev right" for k, v in now.items())
        print(f"{part} epoch {epoch + 1}: {told}", flush=True)
        if sum(now.values()) > best:
            best, scores = sum(now.values()), now
            kept = {k: v.clone() for k, v in scorer.state_dict().items()}
    scorer.load_state_dict(kept)
    return scorer, scores


def main(litbank: Path, folder: Path) -> None:
    """Train both parts and write them with the card."""
    chance = Random(SEED)
    held = list(read_gold(litbank / "dev"))
    dev = {"whole": read(iter(held)), "short": read(cut(g, chance) for g in held for _ in range(DEV_CUTS))}
    texts = examples(list(read_gold(litbank / "train")), chance)
    scores = {}
    folder.mkdir(parents=True, exist_ok=True)
    for part in reversed(PARTS):
        scorer, scores[part] = train(part, texts, dev)
        export_scorer(scorer, folder / f"{part}.npz")
    config = {
        "seed": SEED, "epochs": EPOCHS, "rate": RATE, "dropout": DROP, "encoder": ONE_PASS, "recasts": RECASTS,
        "cuts": CUTS, "epoch": EPOCH,
    }  # fmt: skip
    write_card(folder, {"config": config, "antecedents_right_on_dev": scores})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
