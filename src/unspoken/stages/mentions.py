"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import LETTERS, MENTIONS, QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_mentions(document: Document) -> Any:
    return ()


STAGE = Stage("mentions", "0", (TOKENS, SYNTAX, SENTENCES, QUOTATIONS, LETTERS,), MENTIONS, make_mentions)
