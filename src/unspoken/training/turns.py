"""Fit the weights by which speakers are decoded: random search over them on quotations with known speakers.

    python -m unspoken.training.turns LITBANK_FOLDER BOOKS_FOLDER [TRIALS]

LITBANK_FOLDER holds documents in the common gold format (LitBank's train part). BOOKS_FOLDER holds novels as text: of
a stretch of each, half of the cues that name somebody are hidden, and the speakers that they told are to be found
without them. Prints each better setting; the best is copied into `stages/turns/weights.py` and `decoding.py` by
hand.
"""

from __future__ import annotations

import json
import random
import sys
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

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
from unspoken.stages.mentions.words import words_of
from unspoken.stages.turns import decoding, weights
from unspoken.stages.turns.evidence import Scenery
from unspoken.stages.turns.line import Line

SEED = 7
STRETCH = 30_000  # code points of a novel that are read
HIDDEN = 0.5  # of the cues with a name
WRONG = 0.4  # what a wrong answer costs, a right one being worth 1
LOW = [tokens, quotations, sentences, signals, syntax, clauses_stage, letters, scene_spans]
BELOW = [*LOW, mentions, antecedents, anchors, cast]
ABOVE = [turns, identities]
SPACE = {
    "STRANGER": (-6.0, -1.0), "PRIOR": (0.3, 3.0), "PRIOR_TOLD": (0.5, 6.0), "PRIOR_ABOUT": (0.02, 0.5),
    "PRIOR_ACTS": (0.1, 3.0), "PRIOR_CALLED": (0.0, 4.0), "NARRATION": (0.7, 3.0), "BEFORE": (0.0, 1.5),
    "CALLED_NEXT": (0.3, 3.0), "CALLED_LAST": (0.0, 2.5), "SPOKEN_OF": (-3.0, -0.3), "ABSENT": (-3.0, 0.0),
    "PRONOUN": (2.0, 7.0),
}  # fmt: skip


def read(text: str) -> Document:
    """A text with the layers that turns are told from."""
    return run(document_from_text(text), [stage.STAGE for stage in BELOW])[0]


@dataclass(frozen=True)
class Annotated:
    """An excerpt whose speakers are annotated; people are aligned by the mentions they share."""

    gold: dict[str, Any]
    document: Document

    def right_and_wrong(self) -> tuple[int, int]:
        """Quotations whose speaker is right, and answered but wrong."""
        document = self.document
        for stage in ABOVE:
            document = document.attach(stage.STAGE.makes, stage.STAGE.run(document))
        found = document[keys.IDENTITIES]
        clusters = self._clusters(document)
        lines = sorted((part.start, part.end, q.speaker) for q in document[keys.TURNS] for part in q.parts)
        right = wrong = 0
        for q in self.gold["quotes"]:
            k = bisect_left(lines, (q["start"] - 3,))
            if q["speaker"] is None or k >= len(lines) or lines[k][0] > q["end"] or lines[k][2] is None:
                continue
            said = found.character_of.get(lines[k][2] or "")
            ok = clusters.get(said or "") == q["speaker"]
            right, wrong = right + ok, wrong + (not ok)
        return right, wrong

    def _clusters(self, document: Document) -> dict[str, str]:
        """The annotated cluster of each member."""
        at = {(m["start"], m["end"]): m["cluster"] for m in self.gold["mentions"]}
        shared: Counter[tuple[str, str]] = Counter()
        for mention, member in zip(document[keys.MENTIONS], document[keys.IDENTITIES].link, strict=True):
            if member is not None and (mention.start, mention.end) in at:
                shared[member, at[mention.start, mention.end]] += 1
        clusters: dict[str, str] = {}
        for (member, cluster), _ in shared.most_common():
            clusters.setdefault(member, cluster)
        return clusters


