"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CHARACTERS, CLAUSES, EVENTS, SYNTAX, TOKENS
from unspoken.pipeline import Stage


def make_events(document: Document) -> Any:
    return ()


STAGE = Stage("events", "0", (CLAUSES, CHARACTERS, TOKENS, SYNTAX,), EVENTS, make_events)
