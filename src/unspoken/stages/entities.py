"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, ENTITIES, MENTIONS, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_entities(document: Document) -> Any:
    return ()


STAGE = Stage("entities", "0", (TOKENS, SYNTAX, MENTIONS, CHARACTERS,), ENTITIES, make_entities)
