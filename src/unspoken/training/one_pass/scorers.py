"""Train the scorers of antecedents once more, on the states of the encoder as it ships.

    python -m unspoken.training.one_pass.scorers WORK_FOLDER FOLDER

Reads `chains.pkl` of WORK_FOLDER (see `prepare`); FOLDER gets ``lower.npz``, ``upper.npz`` and the card. The encoder,
which learnt to tell antecedents together with other things, stays as it is; in int8 it says nearly the same.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn

from unspoken.models.encoder import PARTS, encoder
from unspoken.models.store import ONE_PASS
from unspoken.training.one_pass.antecedents import loss
from unspoken.training.one_pass.chains import Chain, Scorer
from unspoken.training.one_pass.data import read_chains
from unspoken.training.one_pass.export import export_scorer, write_card

SEED, EPOCHS, RATE, DROP = 11, 12, 6e-4, 0.35
KEPT, DRAWN = 600, 450  # texts that are read; those of an epoch
DEV = ("whole", "short")


@dataclass(frozen=True)
class Text:
    """A chain with its states: for each part of the encoder (words of spans, size) in float16, and the chain itself
    with its spans on these words alone."""

    states: Mapping[str, Tensor]
    chain: Chain


def text_of(chain: Chain) -> Text:
    """Read a text with the encoder that ships; only the states of first and last words are kept."""
    parts: list[list[np.ndarray]] = [[] for _ in PARTS]
    for _, states in encoder(ONE_PASS, PARTS[-1]).states(chain.words, chain.breaks):
        for part, values in zip(parts, states, strict=True):
            part.append(values)
    first, last = list(chain.first), list(chain.last)
    kept = {p: torch.tensor(np.concatenate(v)[first + last]).half() for p, v in zip(PARTS, parts, strict=True)}
    many = len(first)
    own = Chain((), (), range(many), range(many, 2 * many), chain.spans, chain.cluster)
    return Text(kept, own)


def score(scorer: Scorer, part: str, texts: Sequence[Text]) -> float:
    """The share of spans whose likeliest antecedent, or newness, is right."""
    scorer.eval()
    hits = total = 0
    with torch.no_grad():
        for text in texts:
            best = scorer(text.states[part].float(), text.chain).argmax(1, keepdim=True)
            hits += int(torch.tensor(text.chain.right).gather(1, best).sum())
            total += len(best)
    return hits / max(total, 1)


def train(
    part: str, texts: Sequence[Text], dev: Mapping[str, Sequence[Text]], epochs: int = EPOCHS, drawn: int = DRAWN
) -> tuple[Scorer, dict[str, float]]:
    """Train on the states of one part of the encoder; the epoch with the best mean over the kinds of dev is kept."""
    torch.manual_seed(SEED)
    chance = Random(SEED)
    scorer = Scorer(texts[0].states[part].shape[1], DROP)
    optimiser = torch.optim.AdamW(scorer.parameters(), RATE, weight_decay=0.02)
    drawn = min(drawn, len(texts))
    rate = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, epochs * drawn)
    best, kept, scores = -1.0, scorer.state_dict(), dict[str, float]()
    for epoch in range(epochs):
        scorer.train()
        for text in chance.sample(texts, drawn):
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


def main(work: Path, folder: Path) -> None:
    """Train both parts and write them with the card."""
    chains = read_chains(work)
    texts = [text_of(c) for c in Random(SEED).sample(list(chains["train"]), KEPT)]
    dev = {kind: [text_of(c) for c in chains[kind]] for kind in DEV}
    print("read", flush=True)
    scores = {}
    for part in reversed(PARTS):
        scorer, scores[part] = train(part, texts, dev)
        export_scorer(scorer, folder / f"{part}.npz")
    config = {"seed": SEED, "epochs": EPOCHS, "rate": RATE, "dropout": DROP, "texts": KEPT, "epoch": DRAWN}
    write_card(folder, {"config": config, "encoder": ONE_PASS, "antecedents_right_on_dev": scores})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
