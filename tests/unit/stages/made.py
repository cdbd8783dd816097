"""Documents with real layers over texts of a few lines, for tests of single stages."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.characters import Character
from unspoken.layers.keys import CHARACTERS, QUOTES, Layer
from unspoken.layers.quotations import Quote
from unspoken.pipeline import GIVEN, Stage, run
from unspoken.sources import document_from_text
from unspoken.stages.table import STAGES


def document_with(text: str, *layers: Layer[Any]) -> Document:
    """The text with the layers asked for and what they are made from, and no others."""
    makers = {stage.makes.name: stage for stage in STAGES}
    needed: dict[str, Stage] = {}
    wanted = [layer.name for layer in layers]
    while wanted:
        name = wanted.pop()
        if name in needed or any(name == given.name for given in GIVEN):
            continue
        needed[name] = makers[name]
        wanted += [layer.name for layer in needed[name].reads]
    return run(document_from_text(text), [s for s in STAGES if s.makes.name in needed])[0]


def people(text: str) -> dict[str, Character]:
    """The characters of a text by name."""
    return {c.name: c for c in document_with(text, CHARACTERS)[CHARACTERS]}


def words_for(text: str, character: Character) -> list[str]:
    """All words that mean a character, in order."""
    return [text[m.start : m.end] for m in character.mentions]


def who_says(text: str) -> list[tuple[str | None, str, list[str]]]:
    """For each quotation its speaker's name, its words and its addressees' names."""
    document = document_with(text, CHARACTERS, QUOTES)
    name = {c.id: c.name for c in document[CHARACTERS]}
    quotes: tuple[Quote, ...] = document[QUOTES]
    return [
        (name.get(q.speaker or ""), document.text[q.start : q.end], [name[a] for a in q.addressees]) for q in quotes
    ]
