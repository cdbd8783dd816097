"""The table of idioms of the heart as rows: whom the subject means, and the words and people behind the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from unspoken import resources
from unspoken.stages.prefilter import Prefilter, Ways, compiled
from unspoken.stages.statements.claims.rows import needs, word

FILE = "heart_idioms.toml"
SPACE = r"\s+"
OF_A = {"A's": "OWN", "A": "SELF"}
PERSON = re.compile(r"[AB](?:'s)?|A\|A's|B\|B's")


@dataclass(frozen=True)
class Words:
    """Words of a row as a pattern, which is made when it is first asked for: few are needed for a text."""

    source: str

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The words at an offset."""
        return compiled(self.source).match(text, at)


@dataclass(frozen=True)
class IdiomRow:
    """``subject``: whom the subject means, A who feels so or B whom it is for, or the noun that is A's; ``parts``: what
    follows the verb, patterns and people by turns; ``last``: nothing may follow that belongs to it."""

    predicate: str
    value: str
    subject: str
    denied: bool
    modal: str
    parts: tuple[str | Words, ...]
    last: bool
    needs: tuple[frozenset[str], ...]

    @property
    def towards(self) -> bool:
        """Whether it tells of somebody behind the verb."""
        return any(isinstance(part, str) for part in self.parts)


@cache
def idiom_rows() -> dict[str, Prefilter[IdiomRow]]:
    """All idioms by the verb that they begin with; those with most words first."""
    rows: dict[str, list[IdiomRow]] = {}
    for predicate, table in resources.table(FILE)["idioms"].items():
        for value, lines in table.items():
            for line in lines.split("\n"):
                for verb, row in _compiled(predicate, value, line.split()):
                    rows.setdefault(verb, []).append(row)
    return {verb: _filtered(found) for verb, found in rows.items()}


def _filtered(rows: Sequence[IdiomRow]) -> Prefilter[IdiomRow]:
    first = sorted(rows, key=lambda r: (not r.modal, not r.denied, -_length(r)))
    return Prefilter((_ways(row), row) for row in first)


def _ways(row: IdiomRow) -> Ways:
    """One word each for the place of a row whose words are likely to be the rarest."""
    rarest = max(row.needs, key=lambda words: min(map(len, words)), default=())
    return frozenset(frozenset({word}) for word in rarest) or frozenset({frozenset()})


def _length(row: IdiomRow) -> int:
    return sum(len(part) if isinstance(part, str) else len(part.source) for part in row.parts)


def _compiled(predicate: str, value: str, words: Sequence[str]) -> Iterator[tuple[str, IdiomRow]]:
    """A line as a row for each verb: "A's heart go out to B", "A could not bear B", "B leave A cold $"."""
    if not words:
        return
    subject, words = (words[1], words[2:]) if words[0] == "A's" else (words[0], words[1:])
    modal, words = (words[0], words[1:]) if words[0] in ("would", "could") else ("", words)
    denied, words = (True, words[1:]) if words[0] == "not" else (False, words)
    words = words[1:] if words[0].startswith("?") else words  # degree, which may always stand there
    last, words = (True, words[:-1]) if words[-1] == "$" else (False, words)
    row = IdiomRow(
        predicate, value, subject, denied, modal, tuple(_parts(words[1:], subject)), last, needs(" ".join(words[1:]))
    )
    yield from ((verb, row) for verb in words[0].split("|"))


def _parts(words: Sequence[str], subject: str) -> Iterator[str | Words]:
    """The words behind the verb: patterns, and the people between them."""
    pattern = ""
    for place in words:
        if PERSON.fullmatch(place) and (place[0] == "B" or subject == "B"):
            yield Words(pattern + SPACE)
            yield place
            pattern = ""
        else:
            pattern += word(place, {} if subject == "B" else OF_A)
    if pattern:
        yield Words(pattern + r"\b")
