"""Markdown: CommonMark by markdown-it-py.

Lists and indented code are off: in fiction they are dialogue after a dash, and paragraphs set in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from unspoken.document import Document
from unspoken.layers.source import Source
from unspoken.sources.blocks import Blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^(title|author|lang|language):[ \t]*(.+)$", re.M | re.I)
_NOT_STORY = ["list", "code", "reference", "html_block", "html_inline", "link"]
_BREAK_TAG = re.compile(r"<br\s*/?>", re.I)


def read_markdown(text: str, source: Source) -> Document:
    """A document from Markdown (decoded)."""
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    fields = {k.lower(): v.strip().strip("\"'") for k, v in _FIELD.findall(front[1])} if front else {}
    source = structs.replace(
        source,
        title=fields.get("title"),
        author=fields.get("author"),
        language=fields.get("lang") or fields.get("language"),
    )
    body = _without_comments(_BREAK_TAG.sub("\\\n", text[front.end() :] if front else text))
    parser = MarkdownIt("commonmark").disable(_NOT_STORY)
    blocks = Blocks()
    _take(parser.parse(body), blocks)
    return blocks.document(source)


def _without_comments(text: str) -> str:
    """The text without comments; one that is never closed is none, and is not looked for twice."""
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join(out) + text[at:]


def _take(tokens: Sequence[Token], blocks: Blocks) -> None:
    for token in tokens:
        if token.type == "inline":
            _inline(token.children or (), blocks)
        elif token.type in ("paragraph_close", "blockquote_close"):
            blocks.end()
        elif token.type == "heading_close":
            blocks.end(heading=True)
        elif token.type == "hr":
            blocks.rule()
        elif token.type == "fence":
            blocks.words(token.content.rstrip("\n"), keep_lines=True)
            blocks.end()


def _inline(tokens: Sequence[Token], blocks: Blocks) -> None:
    stress = 0
    for token in tokens:
        if token.type in ("em_open", "em_close"):
            stress += 1 if token.type == "em_open" else -1
        elif token.type == "softbreak":
            blocks.words(" ", stress > 0)
        elif token.type == "hardbreak":
            blocks.line()
        elif token.content:
            blocks.words(token.content, stress > 0)
