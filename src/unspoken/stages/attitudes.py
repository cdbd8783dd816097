"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import ATTITUDES, CHARACTERS, CLAUSES, DOCUMENTS, FEELINGS, QUOTES, SCENES
from unspoken.pipeline import Stage


def make_attitudes(document: Document) -> Any:
    return ()


STAGE = Stage("attitudes", "0", (FEELINGS, CLAUSES, CHARACTERS, QUOTES, SCENES, DOCUMENTS,), ATTITUDES, make_attitudes)
