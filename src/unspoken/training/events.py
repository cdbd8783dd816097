"""Fit the weights by which triggers of events are found, and write `resources/events.tsv.gz`.

    python -m unspoken.training.events TRAIN_FOLDER [DEV_FOLDER]

The folders hold LitBank documents in the common gold format. An averaged perceptron; the threshold is the one that is
best on the last fifth of the training documents. Prints F1 on the held-out ones. About a minute.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

from unspoken.layers import keys
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import clauses, quotations, sentences, syntax, tokens
from unspoken.stages.events.triggers import OPEN, Triggers

SEED, EPOCHS, BELOW = 4, 12, [tokens, quotations, sentences, syntax, clauses]
OUT = Path(__file__).parents[1] / "resources" / "events.tsv.gz"
HEADER = (
    "# feature and weight; made by training/events.py from LitBank's train part (CC BY 4.0, Sims, Park, Bamman 2019)\n"
)
Example = tuple[list[str], bool]


def examples(path: Path) -> tuple[list[Example], int]:
    """Features of all words that may be triggers, with whether they are; and how many triggers are no such word."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    document, _ = run(document_from_text(gold["text"]), [stage.STAGE for stage in BELOW])
    starts = document[keys.TOKENS].start.tolist()
    words = [document.text[a:b] for a, b in zip(starts, document[keys.TOKENS].end.tolist(), strict=True)]
    triggers = Triggers(words, starts, document[keys.SYNTAX], document[keys.CLAUSES])
    true = {e["start"] for e in gold["events"]}
    fit = [i for i in range(len(words)) if triggers.pos[i] in OPEN]
    return [(triggers.features(i), starts[i] in true) for i in fit], len(true - {starts[i] for i in fit})


def fitted(data: list[Example]) -> dict[str, float]:
    """Averaged weights."""
    weights: dict[str, float] = defaultdict(float)
    total: dict[str, float] = defaultdict(float)
    now, order, chance = 1, list(data), random.Random(SEED)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for features, true in order:
            score = sum(weights.get(f, 0.0) for f in features)
            if (score > 0) != true or abs(score) < 1:
                by = 1.0 if true else -1.0
                for f in features:
                    weights[f] += by
                    total[f] += by * now
            now += 1
    return {f: w - total[f] / now for f, w in weights.items()}


def f1(data: list[Example], missed: int, weights: dict[str, float]) -> float:
    """F1 at the threshold in the weights."""
    said = [(sum(weights.get(f, 0.0) for f in features) > 0, true) for features, true in data]
    right, wrong = sum(s and t for s, t in said), sum(s and not t for s, t in said)
    lost = sum(t and not s for s, t in said) + missed
    return 2 * right / max(1, 2 * right + wrong + lost)


def best_bias(data: list[Example], missed: int, weights: dict[str, float]) -> float:
    """The bias that gives the best F1."""
    scale = max(abs(w) for w in weights.values())
    tries = [weights["bias"] + scale * k / 20 for k in range(-10, 11)]
    return max(tries, key=lambda b: f1(data, missed, {**weights, "bias": b}))


def folder(name: str) -> tuple[list[list[Example]], int]:
    found = [examples(p) for p in sorted(Path(name).glob("*.json"))]
    return [data for data, _ in found], sum(missed for _, missed in found)


def main() -> None:
    documents, _ = folder(sys.argv[1])
    cut = len(documents) * 4 // 5
    weights = fitted([x for d in documents[:cut] for x in d])
    held = [x for d in documents[cut:] for x in d]
    shift = best_bias(held, 0, weights) - weights["bias"]
    print("last fifth of train", round(f1(held, 0, {**weights, "bias": weights["bias"] + shift}), 4), "shift", shift)
    weights = fitted([x for d in documents for x in d])
    weights["bias"] += shift
    scale = 1000 / max(abs(w) for w in weights.values())
    small = {f: round(w * scale) for f, w in weights.items() if round(w * scale)}
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write((HEADER + "".join(f"{f}\t{w}\n" for f, w in sorted(small.items()) if "\t" not in f)).encode())
    if len(sys.argv) > 2:
        data, missed = folder(sys.argv[2])
        print(
            "dev",
            round(f1([x for d in data for x in d], missed, {f: float(w) for f, w in small.items()}), 4),
            len(small),
        )


if __name__ == "__main__":
    main()
