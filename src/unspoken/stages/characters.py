"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CAST, CHARACTERS, LETTERS, MENTIONS, QUOTES, SCENE_SPANS
from unspoken.pipeline import Stage


def make_characters(document: Document) -> Any:
    return ()


STAGE = Stage("characters", "0", (MENTIONS, CAST, QUOTES, LETTERS, SCENE_SPANS,), CHARACTERS, make_characters)
