"""Train the scorer of antecedents on what the one pass sees; the encoder stays as it is.

    python -m unspoken.training.coreference LITBANK FOLDER

LITBANK holds the folders ``train`` and ``dev``; FOLDER gets ``lower.npz``, ``upper.npz`` and the card. Takes about
an hour.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from unspoken.corpora.gold import Gold, read_gold
from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, SENTENCES, SYNTAX, TOKENS
from unspoken.models.coreference import BACK
from unspoken.models.encoder import PARTS, encoder
from unspoken.models.labels import SPANS
from unspoken.models.pairs import KINDS, Written, features, written
from unspoken.models.store import ONE_PASS
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import quotations, sentences, signals, syntax, tokens
from unspoken.stages.antecedents import setting_of
from unspoken.training.recast import recast

SEED, EPOCHS, RATE, DROP, SIZE, INNER = 11, 14, 6e-4, 0.35, 128, 96
RECASTS, CUTS = 3, 2  # how often each text is recast; short texts out of each
SHORT = (500, 2200)  # code points of a short text
EPOCH = {"whole": 80, "short": 120, "recast": 120, "recast short": 240}  # texts of each kind in one epoch
STAGES = (tokens.STAGE, sentences.STAGE, quotations.STAGE, signals.STAGE, syntax.STAGE)


@dataclass(frozen=True)
class Example:
    """A text: the states (spans, 2 x size) of its annotated spans, what is written there, and their clusters."""

    states: dict[str, Tensor]
    spans: Written
    cluster: list[str]


def example(gold: Gold) -> Example:
    """Read an annotated text with the one pass."""
    document, _ = run(document_from_text(gold.text), STAGES)
    starts, ends = document[TOKENS].start.tolist(), document[TOKENS].end.tolist()
    words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
    found = []
    for m in gold.mentions or ():
        a, b = bisect_left(starts, m["start"]), bisect_left(ends, m["end"])
        if a < len(starts) and a <= b < len(ends):
            found.append((a, -b, SPANS.index((m["type"], m["form"])), m["cluster"]))
    found.sort(key=lambda row: row[:2])
    first, last = [a for a, *_ in found], [-b for _, b, *_ in found]
    whole = _states(document, words, starts)
    return Example(
        {name: torch.tensor(np.concatenate([x[first], x[last]], 1)).half() for name, x in whole.items()},
        written(words, first, last, [k for _, _, k, _ in found], setting_of(document)),
        [cluster for *_, cluster in found],
    )


def _states(document: Document, words: Sequence[str], starts: Sequence[int]) -> dict[str, npt.NDArray[np.float32]]:
    breaks = sorted({bisect_left(starts, s.start) for s in document[SENTENCES]})
    parts: list[list[npt.NDArray[np.float32]]] = [[] for _ in PARTS]
    for _, states in encoder(ONE_PASS, PARTS[-1]).states(words, breaks):
        for part, values in zip(parts, states, strict=True):
            part.append(values)
    return {name: np.concatenate(values) for name, values in zip(PARTS, parts, strict=True)}


def owners(gold: Gold) -> frozenset[int]:
    """Where words begin that stand before what they own, by the syntax of the one pass."""
    document, _ = run(document_from_text(gold.text), STAGES)
    relations = document[SYNTAX].deprel or ()
    return frozenset(
        int(start) for start, relation in zip(document[TOKENS].start, relations, strict=True) if relation == "nmod:poss"
    )


def cut(gold: Gold, chance: Random) -> Gold:
    """Some paragraphs of a text with the mentions in them: what a short story looks like to the scorer."""
    begins = [p.start for p in document_from_text(gold.text)[PARAGRAPHS]]
    start = chance.choice([b for b in begins if b < len(gold.text) - SHORT[0]] or [0])
    wanted = start + chance.randint(*SHORT)
    end = next((b for b in begins if b >= wanted), len(gold.text))
    if end > start + 2 * SHORT[1]:
        end = start + len(re.sub(r"[^.!?]*$", "", gold.text[start:wanted]))
    inside = [m for m in gold.mentions or () if start <= m["start"] and m["end"] <= end]
    mentions = [{**m, "start": m["start"] - start, "end": m["end"] - start} for m in inside]
    return Gold(gold.id, gold.text[start:end], mentions=mentions)


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
        out[kind] = [e for e in map(example, golds) if len(e.cluster) > 1]
        print(f"{len(out[kind])} texts {kind}", flush=True)
    return out


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
        vector = self.drop(torch.relu(self.mention["1"](self.drop(states.float()))))
        pair = np.tril_indices(len(spans), -1)
        near = pair[0] - pair[1] <= BACK
        now, before = (a[near].astype(np.int32) for a in pair)
        a, b = torch.tensor(now, dtype=torch.long), torch.tensor(before, dtype=torch.long)
        x = self.now(vector)[a] + self.before(vector)[b] + self.both(vector[a] * vector[b])
        x = x + self._kinds(features(spans, now, before))
        table = torch.full((len(spans), BACK + 1), -1e4)
        table[a, a - b] = torch.relu(x) @ self.out
        fresh = self.new["2"](self.drop(torch.relu(self.new["1"](vector))))
        return torch.cat([fresh, table[:, 1:]], 1)

    def _kinds(self, found: Mapping[str, npt.NDArray[np.int32]]) -> Tensor:
        """The sums of the rows that pairs have in the tables of all features, in one look-up."""
        first = np.cumsum([0, *KINDS.values()][:-1])
        rows = np.stack([found[kind] + low for kind, low in zip(KINDS, first, strict=True)], 1)
        return F.embedding_bag(torch.tensor(rows), torch.cat([self.kinds[k] for k in KINDS]), mode="sum")


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


def score(net: Scorer, part: str, texts: Sequence[Example]) -> float:
    """The share of spans whose likeliest antecedent, or newness, is right."""
    net.eval()
    hits = total = 0
    with torch.no_grad():
        for text in texts:
            best = net(text.states[part], text.spans).argmax(1, keepdim=True)
            hits += int(right(text.cluster).gather(1, best).sum())
            total += len(best)
    return hits / max(total, 1)


def train(
    part: str, texts: Mapping[str, list[Example]], dev: Mapping[str, list[Example]], epochs: int = EPOCHS
) -> tuple[Scorer, dict[str, float]]:
    """Train on the states of one part of the encoder; the epoch with the best mean over the kinds of dev is kept."""
    torch.manual_seed(SEED)
    chance = Random(SEED)
    net = Scorer(next(iter(texts.values()))[0].states[part].shape[1])
    optimiser = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.02)
    size = sum(min(EPOCH[kind], len(own)) for kind, own in texts.items())
    steps = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, epochs * size)
    best, kept, scores = -1.0, net.state_dict(), dict[str, float]()
    for epoch in range(epochs):
        net.train()
        drawn = [text for kind, own in texts.items() for text in chance.sample(own, min(EPOCH[kind], len(own)))]
        chance.shuffle(drawn)
        for text in drawn:
            optimiser.zero_grad()
            loss(net(text.states[part], text.spans), right(text.cluster)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            steps.step()
        now = {kind: score(net, part, own) for kind, own in dev.items()}
        print(
            f"{part} epoch {epoch + 1}: " + ", ".join(f"{v:.4f} of {k} dev right" for k, v in now.items()), flush=True
        )
        if sum(now.values()) > best:
            best, scores = sum(now.values()), now
            kept = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(kept)
    return net, scores


def save(net: Scorer, path: Path) -> str:
    """Write the weights as float16 and return their SHA-256."""
    arrays = {k: v.numpy().astype(np.float16) for k, v in net.state_dict().items()}
    bias = arrays.pop("both.bias")
    arrays["now.bias"] = (arrays["now.bias"].astype(np.float32) + bias).astype(np.float16)
    np.savez_compressed(path, **arrays)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(litbank: Path, folder: Path) -> None:
    """Train both parts and write them with the card."""
    chance = Random(SEED)
    held = list(read_gold(litbank / "dev"))
    dev = {
        "whole": [*map(example, held)],
        "short": [e for g in held for _ in range(8) if len((e := example(cut(g, chance))).cluster) > 1],
    }
    texts = examples(list(read_gold(litbank / "train")), chance)
    digests, scores = {}, {}
    folder.mkdir(parents=True, exist_ok=True)
    for part in reversed(PARTS):
        net, scores[part] = train(part, texts, dev)
        digests[f"{part}.npz"] = save(net, folder / f"{part}.npz")
    config = {
        "seed": SEED, "epochs": EPOCHS, "rate": RATE, "dropout": DROP, "encoder": ONE_PASS, "recasts": RECASTS,
        "cuts": CUTS, "epoch": EPOCH,
    }  # fmt: skip
    card = {"digests": digests, "config": config, "antecedents_right_on_dev": scores}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
