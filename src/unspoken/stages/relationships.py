"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import ATTITUDES, CHARACTERS, CLAUSES, DOCUMENTS, EVENTS, FEELINGS, MENTIONS, QUOTES, RELATIONSHIPS, SCENES, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_relationships(document: Document) -> Any:
    return ()


STAGE = Stage("relationships", "0", (TOKENS, SYNTAX, SENTENCES, CLAUSES, MENTIONS, CHARACTERS, QUOTES, SCENES, DOCUMENTS, FEELINGS, ATTITUDES, EVENTS,), RELATIONSHIPS, make_relationships)
