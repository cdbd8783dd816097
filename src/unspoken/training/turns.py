"""Fit the weights by which speakers are decoded: random search over them on quotations with known speakers.

    python -m unspoken.training.turns GOLD_FOLDER [TRIALS]

GOLD_FOLDER holds documents in the common gold format (LitBank's train part). Prints each better setting; the best is
copied into `stages/turns/conversation.py` and `decoding.py` by hand. Takes about two minutes for 200 trials.
"""

from __future__ import annotations

import json
import random
import sys
from bisect import bisect_left
from collections import Counter
from pathlib import Path
from typing import Any

from unspoken.document import Document
from unspoken.layers import keys
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import (
    anchors,
    antecedents,
    cast,
    identities,
    letters,
    mentions,
    quotations,
    scene_spans,
    sentences,
    signals,
    syntax,
    tokens,
    turns,
)
from unspoken.stages import clauses as clauses_stage
from unspoken.stages.turns import conversation, decoding

SEED = 7
LOW = [tokens, quotations, sentences, signals, syntax, clauses_stage, letters, scene_spans]
BELOW = [*LOW, mentions, antecedents, anchors, cast]
ABOVE = [turns, identities]
SPACE = {
    "STRANGER": (-6.0, -1.0), "PRIOR": (0.3, 3.0), "PRIOR_TOLD": (0.5, 6.0), "PRIOR_ABOUT": (0.02, 0.5),
    "NARRATION": (0.7, 3.0), "BEFORE": (0.0, 1.5), "CALLED_NEXT": (0.3, 3.0), "CALLED_LAST": (0.0, 2.5),
    "SPOKEN_OF": (-3.0, -0.3), "PRONOUN": (2.0, 7.0),
}  # fmt: skip


def right_and_wrong(gold: dict[str, Any], document: Document) -> tuple[int, int]:
    """Quotations whose speaker is right, and answered but wrong; people are aligned by the mentions they share."""
    found = document[keys.IDENTITIES]
    clusters: dict[str, str] = {}
    at = {(m["start"], m["end"]): m["cluster"] for m in gold["mentions"]}
    shared: Counter[tuple[str, str]] = Counter()
    for mention, member in zip(document[keys.MENTIONS], found.link, strict=True):
        if member is not None and (mention.start, mention.end) in at:
            shared[member, at[mention.start, mention.end]] += 1
    for (member, cluster), _ in shared.most_common():
        clusters.setdefault(member, cluster)
    lines = sorted((part.start, part.end, q.speaker) for q in document[keys.TURNS] for part in q.parts)
    right = wrong = 0
    for q in gold["quotes"]:
        k = bisect_left(lines, (q["start"] - 3,))
        if q["speaker"] is None or k >= len(lines) or lines[k][0] > q["end"] or lines[k][2] is None:
            continue
        said = found.character_of.get(lines[k][2] or "")
        ok = clusters.get(said or "") == q["speaker"]
        right, wrong = right + ok, wrong + (not ok)
    return right, wrong


def score(golds: list[dict[str, Any]], documents: list[Document]) -> tuple[float, int, int]:
    """What is maximised (right less 0.4 wrong), and its parts."""
    right = wrong = 0
    for gold, document in zip(golds, documents, strict=True):
        for stage in ABOVE:
            document = document.attach(stage.STAGE.makes, stage.STAGE.run(document))
        a, b = right_and_wrong(gold, document)
        right, wrong = right + a, wrong + b
    return right - 0.4 * wrong, right, wrong


def main() -> None:
    golds = [json.loads(p.read_text()) for p in sorted(Path(sys.argv[1]).glob("*.json"))]
    documents = [run(document_from_text(g["text"]), [stage.STAGE for stage in BELOW])[0] for g in golds]
    chance = random.Random(SEED)
    best = score(golds, documents)
    print("now", best, flush=True)
    for trial in range(int(sys.argv[2]) if len(sys.argv) > 2 else 200):
        before = {name: getattr(conversation, name) for name in SPACE}, decoding.SAME.copy(), decoding.BACK.copy()
        for name in chance.sample(sorted(SPACE), 3):
            setattr(conversation, name, round(chance.uniform(*SPACE[name]), 2))
        if chance.random() < 0.5:
            k = chance.randrange(4)
            decoding.SAME[k] = round(chance.uniform(-5.0, 1.0), 2)
            decoding.BACK[k] = round(chance.uniform(0.0, 2.5), 2)
        now = score(golds, documents)
        if now[0] > best[0]:
            best = now
            values = {name: getattr(conversation, name) for name in SPACE}
            print(trial, best, values, decoding.SAME.tolist(), decoding.BACK.tolist(), flush=True)
        else:
            for name, value in before[0].items():
                setattr(conversation, name, value)
            decoding.SAME[:], decoding.BACK[:] = before[1], before[2]


if __name__ == "__main__":
    main()
