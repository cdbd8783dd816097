"""Train the dependency parser and write its weights.

    python -m unspoken.training.parser GUM_FOLDER [NOVEL_FOLDER]

GUM_FOLDER holds the CoNLL-U files; the last two documents by name of each genre are held out and scored. Tags are those
of taggers that did not see the sentence. With a folder of novels (plain text), the parser also learns from sentences of
theirs on which a parser that reads from the left and one that reads from the right agree (co-training, after Sagae and
Tsujii 2007), since fiction is told otherwise than the genres of GUM. Writes `src/unspoken/resources/parser.json.gz`.
Four minutes, or fifteen with novels.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from unspoken.layers.keys import QUOTATIONS, SENTENCES, TOKENS
from unspoken.pipeline import run
from unspoken.sources import document_from_text
from unspoken.stages import quotations, sentences, tokens
from unspoken.stages.syntax.parser import LEFT, NONE, RIGHT, SHIFT, Parser, State, relation_features, unmarked
from unspoken.stages.syntax.stretches import quoted, stretches
from unspoken.stages.syntax.tagger import Tagger, closed_words
from unspoken.stages.syntax.tagger import load as load_tagger
from unspoken.training import tagger

SEED, EPOCHS, FOLDS, EXPLORE, LEAST = 11, 9, 4, 0.9, 4
SAMPLE, SHORTEST, LONGEST = 40_000, 4, 30  # characters a novel, tokens a sentence
OUT = Path(__file__).parents[1] / "resources" / "parser.json.gz"
KEPT = frozenset(("nsubj:pass", "aux:pass", "acl:relcl", "nmod:poss", "obl:agent", "obl:tmod", "obl:npmod"))
Tree = tuple[list[str], list[str], list[int], list[str]]  # words, tags, heads, relations
Marked = tuple[list[str], list[str], list[int], list[str], list[str]]  # the same without marks, and the marks before


def trees(path: Path) -> list[Tree]:
    """Sentences of a CoNLL-U file."""
    out: list[Tree] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if rows:
            relations = [r[7] if r[7] in KEPT else r[7].split(":")[0] for r in rows]
            out.append(([r[1] for r in rows], [r[3] for r in rows], [int(r[6]) - 1 for r in rows], relations))
    return out


def split(folder: Path) -> tuple[list[Tree], list[Tree]]:
    """Train and held-out trees."""
    train: list[Tree] = []
    held: list[Tree] = []
    for _, files in groupby(sorted(folder.glob("GUM_*.conllu")), key=lambda p: p.name.split("_")[1]):
        *first, a, b = files
        for path in first:
            train += trees(path)
        held += trees(a) + trees(b)
    return train, held


def tagged(train: Sequence[Tree]) -> list[Tree]:
    """The trees with tags as taggers give them that were trained on the others."""
    out: list[Tree] = []
    for fold in range(FOLDS):
        rest = [list(zip(t[0], t[1], t[0], strict=True)) for i, t in enumerate(train) if i % FOLDS != fold]
        given = tagger.weights_of(rest)
        model = Tagger(given["sure"] | closed_words(), given["weights"])
        out += [(t[0], model.tag(t[0]), t[2], t[3]) for i, t in enumerate(train) if i % FOLDS == fold]
        print(f"tags of fold {fold}", flush=True)
    return out


def apart(tree: Tree) -> list[Tree]:
    """What is quoted and what is not as trees of their own; words whose head is elsewhere become roots."""
    words, tags, heads, relations = tree
    depth, part, parts = 0, 0, []
    for word in words:
        if word == "“" or (word == '"' and not depth):
            depth, part = 1, part + 1
        parts.append(part)
        if word == "”" or (word == '"' and depth and parts[-2:-1] == [part]):
            depth, part = 0, part + 1
    if not part:
        return [tree]
    out = []
    for p in sorted(set(parts)):
        own = [i for i in range(len(words)) if parts[i] == p]
        new = {i: k for k, i in enumerate(own)}
        out.append(
            (
                [words[i] for i in own],
                [tags[i] for i in own],
                [new.get(heads[i], -1) for i in own],
                [relations[i] if heads[i] in new else "root" for i in own],
            )
        )
    return out


def without_marks(tree: Tree) -> Marked:
    """The tree without marks; words that hung on one hang on what it hung on."""
    words, tags, heads, relations = tree
    kept, marks = unmarked(words, tags)
    new = {i: k for k, i in enumerate(kept)}

    def up(h: int) -> int:
        while h >= 0 and h not in new:
            h = heads[h]
        return new[h] if h >= 0 else -1

    own = [up(heads[i]) for i in kept]
    names = [relations[i] if h >= 0 else "root" for i, h in zip(kept, own, strict=True)]
    return [words[i] for i in kept], [tags[i] for i in kept], own, names, marks


def costs(state: State, heads: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """How many arcs of the tree each step would lose (Goldberg and Nivre 2013); root is n."""
    stack, b = state.stack, state.front
    out = [10**6] * 3
    if b < state.n:
        members = set(stack)
        out[SHIFT] = sum(d in members for d in children[b]) + (heads[b] in members and heads[b] != stack[-1])
    if stack:
        s = stack[-1]
        ahead = sum(d >= b for d in children[s])
        out[LEFT] = ahead + (heads[s] > b) + (len(stack) > 1 and heads[s] == stack[-2])
        if len(stack) > 1:
            out[RIGHT] = ahead + (heads[s] >= b)
    return out


class Averaged:
    """Perceptron weights over features and classes, averaged lazily."""

    def __init__(self, classes: int) -> None:
        self.classes, self.now = classes, 0
        self.w: dict[str, list[float]] = {}
        self.total: dict[str, list[float]] = {}
        self.stamp: dict[str, list[int]] = {}
        self.updates: Counter[str] = Counter()

    def scores(self, features: Sequence[str]) -> list[float]:
        out = [0.0] * self.classes
        for f in features:
            row = self.w.get(f)
            if row is not None:
                for k, x in enumerate(row):
                    out[k] += x
        return out

    def update(self, features: Sequence[str], true: int, guess: int) -> None:
        for f in features:
            if f not in self.w:
                self.w[f] = [0.0] * self.classes
                self.total[f] = [0.0] * self.classes
                self.stamp[f] = [0] * self.classes
            self.updates[f] += 1
            for k, by in ((true, 1.0), (guess, -1.0)):
                self.total[f][k] += (self.now - self.stamp[f][k]) * self.w[f][k]
                self.stamp[f][k] = self.now
                self.w[f][k] += by

    def average(self, scale: float = 100) -> dict[str, list[int]]:
        out = {}
        for f in sorted(self.w):
            if self.updates[f] >= LEAST:
                w, total, stamp = self.w[f], self.total[f], self.stamp[f]
                row = [round(scale * (total[k] + (self.now - stamp[k]) * w[k]) / self.now) for k in range(self.classes)]
                if any(row):
                    out[f] = row
        return out


def fit_steps(train: Sequence[Marked], report: Callable[[Averaged, int], None]) -> Averaged:
    """Weights of the steps."""
    model, chance, order = Averaged(3), random.Random(SEED), list(train)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for words, tags, gold, _, marks in order:
            heads = [h if h >= 0 else len(words) for h in gold]
            children: list[list[int]] = [[] for _ in range(len(words) + 1)]
            for i, h in enumerate(heads):
                children[h].append(i)
            state = State(words, tags, marks)
            while not state.done():
                model.now += 1
                features = state.features()
                scores, lost = model.scores(features), costs(state, heads, children)
                allowed = [a for a in range(3) if state.allowed()[a]]
                guess = max(allowed, key=scores.__getitem__)
                least = min(lost[a] for a in allowed)
                best = max((a for a in allowed if lost[a] == least), key=scores.__getitem__)
                if lost[guess] > least:
                    model.update(features, best, guess)
                state.move(guess if epoch and chance.random() < EXPLORE else best)
        report(model, epoch)
    return model


def fit_relations(train: Sequence[Marked]) -> tuple[Averaged, list[str]]:
    """Weights of the relations, on the true trees."""
    names = sorted({r for t in train for r in t[3]})
    number = {r: k for k, r in enumerate(names)}
    model, chance, order = Averaged(len(names)), random.Random(SEED), list(train)
    for epoch in range(6):
        chance.shuffle(order)
        wrong = 0
        for words, tags, heads, relations, marks in order:
            state = gold_state(words, tags, heads, marks)
            last: dict[int, str] = {}
            for i, relation in enumerate(relations):
                if heads[i] >= 0:
                    model.now += 1
                    features = relation_features(state, i, last.get(heads[i], NONE))
                    scores = model.scores(features)
                    guess = max(range(len(names)), key=scores.__getitem__)
                    if guess != number[relation]:
                        wrong += 1
                        model.update(features, number[relation], guess)
                last[heads[i]] = relation
        print(f"relations, epoch {epoch}: {wrong} wrong", flush=True)
    return model, names


def gold_state(words: Sequence[str], tags: Sequence[str], heads: Sequence[int], marks: Sequence[str]) -> State:
    """A state in which all arcs stand."""
    state = State(words, tags, marks)
    state.head = list(heads)
    for i, h in enumerate(heads):
        h = h if h >= 0 else len(words)
        if i < h:
            if state.lefts[h] == 0:
                state.left[h] = i
            state.lefts[h] += 1
        else:
            state.right[h] = i
            state.rights[h] += 1
    return state


def score(parser: Parser, held: Sequence[Tree]) -> str:
    """Attachment scores without punctuation, and the finding of subjects and objects."""
    right = labelled = n = 0
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags, heads, relations in held:
        got, names = parser.parse(words, tags)
        for i, tag in enumerate(tags):
            if tag != "PUNCT":
                n += 1
                right += got[i] == heads[i]
                labelled += (got[i], names[i]) == (heads[i], relations[i])
                for r in ("nsubj", "obj"):
                    true, said = relations[i].split(":")[0] == r, names[i].split(":")[0] == r
                    found[r]["right"] += true and said and got[i] == heads[i]
                    found[r]["true"] += true
                    found[r]["said"] += said
    f = {r: round(2 * c["right"] / (c["true"] + c["said"]), 3) for r, c in found.items() if c["said"]}
    return f"UAS {right / n:.4f} LAS {labelled / n:.4f} {f}"


def reversed_tree(tree: Marked) -> Marked:
    """The tree read from the right."""
    words, tags, heads, relations, marks = tree
    n = len(words)
    back = [n - 1 - h if h >= 0 else -1 for h in reversed(heads)]
    return words[::-1], tags[::-1], back, relations[::-1], ["", *marks[:0:-1]]


def steps_only(model: Averaged) -> Parser:
    return Parser(model.average(), {})


def heads_of(parser: Parser, tree: Marked) -> list[int]:
    """The parser's heads for the words of a tree."""
    state = State(tree[0], tree[1], tree[4])
    while not state.done():
        state.move(parser.step(state))
    return state.head


