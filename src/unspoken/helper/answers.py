"""Answers: what is taken of them. Its words have to stand in the passage, and its names to be those of people there."""

from __future__ import annotations

import enum
import re
from collections import Counter
from typing import Any

import msgspec

from unspoken.corrections import folded
from unspoken.helper.passages import Passage
from unspoken.helper.questions import BeliefNoted, FeelingNoted
from unspoken.layers.proposals import Felt, Held, Proposal
from unspoken.layers.spans import Span

FEWEST, MOST = 2, 60  # words of evidence
ALIKE = {"'": "'‘’", "’": "'‘’", "‘": "'‘’", '"': '"“”', "“": '"“”', "”": '"“”'}
FENCED = re.compile(r"\A\s*```\w*\s*\n(?P<inside>.*?)\n?```\s*\Z", re.DOTALL)


class Refusal(enum.Enum):
    """Why something is not taken; the value goes on with "N of the records"."""

    MALFORMED = "not in the form asked for"
    PEOPLE = "of people who are not in the passage"
    WORDS = "with words that are not in the passage"


def taken(answer: str, passage: Passage, text: str) -> tuple[list[Proposal], Counter[Refusal]]:
    """The proposals in an answer that hold, and how many do not.

    Args:
        answer: what the model wrote.
        passage: what it was asked about.
        text: the whole story, into which the proposals' offsets are.
    """
    refused = Counter[Refusal]()
    records: list[Proposal] = []
    for noted in _notes(answer):
        record = noted if isinstance(noted, Refusal) else _proposal(noted, passage, text)
        if isinstance(record, Refusal):
            refused[record] += 1
        else:
            records.append(record)
    return records, refused


def _notes(answer: str) -> list[FeelingNoted | BeliefNoted | Refusal]:
    """Each note of an answer, or why it is none; a model often puts marks around what it writes."""
    fenced = FENCED.match(answer)
    try:
        whole = msgspec.json.decode(fenced["inside"] if fenced else answer, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        return [Refusal.MALFORMED]
    kinds: dict[str, type[FeelingNoted | BeliefNoted]] = {"feelings": FeelingNoted, "beliefs": BeliefNoted}
    lists = [(kinds[name], whole.get(name, [])) for name in kinds]
    if any(not isinstance(notes, list) for _, notes in lists):
        return [Refusal.MALFORMED]
    return [_note(note, kind) for kind, notes in lists for note in notes]


def _note(note: Any, kind: type[FeelingNoted | BeliefNoted]) -> FeelingNoted | BeliefNoted | Refusal:
    try:
        return msgspec.convert(note, kind)
    except (msgspec.ValidationError, RecursionError):
        return Refusal.MALFORMED


def _proposal(noted: FeelingNoted | BeliefNoted, passage: Passage, text: str) -> Proposal | Refusal:
    people = {folded(name): name for name in passage.people}
    who, towards = people.get(folded(noted.who)), people.get(folded(noted.towards or ""))
    about = people.get(folded(noted.about)) if isinstance(noted, BeliefNoted) else None
    feels = about if isinstance(noted, BeliefNoted) else who
    if who is None or feels is None or about == who or towards == feels or bool(noted.towards) is (towards is None):
        return Refusal.PEOPLE
    span = place(noted.words, text, passage.start, passage.end)
    if span is None:
        return Refusal.WORDS
    if isinstance(noted, BeliefNoted):
        return Held(who, noted.stance, feels, noted.emotion, towards, noted.denied, span.start, span.end)
    return Felt(who, noted.emotion, towards, noted.denied, span.start, span.end)


def place(words: str, text: str, start: int, end: int) -> Span | None:
    """Where words stand in a stretch of a text, word for word; white space and the shape of marks may be others.

    Returns:
        The first place, or None: nowhere, or they are too few or too many to show anything.
    """
    pieces = words.split()
    if not FEWEST <= len(pieces) <= MOST:
        return None
    bare = r"\s+".join("".join(_sign(c) for c in piece) for piece in pieces)
    found = re.compile(rf"(?<!\w){bare}(?!\w)").search(text, start, end)
    return Span(found.start(), found.end()) if found else None


def _sign(character: str) -> str:
    return f"[{ALIKE[character]}]" if character in ALIKE else re.escape(character)
