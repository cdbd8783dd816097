"""Examples: words with what is annotated in them, cut into windows that the encoder can read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from unspoken.corpora.conllu import Sentence, read_conllu
from unspoken.corpora.goemotions import read_goemotions
from unspoken.corpora.gold import Gold, read_gold
from unspoken.document import Document
from unspoken.layers.keys import SENTENCES, TOKENS
from unspoken.models.labels import EMOTIONS, FAMILIES, POS, SPANS, WIDEST_SPAN
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import quotations, sentences, tokens

Bounds = tuple[int, int]  # first and last word, inclusive

# GoEmotions' labels in the sixteen of the format; the others say nothing of them.
MEANS = {
    "amusement": "joy", "anger": "anger", "annoyance": "anger", "caring": "love", "desire": "longing",
    "disapproval": "contempt", "disgust": "contempt", "embarrassment": "shame", "excitement": "joy", "fear": "fear",
    "gratitude": "gratitude", "grief": "sadness", "joy": "joy", "love": "love", "nervousness": "fear",
    "optimism": "hope", "pride": "pride", "relief": "relief", "remorse": "guilt", "sadness": "sadness",
    "surprise": "surprise", "disappointment": "sadness",
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """Words and targets by word number. What is not annotated is None."""

    words: tuple[str, ...]
    starts: tuple[int, ...]  # first words of sentences
    spans: dict[Bounds, int] | None = None  # to the number of the label
    events: frozenset[int] | None = None
    clusters: dict[Bounds, str] | None = None
    quotes: tuple[tuple[int, int, str], ...] = ()  # first word, last word, cluster of the speaker
    pos: tuple[int, ...] | None = None
    feats: tuple[int, ...] | None = None
    heads: tuple[int, ...] | None = None  # a root has itself
    relations: tuple[int, ...] | None = None
    cues: dict[int, frozenset[int]] | None = None  # of each word annotated for them, its families; none: it is no cue
    emotions: frozenset[int] | None = None  # of the whole example

    def cut(self, low: int, high: int) -> Example:
        """The words [low, high) alone, which should be whole sentences."""

        def inside(bounds: Iterable[Any]) -> Iterator[Any]:
            return (b for b in bounds if low <= b[0] and b[1] < high)

        def move(spans: dict[Bounds, Any] | None) -> dict[Bounds, Any] | None:
            return None if spans is None else {(a - low, b - low): spans[a, b] for a, b in inside(spans)}

        return replace(
            self,
            words=self.words[low:high],
            starts=tuple(s - low for s in self.starts if low <= s < high),
            spans=move(self.spans),
            events=None if self.events is None else frozenset(e - low for e in self.events if low <= e < high),
            clusters=move(self.clusters),
            quotes=tuple((a - low, b - low, who) for a, b, who in inside(self.quotes)),
            pos=self.pos and self.pos[low:high],
            feats=self.feats and self.feats[low:high],
            heads=self.heads and tuple(h - low for h in self.heads[low:high]),
            relations=self.relations and self.relations[low:high],
            cues=None if self.cues is None else {w - low: f for w, f in self.cues.items() if low <= w < high},
        )


def words_of(text: str) -> Document:
    """The text with words and sentences, as the program itself finds them."""
    return run(document_from_text(text), [tokens.STAGE, quotations.STAGE, sentences.STAGE])[0]


def from_gold(gold: Gold) -> Example | None:
    """An example of a document in the gold format; None where reading changes the text, so that offsets would lie."""
    document = words_of(gold.text)
    if document.text != gold.text:
        return None
    start, end = document[TOKENS].start.tolist(), document[TOKENS].end.tolist()

    def bounds(a: int, b: int) -> Bounds | None:
        i, j = bisect_right(start, a) - 1, bisect_left(end, b)
        return (i, j) if 0 <= i <= j < len(start) and j - i < WIDEST_SPAN else None

    def spans(records: Iterable[dict[str, Any]]) -> Iterator[tuple[Bounds, dict[str, Any]]]:
        for record in records:
            found = bounds(record["start"], record["end"])
            if found:
                yield found, record

    labels: dict[Bounds, int] = {}
    for at, r in spans([*(gold.mentions or ()), *(gold.entities or ())]):
        if r.get("form") and (r["type"], r["form"]) in SPANS:
            labels[at] = SPANS.index((r["type"], r["form"]))
    cues: dict[int, frozenset[int]] = dict.fromkeys(range(len(start)), frozenset())
    for (i, j), r in spans(gold.emotions or ()):
        for w in range(i, j + 1):
            cues[w] |= {FAMILIES.index(r["category"])}
    quotes = [
        (bisect_right(start, q["start"]) - 1, bisect_left(end, q["end"]), str(q["speaker"]))
        for q in gold.quotes or ()
        if q.get("speaker") is not None
    ]
    return Example(
        words=tuple(gold.text[a:b] for a, b in zip(start, end, strict=True)),
        starts=tuple(sorted({0, *(bisect_left(start, s.start) for s in document[SENTENCES])} - {len(start)})),
        spans=labels if gold.entities is not None else None,
        events=None if gold.events is None else frozenset(bisect_right(start, e["start"]) - 1 for e in gold.events),
        clusters=None if gold.mentions is None else {at: str(r["cluster"]) for at, r in spans(gold.mentions)},
        quotes=tuple(quotes),
        cues=None if gold.emotions is None else cues,
    )


def from_folder(folder: Path) -> list[Example]:
    """Examples of all documents of a folder."""
    return [e for e in map(from_gold, read_gold(folder)) if e is not None and e.words]


def middle(example: Example) -> Example:
    """Keep what is said of cues in the middle sentence.

    REMAN's annotators marked cues there alone (Kim and Klinger 2018): that others have none means nothing. Where
    sentences were cut otherwise than by them, the middle is what has cues, or what is left without the outer two.
    """
    cues = example.cues or {}
    number = {w: bisect_right(example.starts, w) for w in cues}
    told = [number[w] for w, families in cues.items() if families]
    low, high = (min(told), max(told)) if told else (2, len(example.starts) - 1)
    return replace(example, cues={w: f for w, f in cues.items() if low <= number[w] <= high})


def from_treebank(paths: Iterable[Path], feats: list[str], relations: list[str]) -> list[Example]:
    """An example a file; features and relations that are not in the lists have the number -1."""
    return [_joined(list(read_conllu(path)), feats, relations) for path in paths]


def _joined(parts: list[Sentence], feats: list[str], relations: list[str]) -> Example:
    starts, at = [], 0
    heads: list[int] = []
    for part in parts:
        starts.append(at)
        heads += [at + (i if h < 0 else h) for i, h in enumerate(part.head)]
        at += len(part.words)
    return Example(
        words=tuple(w for p in parts for w in p.words),
        starts=tuple(starts),
        pos=tuple(POS.index(t) for p in parts for t in p.pos),
        feats=tuple(feats.index(f) if f in feats else -1 for p in parts for f in p.feats),
        heads=tuple(heads),
        relations=tuple(relations.index(r) if r in relations else -1 for p in parts for r in p.deprel),
    )


def from_lines(lines: Path, labels: Path) -> list[Example]:
    """Examples of GoEmotions' lines: those whose labels all say something of the sixteen emotions, or are neutral."""
    out = []
    for text, names in read_goemotions(lines, labels):
        means = frozenset(EMOTIONS.index(MEANS[n]) for n in names if n in MEANS)
        if (means and len(means) == len(names)) or names == ("neutral",):
            words = tuple(text.replace("[NAME]", "John").replace("[RELIGION]", "church").split())
            if 2 < len(words) < 60:
                out.append(Example(words, (0,), emotions=means))
    return out


