"""Parts of speech by an averaged perceptron, greedy from left to right (Collins 2002).

Words that are nearly always one part of speech are looked up; the others are scored by features of the word, which are
cached, and of its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache

from unspoken import resources
from unspoken.stages.syntax.lemmas import lemma
from unspoken.stages.syntax.words import class_of, fresh, shape

TAGS = (
    "NOUN", "PUNCT", "VERB", "PRON", "ADP", "DET", "ADJ", "AUX", "PROPN", "ADV", "CCONJ", "PART", "NUM", "SCONJ", "SYM",
    "INTJ", "X",
)  # fmt: skip
OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "INTJ", "X", "PUNCT", "SYM"))
FRAME = "-"
DOING = frozenset(("did", "do", "does"))
NOMINAL = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
BEFORE_NOUN = frozenset(("the", "a", "an", "my", "your", "his", "its", "our", "their", "no", "every"))
BEING = frozenset(("is", "are", "was", "were", "am", "be", "been", "'m", "'re"))
ONE_FORM = resources.words("clauses.toml", "one_form") | {"come", "become", "overcome", "run", "bid"}
CAUSING = frozenset(("make", "makes", "made", "let", "lets"))
MODALS = frozenset(("will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "did", "does"))
LISTED = 250  # added to the tags that a list gives a word; verbs only where training never saw it
Weights = Mapping[str, Mapping[str, int]]


def word_features(word: str, fresh: bool) -> list[str]:
    """Features of a word by itself."""
    low, form, kin = word.lower().replace("’", "'"), shape(word), class_of(word, fresh)
    return [
        "b", "w" + low, "s" + low[-3:], "t" + low[-2:], "r" + low[0], f"h{form}{int(fresh)}", f"y{'-' in word}{form}",
        "c" + kin, "d" + kin + low[-2:],
    ]  # fmt: skip


def context_features(words: Sequence[str], kin: Sequence[str], i: int, one: str, two: str) -> list[str]:
    """Features of the neighbours.

    Args:
        words: lower case, ``FRAME`` twice at both ends.
        kin: the words' classes, the same length.
        i: the word's place among them.
        one: the tag of the word before.
        two: the tag of the one before that.
    """
    before, low, after, second = words[i - 1], words[i], words[i + 1], words[i + 2]
    return [
        "1" + one, "2" + two + one, "3" + one + low, "4" + before, "5" + after, "6" + after[-3:], "7" + second,
        "8" + before[-3:], "9" + kin[i + 1], "0" + kin[i - 1], "e" + one + kin[i], "f" + kin[i] + " " + kin[i + 1],
        "g" + one + kin[i + 1],
    ]  # fmt: skip


def framed(words: Sequence[str]) -> tuple[list[str], list[str], list[bool]]:
    """Words in lower case and their classes, both framed for `context_features`; and whether each is `fresh`."""
    words = [w.replace("’", "'") if "’" in w and len(w) > 1 else w for w in words]
    new = [fresh(words, i) for i in range(len(words))]
    edge = [FRAME, FRAME]
    kin = [class_of(w, f) for w, f in zip(words, new, strict=True)]
    return [*edge, *(w.lower() for w in words), *edge], [*edge, *kin, *edge], new


class Tagger:
    """Tags words of one sentence at a time."""

    def __init__(self, sure: Mapping[str, str], weights: Weights) -> None:
        self.sure, self.weights = sure, weights
        self._cached: dict[tuple[str, bool], dict[str, int]] = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """Universal part-of-speech tags, one a word."""
        out: list[str] = []
        one, two = FRAME, FRAME
        low, kin, new = framed(words)
        for i, word in enumerate(words):
            tag = self.sure.get(low[i + 2])
            if tag is None:
                tag = self._best(self._alone(word, new[i]), low, kin, i + 2, one, two)
            out.append(tag)
            one, two = tag, one
        return mended(low[2:-2], out)

    def _best(self, alone: Mapping[str, int], low: list[str], kin: list[str], i: int, one: str, two: str) -> str:
        scores = dict(alone)
        for feature in context_features(low, kin, i, one, two):
            row = self.weights.get(feature)
            if row is not None:
                for tag, weight in row.items():
                    scores[tag] = scores.get(tag, 0) + weight
        word = low[i]
        unseen = "w" + word not in self.weights
        if unseen:  # a word never seen is none of a closed class
            scores = {tag: score for tag, score in scores.items() if tag in OPEN}
        for tag in listed().get(word, ()):
            if unseen or tag != "VERB":
                scores[tag] = scores.get(tag, 0) + LISTED
        return max(scores, key=lambda tag: (scores[tag], tag)) if scores else "NOUN"

    def _alone(self, word: str, first: bool) -> dict[str, int]:
        """Scores by the word alone, summed once a word."""
        key = (word, first)
        found = self._cached.get(key)
        if found is None:
            found = {}
            for feature in word_features(word, first):
                for tag, weight in self.weights.get(feature, {}).items():
                    found[tag] = found.get(tag, 0) + weight
            if len(self._cached) < 60_000:
                self._cached[key] = found
        return found


def mended(low: Sequence[str], tags: list[str]) -> list[str]:
    """Tags put right where the words before allow one only."""
    for i in range(1, len(tags)):
        if tags[i] == "ADP" and low[i] == "like":
            if low[i - 1] in ("i", "you", "we", "they"):
                tags[i] = "VERB"
        elif tags[i] == "NOUN":
            tags[i] = _noun_or_verb(low, tags, i)
        elif tags[i] == "VERB" and not low[i].endswith(("ed", "ing", "en", "s")):
            tags[i] = _verb_or_other(low, tags, i)
    return tags


def _noun_or_verb(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """A noun is a verb after "to", "did you", "would", and with -ing after "without"."""
    if low[i].endswith("ing"):
        return "VERB" if low[i - 1] == "without" else "NOUN"
    if low[i].endswith(("ness", "ly", "ion")):
        return "NOUN"
    before = i - 2 if i > 1 and (tags[i - 1] == "ADV" or low[i - 1] == "last") else i - 1
    last = i + 1 == len(tags) or tags[i + 1] not in NOMINAL
    return "VERB" if _calls_for_verb(low, tags, before, last) else "NOUN"


def _verb_or_other(low: Sequence[str], tags: Sequence[str], i: int) -> str:
    """A base form is no verb after an article or possessive, nor after "was"."""
    if lemma(low[i], "VERB") != low[i] or low[i] in ONE_FORM:
        return "VERB"
    if low[i - 1] in BEFORE_NOUN:
        return "NOUN"
    before = i - 2 if i > 1 and tags[i - 1] == "ADV" else i - 1
    return "ADJ" if low[before] in BEING and tags[before] == "AUX" else "VERB"


def _calls_for_verb(low: Sequence[str], tags: Sequence[str], k: int, last: bool) -> bool:
    """Whether the words up to ``k`` want a verb next; ``last``: what comes next is not the first part of a name."""
    if low[k] == "to":
        return tags[k] == "PART"
    if low[k] == "her":
        return last and k > 0 and low[k - 1] in CAUSING
    if not last:
        return False
    asked = k > 0 and tags[k] == "PRON" and low[k - 1] in DOING
    return asked or (tags[k] == "AUX" and low[k] in MODALS)


@cache
def listed() -> Mapping[str, frozenset[str]]:
    """Words that the package's lists know, with the tags that they may have."""
    out: dict[str, set[str]] = {}
    for line in resources.text("irregular_verbs.txt").splitlines():
        if line and not line.startswith("#"):
            for word in line.split():
                out.setdefault(word, set()).add("VERB")
    for word in resources.words("speech.toml", "say"):
        out.setdefault(word, set()).add("VERB")
    kinds = {"noun": "NOUN", "adj": "ADJ", "adv": "ADV", "verb": "VERB", "stimulus": "ADJ"}
    for line in resources.text("emotion_words.tsv").splitlines():
        columns = line.split("\t")
        if not line.startswith("#") and len(columns) >= 5 and columns[1] in kinds:
            for word in columns[4].split():
                out.setdefault(word, set()).add(kinds[columns[1]])
    return {word: frozenset(tags) for word, tags in out.items()}


@cache
def load() -> Tagger:
    """The tagger with the weights of the package."""
    model = json.loads(resources.unpacked("tagger.json.gz"))
    return Tagger(model["sure"] | closed_words(), model["weights"])


@cache
def closed_words() -> dict[str, str]:
    """Words that are one part of speech wherever they stand."""
    return {word: tag for tag, words in resources.table("closed_words.toml").items() for word in words.split()}
