"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, QUOTES, SCENES, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_feelings(document: Document) -> Any:
    return ()


STAGE = Stage("feelings", "0", (TOKENS, SYNTAX, SENTENCES, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS,), FEELINGS, make_feelings)
