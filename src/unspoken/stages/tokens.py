"""Tokens: words and punctuation marks. Interim."""

from __future__ import annotations

import re

import numpy as np

from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, TOKENS
from unspoken.layers.tokens import Tokens
from unspoken.pipeline import Stage

TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|Capt|Col|Gen|Lieut|Sgt|Jr|Sr|Esq|No|Messrs|M|Mme|Mlle)\.(?=\s)"
    r"|(?:[A-Z]\.){1,4}(?=\W)"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b"
    r"|@\w+|\d+(?:[.,:]\d+)*\w*"
    r"|(?:(?!n['’]t\b)[^\W_])+(?:(?:[-‐]|['’](?!(?:s|re|ve|ll|d|m|t)\b))(?:(?!n['’]t\b)[^\W_])+)*"
    r"|\.{2,}|-{2,}|\S"
)


def make_tokens(document: Document) -> Tokens:
    spans = [m.span() for m in TOKEN.finditer(document.text)]
    columns = np.array(spans, np.int32).reshape(-1, 2)
    return Tokens(columns[:, 0].copy(), columns[:, 1].copy())


STAGE = Stage("tokens", "0", (PARAGRAPHS,), TOKENS, make_tokens)
