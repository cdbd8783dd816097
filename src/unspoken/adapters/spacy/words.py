"""Cutting a text into the words and spaces of spaCy, with nothing lost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from unspoken.story import TokenColumns


@dataclass(frozen=True)
class Words:
    """``words`` and whether a space follows each make up the text.

    ``start`` is where each begins; ``token`` is the number of the story's token, or None for white space and whatever
    else lies between tokens.
    """

    words: list[str]
    spaces: list[bool]
    start: list[int]
    token: list[int | None]

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The half-open range of the words that share a character with a stretch; None where there is none."""
        first = bisect_right(self.start, start) - 1
        first += first < 0 or self.start[first] + len(self.words[first]) <= start
        after = bisect_left(self.start, end)
        while first < after and self.token[first] is None:
            first += 1
        while first < after and self.token[after - 1] is None:
            after -= 1
        return (first, after) if first < after and start < end else None


def cut(text: str, tokens: TokenColumns) -> Words:
    """Cut a text at its tokens.

    Args:
        text: the whole text.
        tokens: in text order; one that is empty, or begins inside the one before, is passed over.
    """
    made = Words([], [], [], [])
    here = 0
    for number, (start, end) in enumerate(zip(tokens.start, tokens.end, strict=True)):
        if here <= start < end <= len(text):
            _between(made, text, here, start)
            _put(made, text, start, end, number)
            here = end
    _between(made, text, here, len(text))
    return made


def _between(made: Words, text: str, start: int, end: int) -> None:
    """What lies between two tokens: one space goes to the token before, the rest is a word, but for a last space."""
    if start < end and text[start] == " " and made.words and not made.spaces[-1]:
        made.spaces[-1] = True
        start += 1
    if start < end:
        spaced = end - start > 1 and text[end - 1] == " "
        _put(made, text, start, end - spaced, None)
        made.spaces[-1] = spaced


def _put(made: Words, text: str, start: int, end: int, token: int | None) -> None:
    made.words.append(text[start:end])
    made.spaces.append(False)
    made.start.append(start)
    made.token.append(token)
