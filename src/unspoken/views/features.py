"""A story as a row of numbers, for statistics over many works; each says what it counts, and None is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from unspoken.layers.feelings import Emotion, Feeling
from unspoken.story import Story


class Counts:
    """What several features count, each counted once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.words = len(story.text.split())

    @cached_property
    def spoken(self) -> Counter[str | None]:
        """Words that each says aloud; None: whose speaker is not known."""
        spoken: Counter[str | None] = Counter()
        for quote in self.story.quotes:
            if quote.kind == "speech":
                spoken[quote.speaker] += sum(len(self.story.text[p.start : p.end].split()) for p in quote.parts)
        return spoken

    @cached_property
    def felt(self) -> tuple[Feeling, ...]:
        """The feelings that are told as felt."""
        return tuple(f for f in self.story.feelings if not f.negated and not f.hypothetical)

    @cached_property
    def emotions(self) -> Counter[str]:
        """How often each emotion is felt."""
        return Counter(f.emotion for f in self.felt)

    def per_thousand(self, number: int) -> float | None:
        """A number for each thousand words of the text."""
        return share(1000 * number, self.words)


@dataclass(frozen=True)
class Feature:
    """One number: its name, what it means, and how it is counted."""

    name: str
    means: str
    of: Callable[[Counts], float | None]


def share(part: float, whole: float) -> float | None:
    """A part of a whole; None where there is no whole."""
    return part / whole if whole else None


def _loudest(counts: Counts) -> float | None:
    known = [words for who, words in counts.spoken.items() if who is not None]
    return share(max(known, default=0), counts.spoken.total())


def _valence(counts: Counts) -> float | None:
    return share(sum(f.valence * f.intensity for f in counts.felt), sum(f.intensity for f in counts.felt))


def _open(counts: Counts) -> float | None:
    gaps = counts.story.gaps
    return share(sum(gap.closes_scene is None and gap.closed_by is None for gap in gaps), len(gaps))


def _first_person(counts: Counts) -> float | None:
    scenes = counts.story.scenes
    told = sum(scene.end - scene.start for scene in scenes if scene.person == "first")
    return share(told, sum(scene.end - scene.start for scene in scenes))


def _emotion(emotion: str) -> Feature:
    means = f"how often {emotion} is felt, for each thousand words"
    return Feature(f"{emotion}_per_1000", means, lambda c: c.per_thousand(c.emotions[emotion]))


FEATURES: tuple[Feature, ...] = (
    Feature("words", "how many words the text has", lambda c: c.words),
    Feature("words_per_sentence", "how long a sentence is", lambda c: share(c.words, len(c.story.sentences))),
    Feature("scenes", "how many scenes there are", lambda c: len(c.story.scenes)),
    Feature("first_person", "the share of the text in scenes told in the first person", _first_person),
    Feature("characters", "how many people there are", lambda c: len(c.story.characters)),
    Feature("speakers", "how many of them speak aloud", lambda c: len(c.spoken.keys() - {None})),
    Feature("speech", "the share of words that are said aloud", lambda c: share(c.spoken.total(), c.words)),
    Feature("loudest_voice", "the share of speech of the one who says most", _loudest),
    Feature("unknown_voice", "the share of speech by nobody known", lambda c: share(c.spoken[None], c.spoken.total())),
    Feature("relationships", "how many pairs have to do with each other", lambda c: len(c.story.relationships)),
    Feature("letters", "how many letters and messages there are", lambda c: len(c.story.documents)),
    Feature("gaps", "how often somebody is wrong, or in the dark", lambda c: len(c.story.gaps)),
    Feature("open_gaps", "the share of these that never close", _open),
    Feature("events_per_1000", "what happens, for each thousand words", lambda c: c.per_thousand(len(c.story.events))),
    Feature("feelings_per_1000", "what is felt, for each thousand words", lambda c: c.per_thousand(len(c.felt))),
    Feature("valence", "how good the feelings are, -1 to 1, the stronger weighing more", _valence),
    *map(_emotion, get_args(Emotion)),
)


def features(story: Story) -> tuple[float | None, ...]:
    """The numbers of a story, in the order of `FEATURES`. Unknown is None: a share of nothing."""
    counts = Counts(story)
    return tuple(feature.of(counts) for feature in FEATURES)
