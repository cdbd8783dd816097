"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CAST, CLAUSES, LETTERS, MENTIONS, PARAGRAPHS, QUOTATIONS, QUOTES, SCENE_SPANS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_quotes(document: Document) -> Any:
    return ()


STAGE = Stage("quotes", "0", (QUOTATIONS, PARAGRAPHS, TOKENS, SENTENCES, SYNTAX, CLAUSES, MENTIONS, CAST, LETTERS, SCENE_SPANS,), QUOTES, make_quotes)
