"""Records of few words, for tests of scorers. Spans are named by the words that they cover."""

from __future__ import annotations

from typing import Any

from unspoken.layers.characters import Character, CharacterMention, Form
from unspoken.layers.entities import Entity, EntityForm, EntityType
from unspoken.layers.feelings import Emotion, Feeling
from unspoken.layers.quotations import Quote, QuoteKind
from unspoken.layers.spans import Span


def at(text: str, words: str) -> dict[str, int]:
    """Where the words lie in the text for the first time, as a record of annotation has it."""
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def entity(start: int, end: int, kind: EntityType = "PER", form: EntityForm = "PROP", who: str | None = None) -> Entity:
    return Entity(f"e{start}-{end}", start, end, kind, form, who, None, 1.0)


def character(id: str, name: str, *mentions: tuple[int, int, Form], narrator: bool = False) -> Character:
    own = tuple(CharacterMention(start, end, form, 1.0) for start, end, form in mentions)
    return Character(id, name, (), "person", None, narrator, own, 0, 0)


def quote(
    start: int,
    end: int,
    speaker: str | None = None,
    *,
    to: tuple[str, ...] = (),
    kind: QuoteKind = "speech",
    sure: float = 1.0,
    parts: tuple[tuple[int, int], ...] = (),
) -> Quote:
    own = tuple(Span(*part) for part in parts or ((start, end),))
    return Quote(f"q{start}", start, end, own, kind, speaker, to, None, "explicit", sure)


def feeling(start: int, end: int, emotion: Emotion, **changes: Any) -> Feeling:
    given: dict[str, Any] = {
        "id": f"f{start}", "scene": None, "experiencer": None, "candidates": (emotion,), "valence": 0.0,
        "intensity": 0.5, "channel": "named", "target": None, "cause": None, "negated": False, "hypothetical": False,
        "source": (), "confidence": 1.0,
    }  # fmt: skip
    return Feeling(start=start, end=end, emotion=emotion, **{**given, **changes})
