"""Commands that are done at once: "“Sit down.” Anne sat down." is said to Anne, and by somebody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from unspoken import resources
from unspoken.layers.quotations import Quotation
from unspoken.stages.mentions.words import Words
from unspoken.stages.syntax.lemmas import lemma

LONGEST = 9  # words of a command
REACH = 3  # words after the marks within which who does it is named
ENDS = frozenset(".!?;")


def subject_at(words: Words, quotation: Quotation) -> int | None:
    """The offset of who does, right after a quotation, what it commands; None where nobody does.

    Args:
        words: the words of the text.
        quotation: what is said.

    Returns:
        Where the subject of the verb that the quotation commands begins.
    """
    last = quotation.parts[-1]
    k = bisect_left(words.start, last.end)
    commands = set(_commands(words, quotation))
    if not commands:
        return None
    for v in range(k + 1, min(k + 2 + REACH, len(words))):
        if words.quotation[v] is not None or words.text[v] in ENDS:
            return None
        if words.pos[v] == "VERB":
            done = lemma(words.text[v], "VERB") in commands and not words.text[v].endswith("ing")
            return words.start[k] if done else None
    return None


def _commands(words: Words, quotation: Quotation) -> Iterator[str]:
    """Verbs with which the sentences of a short quotation begin, beside words like "now" and "please"."""
    first = bisect_left(words.start, quotation.start)
    last = bisect_left(words.start, quotation.end)
    inside = [k for k in range(first, last) if words.text[k][0].isalpha()]
    if len(inside) > LONGEST:
        return
    for k in inside:
        if _opens(words, k) and words.pos[k] == "VERB" and lemma(words.text[k], "VERB") == words.text[k].lower():
            yield words.text[k].lower()


def _opens(words: Words, k: int) -> bool:
    """Whether nothing stands before a word in its sentence but words that open commands."""
    openers = resources.words("speech.toml", "openers")
    while k and (words.text[k - 1].lower() in openers or words.text[k - 1] == ","):
        k -= 1
    return words.initial[k] or not words.text[k - 1][0].isalnum()
