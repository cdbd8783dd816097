"""What a library tells of: works, hits of a search, people who recur."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["quotes", "feelings", "gaps", "text"]
Outcome = Literal["added", "read again", "there already"]


class Work(msgspec.Struct, frozen=True):
    """A work of the library: ``name`` is what it goes by, ``path`` where it was read (None: not from a file)."""

    name: str
    path: str | None
    sha256: str
    title: str | None
    author: str | None
    language: str | None
    words: int
    people: int
    quotes: int
    feelings: int
    gaps: int


class Added(msgspec.Struct, frozen=True):
    """What became of a work that was to be added; ``lost`` are links to people who are not found in it any more."""

    work: Work
    outcome: Outcome
    lost: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True):
    """Words of a work that a gap rests on: ``role`` is belief, truth or closing."""

    role: str
    start: int
    end: int
    words: str


class Hit(msgspec.Struct, frozen=True):
    """Something that a search found.

    ``scene`` is its number from 1; ``start`` and ``end`` are offsets into the work's text. ``who`` speaks, feels or is
    wrong; ``whom`` are spoken to, felt for, or whom it is about. ``told`` is the finding in English (feelings, gaps);
    ``teller`` is who says or writes the words (None: the narration). ``marks`` are the places in ``words`` that match.
    """

    kind: Kind
    work: str
    title: str | None
    scene: int | None
    start: int
    end: int
    who: str | None
    whom: tuple[str, ...]
    told: str | None
    teller: str | None
    emotion: str | None
    open: bool | None
    before: str
    words: str
    after: str
    marks: tuple[tuple[int, int], ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Person(msgspec.Struct, frozen=True):
    """Somebody in a work."""

    name: str
    work: str

    def __str__(self) -> str:
        return f"{self.name}@{self.work}"


class Recurring(msgspec.Struct, frozen=True):
    """People of several works who are one, or who may be (``linked`` False): they have the same name."""

    name: str
    people: tuple[Person, ...]
    linked: bool
