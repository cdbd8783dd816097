"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, CLAUSES, ENTITIES, LETTERS, PARAGRAPHS, PLACES, QUOTES, SCENES, SCENE_SPANS, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_scenes(document: Document) -> Any:
    return ()


STAGE = Stage("scenes", "0", (SCENE_SPANS, PARAGRAPHS, TOKENS, SYNTAX, CLAUSES, CHARACTERS, QUOTES, LETTERS, ENTITIES, PLACES,), SCENES, make_scenes)