def told(folder: Path) -> Iterator[Tree]:
    """Sentences of novels, or what of them lies in a quotation or outside, without relations; a stretch from each."""
    chance, tag = random.Random(SEED), load_tagger().tag
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        start = chance.randrange(max(1, len(text) - SAMPLE))
        document, _ = run(
            document_from_text(text[start : start + SAMPLE]), [tokens.STAGE, quotations.STAGE, sentences.STAGE]
        )
        starts, ends = (column.tolist() for column in (document[TOKENS].start, document[TOKENS].end))
        words = [document.text[a:b] for a, b in zip(starts, ends, strict=True)]
        inside = quoted(starts, document[QUOTATIONS])
        for sentence in document[SENTENCES]:
            span = document[TOKENS].within(sentence.start, sentence.end)
            pos = tag(words[span.start : span.stop])
            for low, high in stretches(inside, span.start, span.stop):
                if SHORTEST <= high - low <= LONGEST and ";" not in words[low:high]:
                    own = pos[low - span.start : high - span.start]
                    yield words[low:high], own, [-1] * (high - low), ["dep"] * (high - low)


def agreed(left: Parser, right: Parser, folder: Path) -> list[Marked]:
    """Trees of novels on which both parsers agree."""
    out = []
    for tree in told(folder):
        bare = without_marks(tree)
        heads, back = heads_of(left, bare), heads_of(right, reversed_tree(bare))
        n = len(heads)
        if n > 2 and heads == [n - 1 - h if h >= 0 else -1 for h in reversed(back)]:
            out.append((*bare[:2], heads, *bare[3:]))
    print(f"{len(out)} sentences of novels, {sum(len(t[0]) for t in out)} words", flush=True)
    return out


