"""Train the part-of-speech tagger and write its weights and irregular lemmas.

    python -m unspoken.training.tagger GUM_FOLDER

An averaged perceptron, greedy from left to right (Collins 2002, Discriminative training methods for hidden Markov
models). GUM_FOLDER holds the CoNLL-U files; the last two documents by name of each genre are held out and scored.
Writes `src/unspoken/resources/tagger.json.gz` and `lemmas.tsv`. About a minute.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from itertools import groupby
from pathlib import Path
from typing import Any

from unspoken.stages.syntax.lemmas import rule_lemma
from unspoken.stages.syntax.tagger import FRAME, TAGS, context_features, framed, load, word_features

SEED, EPOCHS, SURE, OFTEN, LARGEST = 3, 8, 0.995, 15, 1000
RESOURCES = Path(__file__).parents[1] / "resources"
HEADER = "# form, part of speech, lemma where rules give another one; from GUM (Zeldes 2017, CC BY 4.0)\n"
Sentence = list[tuple[str, str, str]]


def sentences(path: Path) -> list[Sentence]:
    """Words with UPOS and lemma; multi-word lines and empty nodes are left out."""
    out: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        words = [(r[1], r[3], r[2]) for r in rows if r[0].isdigit()]
        if words:
            out.append(words)
    return out


def split(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Train and held-out sentences."""
    train: list[Sentence] = []
    held: list[Sentence] = []
    for _, files in groupby(sorted(folder.glob("GUM_*.conllu")), key=lambda p: p.name.split("_")[1]):
        *first, a, b = files
        for path in first:
            train += sentences(path)
        held += sentences(a) + sentences(b)
    return train, held


def fit(train: list[Sentence]) -> dict[str, list[float]]:
    """Averaged weights: feature -> one number a tag."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    total: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    stamp: dict[str, list[int]] = defaultdict(lambda: [0] * len(TAGS))
    now = 0

    def update(feature: str, tag: int, by: float) -> None:
        total[feature][tag] += (now - stamp[feature][tag]) * weights[feature][tag]
        stamp[feature][tag] = now
        weights[feature][tag] += by

    chance = random.Random(SEED)
    order = list(train)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        wrong = 0
        for sentence in order:
            words = [w for w, _, _ in sentence]
            low, kin, new = framed(words)
            one, two = FRAME, FRAME
            for i, (_, gold, _) in enumerate(sentence):
                now += 1
                features = [*word_features(words[i], new[i]), *context_features(low, kin, i + 2, one, two)]
                scores = [0.0] * len(TAGS)
                for feature in features:
                    if feature in weights:
                        scores = [a + b for a, b in zip(scores, weights[feature], strict=True)]
                guess, true = max(range(len(TAGS)), key=scores.__getitem__), TAGS.index(gold)
                if guess != true:
                    wrong += 1
                    for feature in features:
                        update(feature, true, 1.0)
                        update(feature, guess, -1.0)
                one, two = gold if chance.random() < 0.7 else TAGS[guess], one
        print(f"epoch {epoch}: {wrong} wrong", flush=True)
    return {f: [(total[f][t] + (now - stamp[f][t]) * w[t]) / now for t in range(len(TAGS))] for f, w in weights.items()}


def odd_lemmas(train: list[Sentence]) -> str:
    """Lines of words whose usual lemma the rules do not give."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word, tag, lemma in sentence:
            if tag not in ("PROPN", "PUNCT", "SYM", "NUM", "X") and word.replace("'", "").isalpha():
                seen[word.lower(), tag][lemma.lower()] += 1
    usual = {key: max(sorted(lemmas), key=lambda x: lemmas[x]) for key, lemmas in seen.items()}
    return "".join(f"{w}\t{t}\t{x}\n" for (w, t), x in sorted(usual.items()) if rule_lemma(w, t) != x)


def weights_of(train: list[Sentence]) -> dict[str, dict[str, Any]]:
    """Words that are nearly always one part of speech, and the weights for all others, as small whole numbers."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word, tag, _ in sentence:
            seen[word.lower()][tag] += 1
    usual = {w: (c.most_common(1)[0], c.total()) for w, c in seen.items()}
    sure = {w: tag for w, ((tag, n), total) in usual.items() if total >= OFTEN and n >= SURE * total}
    weights = fit(train)
    scale = LARGEST / max(abs(x) for row in weights.values() for x in row)
    small = {
        f: {TAGS[t]: round(x * scale) for t, x in enumerate(row) if round(x * scale)} for f, row in weights.items()
    }
    return {"sure": sure, "weights": {f: row for f, row in sorted(small.items()) if row}}


def main() -> None:
    train, held = split(Path(sys.argv[1]))
    model = weights_of(train)
    with gzip.GzipFile(RESOURCES / "tagger.json.gz", "wb", mtime=0) as out:
        out.write(json.dumps(model, separators=(",", ":"), ensure_ascii=False).encode())
    (RESOURCES / "lemmas.tsv").write_text(HEADER + odd_lemmas(train), encoding="utf-8")
    tagger, seen = load(), {w.lower() for s in train for w, _, _ in s}
    both = [(w, b, a) for s in held for a, (w, b, _) in zip(tagger.tag([w for w, _, _ in s]), s, strict=True)]
    new = [(w, b, a) for w, b, a in both if w.lower() not in seen]
    print("held out UPOS", round(sum(a == b for _, b, a in both) / len(both), 4))
    print("of words that training never saw", round(sum(a == b for _, b, a in new) / len(new), 4), len(new))


if __name__ == "__main__":
    main()
