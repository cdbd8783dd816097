"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import CAST, CLAUSES, LETTERS, MENTIONS, QUOTATIONS, SCENE_SPANS, SENTENCES, TOKENS
from unspoken.layers.mentions import Cast
from unspoken.pipeline import Stage


def make_cast(document: Document) -> Any:
    return Cast((), (), ())


STAGE = Stage("cast", "0", (MENTIONS, TOKENS, SENTENCES, QUOTATIONS, SCENE_SPANS, CLAUSES, LETTERS,), CAST, make_cast)
