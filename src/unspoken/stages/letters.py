"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import BREAKS, EMPHASIS, LETTERS, PARAGRAPHS, QUOTATIONS, TOKENS
from unspoken.pipeline import Stage


def make_letters(document: Document) -> Any:
    return ()


STAGE = Stage("letters", "0", (PARAGRAPHS, BREAKS, TOKENS, QUOTATIONS, EMPHASIS,), LETTERS, make_letters)
