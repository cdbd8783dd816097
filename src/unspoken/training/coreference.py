"""Train the scorer of antecedents on what the one pass sees; the encoder stays as it is.

    python -m unspoken.training.coreference LITBANK FOLDER

LITBANK holds the folders ``train`` and ``dev``; FOLDER gets ``lower.npz``, ``upper.npz`` and the card. Takes about
ten minutes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from unspoken.corpora.gold import Gold, read_gold
from unspoken.layers.keys import QUOTATIONS, SENTENCES, TOKENS
from unspoken.models.coreference import BACK, KINDS, Written, features, quotation_of, written
from unspoken.models.encoder import PARTS, encoder
from unspoken.models.labels import SPANS
from unspoken.models.store import ONE_PASS
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import quotations, sentences, tokens

SEED, EPOCHS, RATE, DROP, SIZE, INNER = 11, 24, 6e-4, 0.35, 128, 96


@dataclass(frozen=True)
class Example:
    """A text: the states (spans, 2 x size) of its annotated spans, what is written there, and their clusters."""

    states: dict[str, Tensor]
    spans: Written
    cluster: list[str]


def example(gold: Gold) -> Example:
    """Read an annotated text with the one pass."""
    document = document_from_text(gold.text)
    document, _ = run(document, [tokens.STAGE, sentences.STAGE, quotations.STAGE])
    starts, ends = document[TOKENS].start.tolist(), document[TOKENS].end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    found = []
    for m in gold.mentions or ():
        a, b = bisect_left(starts, m["start"]), bisect_left(ends, m["end"])
        if a < len(starts) and a <= b < len(ends):
            found.append((a, -b, SPANS.index((m["type"], m["form"])), m["cluster"]))
    found.sort(key=lambda row: row[:2])
    first, last = [a for a, *_ in found], [-b for _, b, *_ in found]
    breaks = sorted({bisect_left(starts, s.start) for s in document[SENTENCES]})
    parts: list[list[npt.NDArray[np.float32]]] = [[] for _ in PARTS]
    for _, states in encoder(ONE_PASS, PARTS[-1]).states(words, breaks):
        for part, values in zip(parts, states, strict=True):
            part.append(values)
    whole = {name: np.concatenate(values) for name, values in zip(PARTS, parts, strict=True)}
    within = quotation_of(starts, [(q.start, q.end) for q in document[QUOTATIONS]])
    return Example(
        {name: torch.tensor(np.concatenate([x[first], x[last]], 1)) for name, x in whole.items()},
        written(words, first, last, [k for _, _, k, _ in found], within),
        [cluster for *_, cluster in found],
    )


class Scorer(nn.Module):
    """The network of `models/coreference.py`, with the same names."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.mention = nn.ModuleDict({"1": nn.Linear(width, SIZE)})
        self.now, self.before, self.both = nn.Linear(SIZE, INNER), nn.Linear(SIZE, INNER), nn.Linear(SIZE, INNER)
        self.new = nn.ModuleDict({"1": nn.Linear(SIZE, INNER), "2": nn.Linear(INNER, 1)})
        self.kinds = nn.ParameterDict({k: nn.Parameter(0.02 * torch.randn(n, INNER)) for k, n in KINDS.items()})
        self.out = nn.Parameter(torch.randn(INNER) / INNER**0.5)
        self.drop = nn.Dropout(DROP)

    def forward(self, states: Tensor, spans: Written) -> Tensor:
        """Scores (spans, 1 + BACK): of being new, and of each span before, the nearest first."""
        vector = self.drop(torch.relu(self.mention["1"](self.drop(states))))
        pair = np.tril_indices(len(spans), -1)
        near = pair[0] - pair[1] <= BACK
        now, before = (a[near].astype(np.int32) for a in pair)
        a, b = torch.tensor(now, dtype=torch.long), torch.tensor(before, dtype=torch.long)
        x = self.now(vector)[a] + self.before(vector)[b] + self.both(vector[a] * vector[b])
        for kind, values in features(spans, now, before).items():
            x = x + self.kinds[kind][torch.tensor(values, dtype=torch.long)]
        table = torch.full((len(spans), BACK + 1), -1e4)
        table[a, a - b] = self.drop(torch.relu(x)) @ self.out
        fresh = self.new["2"](self.drop(torch.relu(self.new["1"](vector))))
        return torch.cat([fresh, table[:, 1:]], 1)


def right(spans: list[str]) -> Tensor:
    """(spans, 1 + BACK), true where the antecedent is right, or where there is none and it is new."""
    numbers = np.unique(np.array(spans), return_inverse=True)[1]
    out = np.zeros((len(spans), BACK + 1), bool)
    for lag in range(1, min(BACK, len(spans) - 1) + 1):
        out[lag:, lag] = numbers[lag:] == numbers[:-lag]
    out[:, 0] = ~out[:, 1:].any(1)
    return torch.tensor(out)


def loss(scores: Tensor, gold: Tensor) -> Tensor:
    """Minus the log of the probability that all right antecedents together get."""
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~gold, -1e4), 1)).mean()


def score(net: Scorer, part: str, texts: list[Example]) -> float:
    """The share of spans whose likeliest antecedent, or newness, is right."""
    net.eval()
    hits = total = 0
    with torch.no_grad():
        for text in texts:
            best = net(text.states[part], text.spans).argmax(1, keepdim=True)
            hits += int(right(text.cluster).gather(1, best).sum())
            total += len(best)
    return hits / max(total, 1)


def train(part: str, texts: list[Example], dev: list[Example], epochs: int = EPOCHS) -> tuple[Scorer, float]:
    """Train on the states of one part of the encoder; the best epoch on dev is kept."""
    torch.manual_seed(SEED)
    net = Scorer(texts[0].states[part].shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.02)
    steps = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, epochs * len(texts))
    best, kept = -1.0, net.state_dict()
    for epoch in range(epochs):
        net.train()
        for k in torch.randperm(len(texts)).tolist():
            optimiser.zero_grad()
            loss(net(texts[k].states[part], texts[k].spans), right(texts[k].cluster)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            steps.step()
        now = score(net, part, dev)
        print(f"{part} epoch {epoch + 1}: {now:.4f} of dev right", flush=True)
        if now > best:
            best, kept = now, {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(kept)
    return net, best


def save(net: Scorer, path: Path) -> str:
    """Write the weights as float16 and return their SHA-256."""
    arrays = {k: v.numpy().astype(np.float16) for k, v in net.state_dict().items()}
    bias = arrays.pop("both.bias")
    arrays["now.bias"] = (arrays["now.bias"].astype(np.float32) + bias).astype(np.float16)
    np.savez_compressed(path, **arrays)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(litbank: Path, folder: Path) -> None:
    """Train both parts and write them with the card."""
    texts, dev = ([example(g) for g in read_gold(litbank / part)] for part in ("train", "dev"))
    digests, scores = {}, {}
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        net, scores[part] = train(part, texts, dev)
        digests[f"{part}.npz"] = save(net, folder / f"{part}.npz")
    config = {"seed": SEED, "epochs": EPOCHS, "rate": RATE, "dropout": DROP, "encoder": ONE_PASS}
    card = {"digests": digests, "config": config, "antecedents_right_on_dev": scores}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
