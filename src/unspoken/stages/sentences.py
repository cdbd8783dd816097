"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, QUOTATIONS, SENTENCES, TOKENS
from unspoken.pipeline import Stage


def make_sentences(document: Document) -> Any:
    return ()


STAGE = Stage("sentences", "0", (TOKENS, QUOTATIONS, PARAGRAPHS,), SENTENCES, make_sentences)
