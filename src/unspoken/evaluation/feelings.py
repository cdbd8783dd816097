"""Feelings: the words that tell of them, which they are, whose, and towards whom (Kim and Klinger 2018)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from unspoken import resources
from unspoken.corpora.gold import Gold
from unspoken.evaluation.answers import Answers
from unspoken.evaluation.measures import Counts, Measure
from unspoken.layers.feelings import Feeling

Record = Mapping[str, Any]
Words = Mapping[str | None, Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class Question:
    """What of a feeling has to be right, beside that its words overlap."""

    name: str
    family: bool = False
    experiencer: bool = False
    target: bool = False

    def asks(self, record: Record) -> bool:
        """Whether people said of this feeling what is asked."""
        return all(record.get(who) for who in self._people())

    def counts(self, feeling: Feeling) -> bool:
        """Whether the program did."""
        return all(getattr(feeling, who) for who in self._people())

    def right(self, feeling: Feeling, record: Record, words: Words) -> bool:
        """Whether both say the same."""
        if not _overlap((feeling.start, feeling.end), (record["start"], record["end"])):
            return False
        if self.family and record["category"] not in families()[feeling.emotion]:
            return False
        return all(
            any(_overlap(span, record[who]) for span in words.get(getattr(feeling, who), ())) for who in self._people()
        )

    def _people(self) -> list[str]:
        return [who for who in ("experiencer", "target") if getattr(self, who)]


QUESTIONS = (
    Question("feelings: cue"),
    Question("feelings: cue+family", family=True),
    Question("feelings: cue+family+experiencer", family=True, experiencer=True),
    Question("feelings: cue+experiencer", experiencer=True),
    Question("feelings: cue+target", target=True),
)


def families() -> dict[str, list[str]]:
    """What annotators of novels call each emotion: Plutchik's eight, and "other-emotion"."""
    named: dict[str, list[str]] = resources.table("emotions.toml")["plutchik"]
    return named


def score_feelings(gold: Gold, answers: Answers) -> dict[str, Measure]:
    """Feelings whose words overlap with those that people marked, each once.

    Somebody is right if any of the words that mean them overlaps with those marked. What is only supposed
    ("if she were glad") does not count.
    """
    if gold.emotions is None:
        return {}
    words = _words(answers)
    found = [f for f in answers.feelings if not f.hypothetical]
    return {question.name: _counted(question, gold.emotions, found, words) for question in QUESTIONS}


def _counted(question: Question, records: Sequence[Record], feelings: Sequence[Feeling], words: Words) -> Counts:
    waiting = [r for r in records if question.asks(r)]
    true, right, given = len(waiting), 0, [f for f in feelings if question.counts(f)]
    for feeling in given:
        fitting = next((k for k, r in enumerate(waiting) if question.right(feeling, r, words)), None)
        if fitting is not None:
            del waiting[fitting]
            right += 1
    return Counts(right, len(given) - right, true - right)


def _words(answers: Answers) -> Words:
    """Where each character is mentioned; who is none, by the cluster of their entity."""
    words = defaultdict[str | None, list[tuple[int, int]]](list)
    for character in answers.characters:
        words[character.id] += ((m.start, m.end) for m in character.mentions)
    for e in answers.entities:
        words[e.character or e.cluster].append((e.start, e.end))
    return words


def _overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    return min(a[1], b[1]) > max(a[0], b[0])
