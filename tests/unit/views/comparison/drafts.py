"""Drafts made by hand: scenes of sentences, nothing else; and the hand-made story with a layer replaced."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from tests.stories.wrong_door import bare, story
from unspoken.layers.scenes import Scene, SceneTime
from unspoken.layers.spans import Span
from unspoken.story import Story
from unspoken.views.comparison import Comparison, compare


def draft(*scenes: str) -> Story:
    """A story of these scenes, with their sentences and nothing more."""
    text, made = "", []
    for number, words in enumerate(scenes):
        start = len(text)
        text += words + "\n\n"
        made.append(Scene(f"s{number}", start, len(text), None, None, (), None, "third", "past", "linear", SceneTime()))
    sentences = tuple(Span(m.start(), m.end()) for m in re.finditer(r"\S[^.\n]*\.?", text))
    return msgspec.structs.replace(bare(text), sentences=sentences, scenes=tuple(made))


def other(**layers: Any) -> Story:
    """The hand-made story with some layers replaced."""
    return msgspec.structs.replace(story(), **layers)


def changed(**layers: Any) -> Comparison:
    """What changes when layers of the hand-made story are replaced."""
    return compare(story(), other(**layers))
