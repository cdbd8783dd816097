"""Dependencies by a greedy transition parser.

Arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011), scored by an averaged perceptron that was trained with a dynamic
oracle (Goldberg and Nivre 2013). Marks take no part: they are hung on afterwards, and the words know which stood before
them. Relations are chosen when the tree stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from unspoken import resources
from unspoken.stages.syntax.words import class_of, fresh

SHIFT, LEFT, RIGHT = 0, 1, 2
ROOT = "ROOT"
NONE = "-"
STRONG = frozenset((";", ":", ".", "!", "?", "…", "...", "—", "--", "–"))
Weights = Mapping[str, Sequence[int]]
Rows = Mapping[str, Mapping[str, int]]


class State:
    """A parse under way: the stack, the front of the buffer, and the arcs so far. The root stands behind the last word.

    Words, tags and classes have the root at index n and frames behind it, so that looking ahead needs no test.
    ``marks`` holds for each word the kind of the mark before it, or nothing.
    """

    def __init__(self, words: Sequence[str], tags: Sequence[str], marks: Sequence[str]) -> None:
        n = self.n = len(words)
        words = [w.replace("’", "'") if len(w) > 1 else w for w in words]
        self.word = [*(w.lower() for w in words), ROOT, NONE, NONE, NONE]
        self.tag = [*tags, ROOT, NONE, NONE, NONE]
        kin = (class_of(w, fresh(words, i)) for i, w in enumerate(words))
        self.kin = [*kin, ROOT, NONE, NONE, NONE]
        self.none = n + 3
        self.stack: list[int] = []
        self.front = 0
        self.head = [-1] * n
        self.left = [self.none] * (n + 4)  # outermost children
        self.right = [self.none] * (n + 4)
        self.lefts = [0] * (n + 4)
        self.rights = [0] * (n + 4)
        self.mark = [*marks, NONE, "", "", ""]
        self.marks = [0]
        for mark in self.mark:
            self.marks.append(self.marks[-1] + (mark != ""))

    def done(self) -> bool:
        return self.front == self.n and not self.stack

    def allowed(self) -> tuple[bool, bool, bool]:
        """Which of SHIFT, LEFT and RIGHT may come next."""
        return self.front < self.n, bool(self.stack), len(self.stack) > 1

    def move(self, action: int) -> None:
        """Take one step."""
        if action == SHIFT:
            self.stack.append(self.front)
            self.front += 1
            return
        child = self.stack.pop()
        if action == LEFT:
            head = self.front
            self.left[head] = child
            self.lefts[head] += 1
        else:
            head = self.stack[-1]
            self.right[head] = child
            self.rights[head] += 1
        self.head[child] = -1 if head == self.n else head

    def features(self) -> list[str]:
        """What the next step is chosen by: words, tags and classes around the top of the stack and the front."""
        w, t, c, stack, none = self.word, self.tag, self.kin, self.stack, self.none
        b = self.front
        size = len(stack)
        s = stack[-1] if size else none
        s1 = stack[-2] if size > 1 else none
        s2 = stack[-3] if size > 2 else none
        sw, st, sc, s1w, s1t, s1c = w[s], t[s], c[s], w[s1], t[s1], c[s1]
        bw, bt, bc, b1t, b2t = w[b], t[b], c[b], t[b + 1], t[b + 2]
        near, far = min(b - s, 5) if size else 0, min(s - s1, 5) if size > 1 else 0
        m, marks = self.mark, self.marks
        between = min(marks[b + 1] - marks[s + 1], 3) if size else 0
        inner = min(marks[s + 1] - marks[s1 + 1], 3) if size > 1 else 0
        pair, two = st + bt, s1t + st
        return [
            "A" + sw + " " + st, "B" + st, "C" + sc, "D" + s1w + " " + s1t, "E" + s1c, "F" + bw + " " + bt, "G" + bc,
            "H" + w[b + 1] + b1t, "I" + pair, "J" + sw + " " + bt, "K" + st + bw, "L" + sc + " " + bc,
            "M" + sw + " " + bw, "N" + two, "O" + s1w + " " + st, "P" + s1t + sw, "Q" + s1c + " " + sc,
            "R" + s1w + " " + sw, "S" + two + bt, "T" + pair + b1t, "U" + bt + b1t + b2t, "V" + t[s2] + two,
            "W" + pair + t[self.left[s]], "X" + pair + t[self.right[s]], "Y" + two + t[self.right[s1]],
            "Z" + two + t[self.left[s1]], "a" + pair + t[self.left[b]], f"b{pair}{near}", f"c{two}{far}",
            f"d{pair}{between}", f"e{two}{inner}", f"f{st}{self.lefts[s]} {self.rights[s]}{bt}",
            f"g{s1t}{self.rights[s1]}{st}{bt}", "h" + sw + " " + bt + b1t, "i" + s1w + " " + st + bt,
            "j" + s1t + sw + " " + bt, "k" + s1t + w[self.left[s]] + " " + st, "l" + st + w[self.left[b]] + " " + bt,
            "m" + two + bt + b1t, "n" + pair + w[b + 1], "o" + s1w + st + bw, f"p{size > 1}{bt}{st}",
            "q" + s1t + w[self.left[s]] + st + bt, "r" + pair + m[s] + m[b], "s" + two + m[s], "t" + two + m[b] + bt,
            "u" + bt + b1t + m[b + 1],
        ]  # fmt: skip


def relation_features(state: State, i: int, before: str) -> list[str]:
    """What the relation of word ``i`` to its head is chosen by; ``before``: the relation of its last sibling."""
    w, t, c = state.word, state.tag, state.kin
    h = state.head[i] if state.head[i] >= 0 else state.n
    side = "<" if i < h else ">"
    first = state.left[i]
    arc = t[h] + side + t[i]
    return [
        "A" + arc, "B" + arc + w[i], "C" + arc + w[h], "D" + w[i] + " " + side + w[h], "E" + arc + c[i],
        "F" + arc + c[h], "G" + arc + w[first], "H" + arc + t[first], "I" + arc + before, "J" + arc + t[i + 1],
        "K" + arc + t[i - 1], "L" + arc + w[i - 1], f"M{arc}{min(abs(h - i), 4)}", "N" + arc + w[state.left[h]],
        "O" + arc + w[i][-3:], "P" + arc + w[h][-3:], "Q" + arc + w[first] + " " + w[h],
        f"R{arc}{before}{state.lefts[i] > 0}", "S" + arc + w[h + 1], "T" + arc + t[state.right[h]],
        "U" + c[i] + side + c[h],
    ]  # fmt: skip


class Parser:
    """Gives a tree to the words of one sentence, or of a stretch of one."""

    def __init__(self, weights: Weights, relations: Rows) -> None:
        self.weights, self.relations = weights, relations

    def parse(self, words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """Heads (indices, -1 for a root) and Universal Dependencies relations, one each a word.

        What semicolons part is parsed part by part, the later ones hung on the first: over so strong a mark few words
        depend on each other, and a greedy parser goes wrong there.
        """
        heads: list[int] = []
        names: list[str] = []
        first = -1
        for low, high in _parts(words):
            own, relations = self._part(words[low:high], tags[low:high])
            root = next((k + low for k, h in enumerate(own) if h < 0 and relations[k] == "root"), -1)
            heads += [h + low if h >= 0 else -1 for h in own]
            names += relations
            if root >= 0 and first >= 0:
                heads[root], names[root] = first, "parataxis"
            elif first < 0:
                first = root
        return heads, names

    def _part(self, words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """The tree of words without a semicolon among them, marks hung on the words before them."""
        kept, marks = unmarked(words, tags)
        state = State([words[i] for i in kept], [tags[i] for i in kept], marks)
        while not state.done():
            state.move(self.step(state))
        heads, names = [-1] * len(words), ["punct"] * len(words)
        for i, head, name in zip(kept, state.head, self.label(state), strict=True):
            heads[i], names[i] = kept[head] if head >= 0 else -1, name
        last = kept[0] if kept else -1
        for i, tag in enumerate(tags):
            if tag == "PUNCT":
                heads[i] = last
            else:
                last = i
        return heads, names

    def step(self, state: State) -> int:
        """The best step that is allowed."""
        if not state.stack:
            return SHIFT
        shift = left = right = 0
        get = self.weights.get
        for feature in state.features():
            row = get(feature)
            if row is not None:
                shift += row[0]
                left += row[1]
                right += row[2]
        scores = (shift, left, right)
        allowed = state.allowed()
        return max((a for a in (SHIFT, LEFT, RIGHT) if allowed[a]), key=lambda a: scores[a])

    def label(self, state: State) -> list[str]:
        """Relations of all words."""
        out: list[str] = []
        last: dict[int, str] = {}
        for i in range(state.n):
            scores: dict[str, int] = {}
            h = state.head[i]
            for feature in relation_features(state, i, last.get(h, NONE)):
                row = self.relations.get(feature)
                if row is not None:
                    for name, weight in row.items():
                        scores[name] = scores.get(name, 0) + weight
            if h < 0:
                best = "root"
            else:
                scores.pop("root", None)
                best = max(scores, key=lambda r: (scores[r], r)) if scores else "dep"
            out.append(best)
            last[h] = best
        return out


def _parts(words: Sequence[str]) -> list[tuple[int, int]]:
    """Bounds of the parts that semicolons make; each ends with its semicolon."""
    cuts = [0, *(i + 1 for i, w in enumerate(words[:-1]) if w == ";"), len(words)]
    return [(a, b) for a, b in pairwise(cuts) if b > a]


def unmarked(words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
    """The words that are no marks, and for each the kind of the strongest mark between it and the one before."""
    kept: list[int] = []
    marks: list[str] = []
    mark = ""
    for i, tag in enumerate(tags):
        if tag == "PUNCT":
            mark = ";" if words[i] in STRONG else mark or ("," if words[i] == "," else "'")
        else:
            kept.append(i)
            marks.append(mark)
            mark = ""
    return kept, marks


@cache
def load() -> Parser:
    """The parser with the weights of the package."""
    model = json.loads(resources.unpacked("parser.json.gz"))
    return Parser(model["steps"], model["relations"])
