"""Cues by a noun: "was Anne's reply", "was the answer of the old man", "was all he said", "came from the stranger"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.mentions.words import Words
from unspoken.stages.turns.cue import STOP, Cue

SOURCES = frozenset(("of", "from"))


def cue(words: Words, mention_at: Mapping[int, int], mentions: Sequence[Mention], k: int, stop: int) -> Cue | None:
    """Whose words something was, as far as the noun after the verb says so.

    Args:
        words: the words of the text.
        mention_at: the mention that begins at an offset.
        mentions: all mentions.
        k: the verb of being or coming.
        stop: the word before which the cue ends.

    Returns:
        The cue, or None where no noun of saying stands there, or nobody owns it.
    """
    end = next((j for j in range(k + 1, stop) if words.text[j] in STOP or words.text[j] == ","), stop)
    inside = [i for j in range(k + 1, end) if (i := mention_at.get(words.start[j])) is not None]
    noun = next((j for j in range(k + 1, end) if words.text[j] in _nouns()), None)
    who = _owner(words, mentions, inside, noun) if noun is not None else _uttering(words, mentions, inside, end)
    if who is None:
        return None
    last = max(noun or k, bisect_left(words.start, mentions[who].end) - 1)
    thought = noun is not None and words.text[noun] in resources.words("speech.toml", "thoughts")
    return Cue(words.start[k], words.end[last], who, None, thought)


def _nouns() -> frozenset[str]:
    return resources.words("speech.toml", "sayings") | resources.words("speech.toml", "thoughts") | _voices()


def _voices() -> frozenset[str]:
    return resources.words("speech.toml", "voices")


def _owner(words: Words, mentions: Sequence[Mention], inside: Sequence[int], noun: int) -> int | None:
    """ "Her reply", "Anne's next question", "the answer of the old man"; whose voice comes from somewhere."""
    before = [i for i in inside if mentions[i].end <= words.start[noun]]
    return before[0] if before else _source(words, mentions, inside, noun)


def _source(words: Words, mentions: Sequence[Mention], inside: Sequence[int], noun: int) -> int | None:
    """Who stands right after "of" or "from" behind a noun."""
    behind = (i for i in inside if mentions[i].start > words.end[noun])
    return next((i for i in behind if _before(words, mentions[i]) in SOURCES), None)


def _uttering(words: Words, mentions: Sequence[Mention], inside: Sequence[int], end: int) -> int | None:
    """ "All he gasped", "the first thing Anne said": who stands right before a verb of saying."""
    say = resources.words("speech.toml", "say")
    for i in inside:
        v = bisect_left(words.start, mentions[i].end)
        if v < end and words.text[v] in say and words.pos[v] == "VERB":
            return i
    return None


def _before(words: Words, mention: Mention) -> str:
    k = bisect_left(words.start, mention.start)
    return words.text[k - 1] if k else ""
