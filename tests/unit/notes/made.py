"""Tiny stories for the tests of notes: text in, and over it the layers that notes look at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tests.stories.wrong_door import bare
from unspoken.layers.characters import Character, CharacterMention, Pronouns
from unspoken.layers.quotations import Quote
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.spans import Span
from unspoken.notes import Note, first_reader
from unspoken.story import Story, TokenColumns

BREAK = "\n\n* * *\n\n"
PRESENT = ("walks", "stops", "takes", "waits", "sings", "runs")
PAST = ("walked", "stopped", "took", "waited", "sang", "ran", "came", "sat", "stood", "left", "was", "rang")


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where the words stand, the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def story(
    text: str,
    people: Mapping[str, Pronouns] = {"Ada": "she", "Bram": "he"},
    speakers: Sequence[str | None] = (),
    *,
    times: Mapping[int, SceneTime] = {},
    modes: Mapping[int, Any] = {},
    **layers: Any,
) -> Story:
    """A story: scenes by breaks, people by their names, speech by its marks.

    Args:
        text: its text.
        people: names, which are the ids too, and pronouns.
        speakers: who says each quotation, in order; None: nobody knows. Missing ones are not known.
        times: the time of a scene by its number from 0.
        modes: linear, where nothing else is said.
        layers: other layers, as they are.
    """
    made: dict[str, Any] = {
        "sentences": tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\s“”*][^.?!\n]*[.?!]?[”]?", text)),
        "tokens": tokens(text),
        "characters": tuple(character(text, name, pronouns) for name, pronouns in people.items()),
        "scenes": tuple(scenes(text, times, modes)),
        "quotes": tuple(quotes(text, speakers)),
    }
    return msgspec.structs.replace(bare(text), **{**made, **layers})


def character(text: str, name: str, pronouns: Pronouns) -> Character:
    found = [CharacterMention(m.start(), m.end(), "name", 0.9) for m in re.finditer(rf"\b{name}\b", text)]
    first, last = (found[0].start, found[-1].end) if found else (0, 0)
    return Character(name, name, (), "person", pronouns, False, tuple(found), first, last)


def scenes(text: str, times: Mapping[int, SceneTime], modes: Mapping[int, Any]) -> list[Scene]:
    made, start = [], 0
    for number, piece in enumerate(text.split(BREAK)):
        time = times.get(number, SceneTime())
        mode = modes.get(number, "linear")
        made.append(Scene(f"s{number}", start, start + len(piece), None, None, (), None, "third", "past", mode, time))
        start += len(piece) + len(BREAK)
    return made


def quotes(text: str, speakers: Sequence[str | None]) -> list[Quote]:
    """Quotations in one paragraph each; one that is not closed ends with its paragraph."""
    made = []
    for number, m in enumerate(re.finditer(r"“[^”\n]*”?", text)):
        speaker = speakers[number] if number < len(speakers) else None
        said = (Span(m.start(), m.end()),)
        method: Any = "turn" if speaker else "implicit"
        made.append(Quote(f"q{number}", *(m.start(), m.end()), said, "speech", speaker, (), None, method, 0.6))
    return made


def tokens(text: str) -> TokenColumns:
    """Words with the tense of verbs that are known here; each sentence hangs on its first verb."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    said = [text[a:b] for a, b in words]
    tense = ["Pres" if w in PRESENT else "Past" if w in PAST else None for w in said]
    ends = [i for i, w in enumerate(said) if w in ".!?"] or [len(said) - 1]
    head, relation = [-1] * len(said), ["dep"] * len(said)
    for first, last in zip([0, *(e + 1 for e in ends)], ends, strict=False):
        root = next((i for i in range(first, last + 1) if tense[i]), first)
        for i in range(first, last + 1):
            head[i] = -1 if i == root else root
            relation[i] = "root" if i == root else "nsubj" if i == root - 1 else "dep"
    feats = tuple(f"Tense={t}|VerbForm=Fin" if t else "_" for t in tense)
    return TokenColumns(
        tuple(a for a, _ in words), tuple(b for _, b in words), tuple(said),
        tuple("VERB" if t else "X" for t in tense), feats, tuple(head), tuple(relation),
    )  # fmt: skip


def notes(told: Story, code: str) -> tuple[Note, ...]:
    """The notes of a kind."""
    return first_reader(told, only=[code])
