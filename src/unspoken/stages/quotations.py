"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import EMPHASIS, PARAGRAPHS, QUOTATIONS
from unspoken.pipeline import Stage


def make_quotations(document: Document) -> Any:
    return ()


STAGE = Stage("quotations", "0", (PARAGRAPHS, EMPHASIS,), QUOTATIONS, make_quotations)
