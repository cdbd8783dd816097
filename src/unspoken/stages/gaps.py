"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import ATTITUDES, BELIEFS, CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, GAPS, QUOTES, RELATIONSHIPS, SCENES, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_gaps(document: Document) -> Any:
    return ()


STAGE = Stage("gaps", "0", (TOKENS, SYNTAX, SENTENCES, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS, FEELINGS, ATTITUDES, RELATIONSHIPS, BELIEFS,), GAPS, make_gaps)
