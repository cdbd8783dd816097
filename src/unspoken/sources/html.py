"""HTML: any page, and the downloads of the Archive of Our Own with their tags, summaries and notes."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources import archive
from unspoken.sources.blocks import Blocks
from unspoken.sources.packages import refuse_many_attributes, refuse_many_tags, without_doctype

_DROPPED = frozenset({
    "head", "script", "style", "nav", "noscript", "template", "iframe", "object", "svg", "math", "form",
    "button", "select", "textarea", "audio", "video", "canvas",
})  # fmt: skip
_EDGES = frozenset({"header", "footer", "aside"})  # of a page, not of the story
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | _EDGES | frozenset({
    "p", "div", "section", "article", "main", "body", "blockquote", "pre", "li", "ul", "ol", "dl", "dt", "dd",
    "table", "tr", "td", "th", "caption", "center", "address", "figure", "figcaption", "fieldset", "details",
    "summary", "hgroup",
})  # fmt: skip
_STRESS = frozenset(["em", "i", "cite", "var", "dfn"])
_NO_DISPLAY = ("display:none", "visibility:hidden")


def read_html(text: str, source: Source) -> Document:
    """A document from a page of HTML (decoded).

    Raises:
        BadInput: there are no words on the page.
    """
    from lxml import html

    refuse_many_tags(text, source.name)
    refuse_many_attributes(text, source.name)
    text = without_doctype(text)
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (ValueError, html.etree.ParserError):
        raise BadInput(source.name, "there are no words on the page", "give a page with a story") from None
    blocks = Blocks()
    if archive.is_work(root):
        source = archive.take_around(root, source, blocks)
    else:
        source = structs.replace(source, title=_title(root) or source.title, author=_meta(root, "author"))
    leave_out_wrapping(root, blocks)
    body = root.find(".//body")
    walk(root if body is None else body, blocks, page=True)
    source = structs.replace(source, left_out=(*source.left_out, *blocks.left_out))
    return blocks.document(source)


def leave_out_wrapping(root: Any, blocks: Blocks) -> None:
    """Take what Project Gutenberg puts around a book out of a tree."""
    for node in root.xpath('//*[contains(@class, "pg-boilerplate") or contains(@class, "pgheader")]'):
        if node.getparent() is not None:
            name = f"{node.get('class')} {node.get('id')}"
            blocks.leave_out("footer" if "foot" in name else "header", "\n".join(node.itertext()))
            archive.drop(node)


def walk(root: Any, blocks: Blocks, page: bool = False) -> None:
    """Put an lxml tree's words into ``blocks``; with ``page`` the page's own header and footer are left out."""
    from lxml import etree

    stress: list[Any] = []
    upright: list[Any] = []
    heading = 0
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in events:
        tag = node.tag.rsplit("}", 1)[-1].lower() if isinstance(node.tag, str) else ""
        if event == "start":
            if _skipped(node, tag, page):
                events.skip_subtree()
                continue
            if tag in _BLOCKS:
                blocks.end(heading=heading > 0)
            heading += tag in _HEADINGS
            if tag in _STRESS or _style(node, "italic"):
                stress.append(node)
            elif stress and _style(node, "normal"):
                upright.append(node)
            _void(tag, blocks)
            _add(node.text, blocks, bool(stress) and not upright, _keeps_lines(node, tag))
            continue
        if event == "end" and not _skipped(node, tag, page):
            if tag in _BLOCKS:
                blocks.end(heading=heading > 0, empty_breaks=tag == "p")
            heading -= tag in _HEADINGS
            for opened in (stress, upright):
                if opened and opened[-1] is node:
                    opened.pop()
        if node is not root:
            parent = node.getparent()
            _add(node.tail, blocks, bool(stress) and not upright, parent is not None and parent.tag == "pre")
    blocks.end()


def _add(words: str | None, blocks: Blocks, emphasis: bool, keep_lines: bool) -> None:
    if words:
        blocks.words(words, emphasis, keep_lines)


def _void(tag: str, blocks: Blocks) -> None:
    if tag == "br":
        blocks.line()
    elif tag == "hr":
        blocks.rule()


def _skipped(node: Any, tag: str, page: bool) -> bool:
    if tag in _DROPPED or (page and tag in _EDGES and node.find(".//p") is None) or node.get("hidden") is not None:
        return True
    style = (node.get("style") or "").replace(" ", "").lower()
    return any(rule in style for rule in _NO_DISPLAY)


def _style(node: Any, value: str) -> bool:
    style = node.get("style")
    return bool(style) and f"font-style:{value}" in style.replace(" ", "").lower()


def _keeps_lines(node: Any, tag: str) -> bool:
    return tag == "pre" or "white-space:pre" in (node.get("style") or "").replace(" ", "").lower()


def _title(root: Any) -> str | None:
    found = root.find(".//title")
    return archive.words_of(found) if found is not None else None


def _meta(root: Any, name: str) -> str | None:
    for node in root.iter("meta"):
        if (node.get("name") or "").lower() == name:
            return (node.get("content") or "").strip() or None
    return None