def side_by_side(examples: list[Example], chance: Random) -> list[Example]:
    """Short texts with words of feeling put together, one to six of them, in any order.

    If all of them were short, and all texts with other annotations long, the encoder would learn to tell them by that.
    """
    order = chance.sample(examples, len(examples))
    out = []
    while order:
        some = [order.pop() for _ in range(min(len(order), chance.randint(1, 6)))]
        shifts = [sum(len(e.words) for e in some[:k]) for k in range(len(some))]
        out.append(
            Example(
                words=tuple(w for e in some for w in e.words),
                starts=tuple(s + shift for e, shift in zip(some, shifts, strict=True) for s in e.starts),
                cues={w + n: f for e, n in zip(some, shifts, strict=True) for w, f in (e.cues or {}).items()},
            )
        )
    return out


def windows(example: Example, sizes: list[int], most: int, chance: Random | None = None) -> Iterator[Example]:
    """Cut at sentences into windows of at most ``most`` pieces; with ``chance``, those of every other text are shorter.

    Shorter by any degree, down to single sentences: what is read alone must be read as well as what stands in a page.

    Args:
        example: what to cut.
        sizes: the number of pieces of each word.
        most: a sentence longer than this is left out.
        chance: varies the cuts from one epoch to the next.
    """

    limit = most if chance is None or chance.random() < 0.5 else int(most ** chance.uniform(0.3, 1))
    bounds = [*example.starts, len(example.words)]
    low, used = 0, 0
    for a, b in pairwise(bounds):
        size = sum(sizes[a:b])
        if used and used + size > limit:
            yield example.cut(low, a)
            low, used = a, 0
        used += size
        if size > most:
            low, used = b, 0
    if used:
        yield example.cut(low, len(example.words))
