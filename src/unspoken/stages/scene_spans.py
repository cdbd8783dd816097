"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, CHAPTERS, LETTERS, PARAGRAPHS, QUOTATIONS, SCENE_SPANS, SENTENCES, TOKENS
from unspoken.pipeline import Stage


def make_scene_spans(document: Document) -> Any:
    return ()


STAGE = Stage("scene_spans", "0", (PARAGRAPHS, CHAPTERS, BREAKS, TOKENS, QUOTATIONS, SENTENCES, LETTERS,), SCENE_SPANS, make_scene_spans)
