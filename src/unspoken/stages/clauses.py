"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CLAUSES, QUOTATIONS, SENTENCES, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_clauses(document: Document) -> Any:
    return ()


STAGE = Stage("clauses", "0", (TOKENS, SYNTAX, SENTENCES, QUOTATIONS,), CLAUSES, make_clauses)