@dataclass(frozen=True)
class Hidden:
    """A stretch of a novel of which some cues are hidden, with the members that they told."""

    document: Document
    scenery: Scenery
    lines: list[Line]
    speaker: dict[str, str]

    def right_and_wrong(self) -> tuple[int, int]:
        """Quotations with a hidden cue whose speaker is right, and answered but wrong."""
        found = turns.decoded(self.lines, self.document, self.scenery)
        answers = [(q.speaker, self.speaker[q.id]) for q in found if q.id in self.speaker and q.speaker]
        right = sum(said == told for said, told in answers)
        return right, len(answers) - right


def hide(document: Document, chance: random.Random) -> Hidden:
    """Hide some of the cues that name somebody, and their names from those who look for who acts nearby."""
    scenery = Scenery(document, words_of(document))
    lines, speaker, gone = turns.find_lines(document, scenery), dict[str, str](), set[int]()
    for n, line in enumerate(lines):
        subject = line.cue.subject if line.cue else None
        told = scenery.cast.link[subject] if subject is not None else None
        if subject is None or told is None or scenery.mentions[subject].form != "name" or chance.random() > HIDDEN:
            continue
        gone.add(subject)
        speaker[line.quotation.id] = told
        lines[n] = replace(line, cue=None)
    seen = tuple(
        msgspec.structs.replace(m, letter="hidden") if i in gone else m for i, m in enumerate(scenery.mentions)
    )
    blind = document.attach(keys.MENTIONS, seen)
    return Hidden(blind, Scenery(blind, scenery.words), lines, speaker)


def score(texts: list[Annotated | Hidden]) -> tuple[float, int, int]:
    """What is maximised, and its parts: right, wrong."""
    counts = [text.right_and_wrong() for text in texts]
    right, wrong = sum(r for r, _ in counts), sum(w for _, w in counts)
    return right - WRONG * wrong, right, wrong


def stretches(folder: Path) -> list[str]:
    """A stretch of each novel, whole paragraphs, from its middle."""
    books = [path.read_text() for path in sorted(folder.glob("*.txt"))]
    starts = [book.find("\n\n", len(book) // 2) for book in books]
    return [b[s : b.rfind("\n\n", s, s + STRETCH)] for b, s in zip(books, starts, strict=True) if s >= 0]


def vary(chance: random.Random) -> None:
    """Set some weights anew."""
    for name in chance.sample(sorted(SPACE), chance.choice((1, 2, 3))):
        low, high = SPACE[name]
        near = getattr(weights, name) + chance.gauss(0, 0.15) * (high - low)
        value = chance.uniform(low, high) if chance.random() < 0.3 else min(high, max(low, near))
        setattr(weights, name, round(value, 2))
    if chance.random() < 0.5:
        k = chance.randrange(4)
        decoding.SAME[k] = round(min(1.0, max(-5.0, decoding.SAME[k] + chance.gauss(0, 1))), 2)
        decoding.BACK[k] = round(min(2.5, max(0.0, decoding.BACK[k] + chance.gauss(0, 0.5))), 2)


def main() -> None:
    chance = random.Random(SEED)
    golds = [json.loads(p.read_text()) for p in sorted(Path(sys.argv[1]).glob("*.json"))]
    texts: list[Annotated | Hidden] = [Annotated(g, read(g["text"])) for g in golds]
    texts += [hide(read(text), chance) for text in stretches(Path(sys.argv[2]))]
    best = score(texts)
    print("now", best, flush=True)
    for trial in range(int(sys.argv[3]) if len(sys.argv) > 3 else 400):
        before = {name: getattr(weights, name) for name in SPACE}, decoding.SAME.copy(), decoding.BACK.copy()
        vary(chance)
        now = score(texts)
        if now[0] > best[0]:
            best = now
            values = {name: getattr(weights, name) for name in SPACE}
            print(trial, best, values, decoding.SAME.tolist(), decoding.BACK.tolist(), flush=True)
        else:
            for name, value in before[0].items():
                setattr(weights, name, value)
            decoding.SAME[:], decoding.BACK[:] = before[1], before[2]


if __name__ == "__main__":
    main()
