"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import ATTITUDES, BELIEFS, CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, QUOTES, RELATIONSHIPS, SCENES, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_beliefs(document: Document) -> Any:
    return ()


STAGE = Stage("beliefs", "0", (TOKENS, SYNTAX, SENTENCES, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS, FEELINGS, ATTITUDES, RELATIONSHIPS,), BELIEFS, make_beliefs)
