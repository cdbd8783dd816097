"""Sentences that tell who speaks next: "Then Anne spoke.", "He heard Anne's voice.", "It was Anne's voice."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from unspoken import resources
from unspoken.layers.mentions import Mention
from unspoken.stages.mentions.words import Words

LONGEST = 14  # words of a sentence that only tells who speaks
BEHIND = 3  # words that may stand between who speaks and what tells of it
ENDS = frozenset(".!?;:")
GENITIVE = frozenset(("'s", "’s", "'", "’"))
POSSESSORS = frozenset(("his", "her", "my"))


def announcer(words: Words, start: int, end: int, inside: Sequence[Mention]) -> int | None:
    """Where the one is named who speaks, by the last sentence of a stretch of narration; None where it tells nothing.

    Args:
        words: the words of the text.
        start: where the stretch begins.
        end: where it ends, and somebody is about to speak.
        inside: the mentions of the narration that begin in it, in order.

    Returns:
        The offset of a mention.
    """
    first, last = _sentence(words, start, end)
    if last - first > LONGEST or any(words.quotation[k] is not None for k in range(first, last)):
        return None
    speaking = [m for m in inside if m.start >= words.start[first] and _speaks(words, m, last)] if first < last else []
    return speaking[-1].start if speaking else None


def _sentence(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words of the last sentence before ``end``, without the stop at its end."""
    last = bisect_left(words.start, end)
    while last and words.start[last - 1] >= start and words.text[last - 1] in ENDS:
        last -= 1
    first = last
    while first and words.start[first - 1] >= start and words.text[first - 1] not in ENDS:
        first -= 1
    return first, last


def _speaks(words: Words, mention: Mention, last: int) -> bool:
    """Whether somebody's voice ends the sentence, or the sentence tells of nothing more than that somebody speaks."""
    k = bisect_left(words.start, mention.end)
    possessor = words.text[bisect_left(words.start, mention.start)].lower() in POSSESSORS
    owns = k < last and (words.text[k] in GENITIVE or possessor)
    voiced = not resources.words("speech.toml", "voices").isdisjoint(words.text[k:last])
    if owns and voiced and last - k <= BEHIND + 1:
        return True
    speaking = resources.words("speech.toml", "speaking")
    return last - k <= BEHIND and not speaking.isdisjoint(words.text[k : min(k + 2, last)])
