"""STUB: to be replaced."""

from __future__ import annotations

from typing import Any

from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, TOKENS
import numpy as np

from unspoken.layers.tokens import Tokens
from unspoken.pipeline import Stage


def make_tokens(document: Document) -> Any:
    return Tokens(np.zeros(0, np.int32), np.zeros(0, np.int32))


STAGE = Stage("tokens", "0", (PARAGRAPHS,), TOKENS, make_tokens)
