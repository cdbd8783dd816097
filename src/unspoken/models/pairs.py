"""What pairs of spans have, as far as the words and the syntax show it: the features of coreference."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from unspoken.models.labels import DETERMINERS, FORMS, PRONOUNS, ROLES, SPANS, TYPES
from unspoken.models.layers import Floats

Ints = npt.NDArray[np.int32]
# features, each with the number of its values
KINDS = {
    "same": 2, "head": 2, "shared": 3, "types": 2, "forms": 9, "pronouns": 64, "speech": 9, "spans": 8, "words": 12,
    "sentences": 8, "paragraphs": 5, "roles": len(ROLES) ** 2, "governors": 3, "seen": 5,
}  # fmt: skip
AWAY = (1, 2, 3, 4, 6, 9, 16)  # sentences between, from which the next value counts
SEEN = (1, 2, 4, 8)  # times that the words of a candidate stood before
CORE = 5  # the first of ROLES, which one verb has for one person each: whoever sees somebody sees another


@dataclass(frozen=True)
class Setting:
    """Where words stand, one entry a token: the numbers of the quotation (-1: none), sentence and paragraph, all
    ascending; the token on which it depends (-1: none) and how, in Universal Dependencies terms."""

    quotation: Sequence[int]
    sentence: Sequence[int]
    paragraph: Sequence[int]
    head: Sequence[int]
    relation: Sequence[str]


@dataclass(frozen=True)
class Written:
    """What is written in spans, as columns, one entry a span: numbers for equal strings, equal last words and the
    class of a pronoun (0: none), type, form, the quotation that it is in (-1: none), first word, sentence, paragraph,
    role and governor of its head word, how often the string stood before, and content words."""

    string: Ints
    head: Ints
    pronoun: Ints
    type: Ints
    form: Ints
    quotation: Ints
    first: Ints
    sentence: Ints
    paragraph: Ints
    role: Ints
    governor: Ints
    seen: Ints
    content: Sequence[frozenset[str]]

    def __len__(self) -> int:
        return len(self.string)


def written(
    words: Sequence[str], first: Sequence[int], last: Sequence[int], label: Sequence[int], setting: Setting
) -> Written:
    """Read spans.

    Args:
        words: the text's tokens.
        first: first tokens of the spans.
        last: last tokens, inclusive.
        label: numbers of the labels, as in `labels.SPANS`.
        setting: where the tokens stand.
    """
    classes = {word: n for n, line in enumerate(PRONOUNS, 1) for word in line.split()}
    strings: dict[str, int] = {}
    before: Counter[int] = Counter()
    columns: list[tuple[int, ...]] = []
    content = []
    for a, b, k in zip(first, last, label, strict=True):
        own = [w.lower() for w in words[a : b + 1]]
        own = own[1:] if len(own) > 1 and own[0] in DETERMINERS else own
        kind, form = SPANS[k]
        string, head = strings.setdefault(" ".join(own), len(strings)), strings.setdefault(own[-1], len(strings))
        pronoun = classes.get(own[0], 0) if len(own) == 1 else 0
        top = head_of(setting.head, a, b)
        columns.append((
            string, head, pronoun, TYPES.index(kind), FORMS.index(form), setting.quotation[a], a, setting.sentence[a],
            setting.paragraph[a], role_of(setting.relation[top]), setting.head[top], before[string],
        ))  # fmt: skip
        before[string] += 1
        content.append(frozenset(w for w in own if w[:1].isalpha() and len(w) > 2))
    names = [f.name for f in fields(Written)][:-1]
    table: dict[str, Any] = dict(zip(names, np.array(columns, np.int32).reshape(-1, len(names)).T, strict=True))
    return Written(content=content, **table)


def head_of(heads: Sequence[int], first: int, last: int) -> int:
    """The word of a span on which the others hang: the first whose own head lies outside."""
    for i in range(first, last + 1):
        if not first <= heads[i] <= last:
            return i
    return last


def role_of(relation: str) -> int:
    """The number of a dependency relation among `labels.ROLES`."""
    known = relation if relation in ROLES else relation.split(":")[0]
    return ROLES.index(known if known in ROLES else "other")


def features(spans: Written, now: Ints, before: Ints) -> dict[str, Ints]:
    """What pairs of spans have: for each of KINDS a number for every pair (now[k], before[k])."""
    inside = spans.quotation[now] >= 0, spans.quotation[before] >= 0
    apart = np.clip(spans.quotation[now] - spans.quotation[before], 0, 5)
    speech = np.where(
        inside[0] & inside[1], np.where(apart == 0, 1, 3 + apart), np.where(inside[0], 2, np.where(inside[1], 3, 0))
    )
    role = spans.role[now], spans.role[before]
    one = (spans.governor[now] == spans.governor[before]) & (spans.governor[now] >= 0)
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
        "sentences": np.searchsorted(AWAY, spans.sentence[now] - spans.sentence[before], side="right"),
        "paragraphs": np.clip(spans.paragraph[now] - spans.paragraph[before], 0, 4),
        "roles": role[0] * len(ROLES) + role[1],
        "governors": np.where(one, np.where((role[0] < CORE) & (role[1] < CORE), 2, 1), 0),
        "seen": np.searchsorted(SEEN, spans.seen[before], side="right"),
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


def quotation_of(starts: Sequence[int], quotations: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the number of the quotation that it lies in, or -1.

    Args:
        starts: where the tokens begin.
        quotations: where quotations begin and end, ascending.
    """
    begins = [a for a, _ in quotations]
    numbers = [bisect_right(begins, s) - 1 for s in starts]
    return [n if n >= 0 and s < quotations[n][1] else -1 for n, s in zip(numbers, starts, strict=True)]


def number_of(starts: Sequence[int], begins: Sequence[int]) -> list[int]:
    """For each token how many of the ranges begin at it or before.

    Args:
        starts: where the tokens begin.
        begins: where ranges begin, ascending.
    """
    return np.searchsorted(begins, starts, side="right").tolist() if len(begins) else [0] * len(starts)
