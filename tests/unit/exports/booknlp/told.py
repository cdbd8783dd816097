"""Small stories with grammar made by hand, a word a line."""

from __future__ import annotations

import msgspec

from tests.stories.wrong_door import bare
from unspoken.layers.spans import Span
from unspoken.story import Story, TokenColumns

# word, part of speech, features, head counted from 1 in the sentence (0: root), relation
Word = tuple[str, str, str, int, str]


def told(*sentences: list[Word]) -> Story:
    """A story of these sentences, a paragraph each, with spaces between all words."""
    starts, ends, heads, spans, text = list[int](), list[int](), list[int](), list[Span](), ""
    for words in sentences:
        first, begin = len(starts), len(text)
        for word, _, _, head, _ in words:
            starts.append(len(text))
            ends.append(len(text) + len(word))
            heads.append(first + head - 1 if head else -1)
            text += f"{word} "
        spans.append(Span(begin, len(text) - 1))
        text = text.rstrip(" ") + "\n\n"
    flat = [word for words in sentences for word in words]
    columns = TokenColumns(
        tuple(starts), tuple(ends), tuple(w[0].lower() for w in flat), tuple(w[1] for w in flat),
        tuple(w[2] for w in flat), tuple(heads), tuple(w[4] for w in flat),
    )  # fmt: skip
    return msgspec.structs.replace(
        bare(text), paragraphs=tuple(spans), sentences=tuple(spans), tokens=columns, entities=()
    )


def span(story: Story, words: str, nth: int = 1) -> Span:
    """Where words stand, the nth time."""
    start = -1
    for _ in range(nth):
        start = story.text.index(words, start + 1)
    return Span(start, start + len(words))