def quiet(model: Averaged, epoch: int) -> None:
    """No report."""


def main() -> None:
    train, held = split(Path(sys.argv[1]))
    current = load_tagger()
    held = [(t[0], current.tag(t[0]), t[2], t[3]) for t in held]
    train = tagged(train)
    train += [part for tree in train for part in apart(tree) if len(part[0]) < len(tree[0])]
    bare = [without_marks(tree) for tree in train]
    relations, names = fit_relations(bare)
    rows = {f: {names[k]: x for k, x in enumerate(row) if x} for f, row in relations.average().items()}
    parser = Parser({}, rows)

    def report(model: Averaged, epoch: int) -> None:
        if epoch % 3 == 2:
            parser.weights = model.average()
            print(f"epoch {epoch}: {score(parser, held)}; {len(parser.weights)} features", flush=True)

    more: list[Marked] = []
    if len(sys.argv) > 2:
        left, right = (fit_steps(x, quiet) for x in (bare, [reversed_tree(t) for t in bare]))
        more = agreed(steps_only(left), steps_only(right), Path(sys.argv[2]))
    steps = fit_steps([*bare, *(bare if more else ()), *more], report).average()
    with gzip.GzipFile(OUT, "wb", mtime=0) as out:
        out.write(json.dumps({"steps": steps, "relations": rows}, separators=(",", ":"), ensure_ascii=False).encode())
    print("held out", score(Parser(steps, rows), held))


if __name__ == "__main__":
    main()
