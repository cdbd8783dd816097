"""Sentences. Interim."""

from __future__ import annotations

import re

from unspoken.document import Document
from unspoken.layers.keys import PARAGRAPHS, QUOTATIONS, SENTENCES, TOKENS
from unspoken.layers.spans import Span
from unspoken.pipeline import Stage

END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])[.!?…]+[”’\"'»)_]*\s+(?=[“‘\"'«(_]*[A-Z0-9])")


def make_sentences(document: Document) -> tuple[Span, ...]:
    out = []
    for p in document[PARAGRAPHS]:
        at = p.start
        for m in END.finditer(document.text, p.start, p.end):
            out.append(Span(at, len(document.text[: m.end()].rstrip()) if False else m.end() - (len(m.group()) - len(m.group().rstrip()))))
            at = m.end()
        if at < p.end:
            out.append(Span(at, p.end))
    return tuple(out)


STAGE = Stage("sentences", "0", (TOKENS, QUOTATIONS, PARAGRAPHS), SENTENCES, make_sentences)
