"""Tokens as BookNLP numbers them, and tables whose rows nothing can break."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from unspoken.exports.booknlp.penn import penn
from unspoken.layers.spans import Span
from unspoken.story import Story

_UNKNOWN = "_"
_SPACES = {" ": "S", "\t": "T"}  # BookNLP's letters for white space inside a token; N for all that breaks a line


@dataclass(frozen=True)
class Tokens:
    """Columns of equal length. ``head`` is a token's own number at a root; ``event`` tells whether it is one."""

    start: Sequence[int]
    end: Sequence[int]
    word: Sequence[str]
    lemma: Sequence[str]
    pos: Sequence[str]
    fine: Sequence[str]
    relation: Sequence[str]
    head: Sequence[int]
    paragraph: Sequence[int]
    sentence: Sequence[int]
    event: Sequence[bool]

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last token that share a character with a stretch; None where there is none."""
        first, after = bisect_right(self.end, start), bisect_left(self.start, end)
        return (first, after - 1) if first < after and start < end else None

    def text(self, first: int, last: int) -> str:
        """The words of some tokens, both ends inclusive, with a space between them."""
        return " ".join(self.word[first : last + 1])

    def rows(self) -> Iterator[tuple[object, ...]]:
        """A row a token, in the order of BookNLP's columns."""
        within = 0
        for i in range(len(self.start)):
            within = within + 1 if i and self.sentence[i] == self.sentence[i - 1] else 0
            yield (
                self.paragraph[i], self.sentence[i], within, i, self.word[i], self.lemma[i], self.start[i], self.end[i],
                self.pos[i], self.fine[i], self.relation[i], self.head[i], "EVENT" if self.event[i] else "O",
            )  # fmt: skip


def tokens(story: Story) -> Tokens:
    """The tokens of a story."""
    columns, count = story.tokens, len(story.tokens.start)
    unknown = [_UNKNOWN] * count
    words = [visible(story.text[a:b]) for a, b in zip(columns.start, columns.end, strict=True)]
    lemmas = [visible(lemma) for lemma in columns.lemma] if columns.lemma else words
    pos, feats = columns.pos or unknown, columns.feats or unknown
    heads = columns.head or [-1] * count
    relations = [("ROOT" if r == "root" else r) or _UNKNOWN for r in columns.deprel or unknown]
    happened = {event.start for event in story.events if event.realis}
    return Tokens(
        columns.start, columns.end, words, lemmas, pos,
        [penn(*told) for told in zip(words, pos, feats, columns.deprel or unknown, strict=True)], relations,
        [h if 0 <= h < count else i for i, h in enumerate(heads)],
        _numbers(columns.start, story.paragraphs), _numbers(columns.start, story.sentences),
        [start in happened for start in columns.start],
    )  # fmt: skip


def visible(text: str) -> str:
    """Text without white space, a letter for each, as BookNLP has it."""
    return "".join(_SPACES.get(c, "N") if c.isspace() else c for c in text) or _UNKNOWN


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows of values between tabs, with the names of the columns above them; None is written as a word."""
    return "".join("\t".join(map(str, row)) + "\n" for row in (columns, *rows))


def _numbers(starts: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """The number of the span that each token is in, counted from 0; spans without tokens have none."""
    begins = [span.start for span in spans]
    number, last, out = -1, None, []
    for start in starts:
        here = bisect_right(begins, start)
        number += here != last
        last = here
        out.append(number)
    return out
