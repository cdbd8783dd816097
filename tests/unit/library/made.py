"""A second work with the people of the first, and a way to write any story down."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec

import unspoken
from tests.unit.notes.made import story
from unspoken.layers.spans import Span
from unspoken.story import Story

SEQUEL = """Nell took the late ferry to Bergen.

“You can’t swim,” said Ivo.

“Naïve of you, Ivo, to think I’d try,” said Nell. Ivo laughed. He did not know that the harbour was frozen.

* * *

Ivo waited on the quay. “Never again,” said Nell."""


def sequel() -> Story:
    """Nell and Ivo again, in another work."""
    told = made(SEQUEL)
    return msgspec.structs.replace(told, source=msgspec.structs.replace(told.source, title="The Quay"))


def made(text: str, names: tuple[str, ...] = ("Nell", "Ivo")) -> Story:
    """A story of some people; what is said is said by the second and then by the first."""
    people: dict[str, Any] = dict.fromkeys(names, "she")
    paragraphs = tuple(Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    told = story(text, people, [names[-1], names[0], names[0]], paragraphs=paragraphs)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return msgspec.structs.replace(told, source=msgspec.structs.replace(told.source, sha256=digest, title=None))


def written(path: Path, told: Story) -> Path:
    """A story as `read --json` writes it."""
    unspoken.dump(told, path)
    return path
