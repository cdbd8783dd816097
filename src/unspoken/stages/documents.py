"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, CLAUSES, DOCUMENTS, LETTERS, QUOTES, SCENES
from unspoken.pipeline import Stage


def make_documents(document: Document) -> Any:
    return ()


STAGE = Stage("documents", "0", (LETTERS, CHARACTERS, SCENES, QUOTES, CLAUSES,), DOCUMENTS, make_documents)
