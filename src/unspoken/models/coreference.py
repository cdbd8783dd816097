"""Coreference: which earlier span a span means the same as, if any (Lee and others 2017, End-to-end coreference).

Only the last spans are asked, so that time and memory grow with the text and not with its square; what is further back
is for names to find.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from unspoken.models.labels import DETERMINERS, FORMS, PRONOUNS, SPANS, TYPES
from unspoken.models.layers import Floats, Weights, hidden, linear, shares

Ints = npt.NDArray[np.int32]
BACK = 120  # spans before a span that it may mean the same as
BLOCK = 32  # spans that are scored at once
AT_LEAST = 0.02  # probability of an antecedent below which it is not worth keeping
NONE = np.float32(-1e4)
# columns of what a pair has, each with the number of its values
KINDS = {
    "same": 2, "head": 2, "shared": 3, "types": 2, "forms": 9, "pronouns": 64, "speech": 9, "spans": 8, "words": 12,
}  # fmt: skip
# kinds that share a table
TOGETHER = (("same", "head", "shared", "types"), ("forms", "speech"), ("pronouns",), ("spans", "words"))


@dataclass(frozen=True)
class Written:
    """What is written in spans, as columns, one entry a span: numbers for equal strings, equal last words and the
    class of a pronoun (0: none), type, form, the quotation that it is in (-1: none), first word, and content words."""

    string: Ints
    head: Ints
    pronoun: Ints
    type: Ints
    form: Ints
    quotation: Ints
    first: Ints
    content: Sequence[frozenset[str]]

    def __len__(self) -> int:
        return len(self.string)


def written(
    words: Sequence[str], first: Sequence[int], last: Sequence[int], label: Sequence[int], quotation: Sequence[int]
) -> Written:
    """Read spans.

    Args:
        words: the text's tokens.
        first: first tokens of the spans.
        last: last tokens, inclusive.
        label: numbers of the labels, as in `labels.SPANS`.
        quotation: for each token the number of the quotation that it lies in, ascending, or -1.
    """
    classes = {word: n for n, line in enumerate(PRONOUNS, 1) for word in line.split()}
    strings: dict[str, int] = {}
    columns: list[tuple[int, ...]] = []
    content = []
    for a, b, k in zip(first, last, label, strict=True):
        own = [w.lower() for w in words[a : b + 1]]
        own = own[1:] if len(own) > 1 and own[0] in DETERMINERS else own
        kind, form = SPANS[k]
        string, head = strings.setdefault(" ".join(own), len(strings)), strings.setdefault(own[-1], len(strings))
        pronoun = classes.get(own[0], 0) if len(own) == 1 else 0
        columns.append((string, head, pronoun, TYPES.index(kind), FORMS.index(form), quotation[a], a))
        content.append(frozenset(w for w in own if w[:1].isalpha() and len(w) > 2))
    table = np.array(columns, np.int32).reshape(-1, 7)
    texts, heads, pronouns, kinds, forms, inside, at = table.T
    return Written(texts, heads, pronouns, kinds, forms, inside, at, content)


def features(spans: Written, now: Ints, before: Ints) -> dict[str, Ints]:
    """What pairs of spans have: for each of KINDS a number for every pair (now[k], before[k])."""
    inside = spans.quotation[now] >= 0, spans.quotation[before] >= 0
    apart = np.clip(spans.quotation[now] - spans.quotation[before], 0, 5)
    speech = np.where(
        inside[0] & inside[1], np.where(apart == 0, 1, 3 + apart), np.where(inside[0], 2, np.where(inside[1], 3, 0))
    )
    columns = {
        "same": spans.string[now] == spans.string[before],
        "head": spans.head[now] == spans.head[before],
        "shared": np.minimum(_shared(spans.content, now, before), 2),
        "types": spans.type[now] == spans.type[before],
        "forms": spans.form[now] * 3 + spans.form[before],
        "pronouns": spans.pronoun[now] * 8 + spans.pronoun[before],
        "speech": speech,
        "spans": np.minimum(np.log2(now - before), 7),
        "words": np.minimum(np.log2(np.maximum(spans.first[now] - spans.first[before], 1)), 11),
    }
    return {kind: np.asarray(values).astype(np.int32) for kind, values in columns.items()}


def _shared(content: Sequence[frozenset[str]], now: Ints, before: Ints) -> Floats:
    """How many content words pairs of spans have in common."""
    low, high = (int(before.min()), int(now.max()) + 1) if len(now) else (0, 0)
    words = {word: n for n, word in enumerate(sorted({w for own in content[low:high] for w in own}))}
    table = np.zeros((high - low, len(words)), np.float32)
    for row, own in enumerate(content[low:high]):
        table[row, [words[w] for w in own]] = 1
    counts: Floats = (table @ table.T)[now - low, before - low]
    return counts


def vectors(weights: Weights, x: Floats, first: Ints, last: Ints) -> Floats:
    """Vectors of spans: (spans, 128), from the states of their first and last words."""
    return hidden(weights, "mention", np.concatenate([x[first], x[last]], 1))


def antecedents(weights: Weights, vector: Floats, spans: Written) -> list[list[tuple[int, float]]]:
    """The spans that each span may mean the same as.

    Args:
        weights: of the scorer.
        vector: (spans, 128).
        spans: what is written in them, in text order.

    Returns:
        For each span pairs of an earlier span and its probability, the likeliest first; what is missing to one is the
        probability that it is the first of its kind.
    """
    if not len(spans):
        return []
    new = linear(weights, "new.2", hidden(weights, "new", vector))[:, 0]
    left, right = linear(weights, "now", vector), _behind(linear(weights, "before", vector))
    behind, both = _behind(vector), weights["both.weight"].T
    tables = [(kinds, _joined([weights[f"kinds.{kind}"] for kind in kinds])) for kinds in TOGETHER]
    out: list[list[tuple[int, float]]] = [[]]
    for low in range(1, len(spans), BLOCK):
        high = min(low + BLOCK, len(spans))
        x = (vector[low:high, None] * behind[low:high]).reshape(-1, vector.shape[1]) @ both
        x.shape = high - low, BACK, -1
        x += right[low:high]
        x += left[low:high, None]
        now = np.arange(low, high, dtype=np.int32)[:, None]
        before = now + np.arange(-BACK, 0, dtype=np.int32)
        has = features(spans, np.repeat(now, BACK), np.maximum(before, 0).ravel())
        for kinds, sums in tables:
            x += sums[tuple(has[kind] for kind in kinds)].reshape(x.shape)
        table = np.full((high - low, BACK + 1), NONE)
        table[:, :0:-1] = np.where(before >= 0, np.maximum(x, 0, out=x) @ weights["out"], NONE)
        table[:, 0] = new[low:high]
        out += _likely(shares(table), low)
    return out


def _behind(x: Floats) -> Floats:
    """(spans, size) -> (spans, BACK, size), a view: of each span those before it, or zeros."""
    padded = np.concatenate([np.zeros((BACK, x.shape[1]), np.float32), x])
    return np.lib.stride_tricks.sliding_window_view(padded, BACK, axis=0).transpose(0, 2, 1)


def _joined(tables: Sequence[Floats]) -> Floats:
    """One table for several: (values of the first, values of the second.., size), the sums of their rows."""
    first, *others = tables
    for table in others:
        first = first[..., None, :] + table
    return first


def _likely(table: Floats, low: int) -> list[list[tuple[int, float]]]:
    out = []
    for n, row in enumerate(table):
        lags = [int(k) for k in np.nonzero(row >= AT_LEAST)[0] if k]
        out.append(sorted(((low + n - k, round(float(row[k]), 4)) for k in lags), key=lambda pair: -pair[1]))
    return out


def quotation_of(starts: Sequence[int], quotations: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the number of the quotation that it lies in, or -1.

    Args:
        starts: where the tokens begin.
        quotations: where quotations begin and end, ascending.
    """
    begins = [a for a, _ in quotations]
    numbers = [bisect_right(begins, s) - 1 for s in starts]
    return [n if n >= 0 and s < quotations[n][1] else -1 for n, s in zip(numbers, starts, strict=True)]
