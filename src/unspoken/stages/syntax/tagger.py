"""Parts of speech by an averaged perceptron, greedy from left to right (Collins 2002).

Words that are nearly always one part of speech are looked up; the others are scored by features of the word, which are
cached, and of its neighbours.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from unspoken import resources

TAGS = (
    "NOUN", "PUNCT", "VERB", "PRON", "ADP", "DET", "ADJ", "AUX", "PROPN", "ADV", "CCONJ", "PART", "NUM", "SCONJ", "SYM",
    "INTJ", "X",
)  # fmt: skip
OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM", "INTJ", "X", "PUNCT", "SYM"))
FRAME = "-"
LISTED = 250  # added to the tags that a list gives a word; verbs only where training never saw it
Weights = Mapping[str, Mapping[str, int]]


def word_features(word: str, first: bool) -> list[str]:
    """Features of a word by itself; ``first``: it begins its sentence, so that a capital says little."""
    low = word.lower()
    shape = "d" if word[0].isdigit() else "u" if word.isupper() else "c" if word[0].isupper() else "p" if not word[0].isalpha() else "l"
    return ["b", "w" + low, "s" + low[-3:], "t" + low[-2:], "r" + low[0], f"h{shape}{int(first)}", f"y{'-' in word}{shape}"]


def context_features(words: Sequence[str], i: int, one: str, two: str) -> list[str]:
    """Features of the neighbours; ``one`` and ``two`` are the tags of the word before and of the one before that."""
    before = words[i - 1].lower() if i else FRAME
    after = words[i + 1].lower() if i + 1 < len(words) else FRAME
    second = words[i + 2].lower() if i + 2 < len(words) else FRAME
    low = words[i].lower()
    return ["1" + one, "2" + two + one, "3" + one + low, "4" + before, "5" + after, "6" + after[-3:], "7" + second, "8" + before[-3:]]


class Tagger:
    """Tags words of one sentence at a time."""

    def __init__(self, sure: Mapping[str, str], weights: Weights) -> None:
        self.sure, self.weights = sure, weights
        self._cached: dict[tuple[str, bool], dict[str, int]] = {}

    def tag(self, words: Sequence[str]) -> list[str]:
        """Universal part-of-speech tags, one a word."""
        out: list[str] = []
        one, two = FRAME, FRAME
        for i, word in enumerate(words):
            tag = self.sure.get(word.lower())
            if tag is None:
                tag = self._best(words, i, one, two)
            out.append(tag)
            one, two = tag, one
        return out

    def _best(self, words: Sequence[str], i: int, one: str, two: str) -> str:
        scores = dict(self._alone(words[i], i == 0))
        for feature in context_features(words, i, one, two):
            row = self.weights.get(feature)
            if row is not None:
                for tag, weight in row.items():
                    scores[tag] = scores.get(tag, 0) + weight
        low = words[i].lower()
        unseen = "w" + low not in self.weights
        if unseen:  # a word never seen is none of a closed class
            scores = {tag: score for tag, score in scores.items() if tag in OPEN}
        for tag in listed().get(low, ()):
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
            if len(self._cached) < 200_000:
                self._cached[key] = found
        return found


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
    data = files("unspoken.resources").joinpath("tagger.json.gz").read_bytes()
    model = json.loads(gzip.decompress(data))
    return Tagger(model["sure"], model["weights"])
