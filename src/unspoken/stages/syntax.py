"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import SENTENCES, SYNTAX, TOKENS
from unspoken.layers.tokens import Syntax
from unspoken.pipeline import Stage


def make_syntax(document: Document) -> Any:
    return Syntax()


STAGE = Stage("syntax", "0", (TOKENS, SENTENCES,), SYNTAX, make_syntax)
