"""What is said, a row for each piece, beside a mention of who says it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from unspoken.exports.booknlp.entities import Named, people
from unspoken.exports.booknlp.tokens import Tokens
from unspoken.layers.quotations import Quote
from unspoken.story import Story


@dataclass(frozen=True)
class Speech:
    """One piece of a quotation. ``mention`` and ``speaker`` are None where nobody is known to speak."""

    first: int
    last: int
    mention: Named | None
    speaker: int | None
    text: str

    def row(self) -> tuple[object, ...]:
        """The piece in the order of BookNLP's columns."""
        m = self.mention
        told = (m.first, m.last, m.text) if m else (None, None, None)
        return (self.first, self.last, *told, self.speaker, self.text)


def speeches(story: Story, words: Tokens, named: list[Named]) -> list[Speech]:
    """All that is said aloud, and what is thought between quotation marks, in the order of the text."""
    numbers = people(story)
    pieces = [
        (place, quote)
        for quote in story.quotes
        for part in quote.parts
        if (place := words.at(part.start, part.end)) and (quote.kind == "speech" or _marked(story.text[part.start]))
    ]
    pieces.sort(key=lambda piece: piece[0])
    outside = _outside(named, [place for place, _ in pieces])
    out = []
    for (first, last), quote in pieces:
        speaker = numbers.get(("person", quote.speaker)) if quote.speaker else None
        mention = _mention(quote, words, outside.get(speaker, [])) if speaker is not None else None
        out.append(Speech(first, last, mention, speaker, words.text(first, last)))
    return out


def _marked(first: str) -> bool:
    return not first.isalnum() and first != "_"


def _outside(named: list[Named], places: list[tuple[int, int]]) -> dict[int | None, list[Named]]:
    """Each one's mentions in the narration."""
    spoken = {token for first, last in places for token in range(first, last + 1)}
    by_number: dict[int | None, list[Named]] = {}
    for mention in named:
        if mention.first not in spoken:
            by_number.setdefault(mention.coref, []).append(mention)
    return by_number


def _mention(quote: Quote, words: Tokens, own: list[Named]) -> Named | None:
    """The speaker's mention in the words that name the speaker, else the one nearest to the quotation."""
    place = words.at(quote.cue.start, quote.cue.end) if quote.cue else words.at(quote.start, quote.end)
    if place is None or not own:
        return None
    at = bisect_left(own, place[0], key=lambda m: m.first)
    near = own[max(0, at - 1) : at + 1]
    return min(near, key=lambda m: max(m.first - place[1], place[0] - m.last, 0))
