"""ODT: the text body's paragraphs, with notes and deletions left out."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources import archive
from unspoken.sources.blocks import Blocks
from unspoken.sources.packages import Package

_DROPPED = frozenset({
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "frame", "table-of-content", "note-citation",
    "forms", "bookmark", "page-number", "date", "time",
})  # fmt: skip


def read_odt(data: bytes, source: Source) -> Document:
    """A document from the bytes of an ODT file.

    Raises:
        BadInput: broken, locked, too large, or without a text.
    """
    package = Package(data, source.name)
    if "META-INF/manifest.xml" in package and any(package.xml("META-INF/manifest.xml").iter("encryption-data")):
        raise BadInput(source.name, "the file is locked with a password", "save it without one")
    content = package.xml("content.xml")
    body = content.find(".//body/text")
    if body is None:
        raise BadInput(source.name, "there is no text in it", "give a text document")
    blocks = Blocks()
    roots = [content] + ([package.xml("styles.xml")] if "styles.xml" in package else [])
    styles = _styles(roots)
    for node in _outermost(body, "note"):
        blocks.leave_out("note", "\n".join("".join(p.itertext()) for p in _outermost(node, "p")))
        archive.drop(node)
    _walk(body, blocks, styles)
    source = _described(package, source)
    return blocks.document(structs.replace(source, left_out=(*source.left_out, *blocks.left_out)))


def _outermost(root: Any, tag: str) -> list[Any]:
    """The nodes of a tag that are not inside another of them."""
    from lxml import etree

    found, events = [], etree.iterwalk(root, events=("start",))
    for _event, node in events:
        if node.tag == tag:
            found.append(node)
            events.skip_subtree()
    return found


def _styles(roots: list[Any]) -> dict[str, tuple[bool | None, str | None, bool]]:
    """For each style: italic or upright (None: as its parent), its parent, whether it draws a line below."""
    styles = {}
    for node in (node for root in roots for node in root.iter("style")):
        words = node.find("text-properties")
        lines = node.find("paragraph-properties")
        slant = words.get("font-style") if words is not None else None
        border = (lines.get("border-bottom") or "none") if lines is not None else "none"
        styles[node.get("name")] = (
            None if slant is None else slant in ("italic", "oblique"),
            node.get("parent-style-name"),
            border != "none" and not border.startswith("0"),
        )
    return styles


def _italic(name: str | None, styles: dict[str, tuple[bool | None, str | None, bool]]) -> bool | None:
    """Whether a style is italic, by itself or by what it descends from; None if neither says."""
    for _ in range(20):
        if name is None or name not in styles:
            return None
        slant, name, _line = styles[name]
        if slant is not None:
            return slant
    return None


def _walk(body: Any, blocks: Blocks, styles: dict[str, tuple[bool | None, str | None, bool]]) -> None:
    from lxml import etree

    slants: list[bool] = [False]
    events = etree.iterwalk(body, events=("start", "end"))
    for event, node in events:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _DROPPED:
                events.skip_subtree()
                continue
            if tag in ("p", "h"):
                blocks.end()
            slant = _italic(node.get("style-name"), styles) if tag in ("p", "h", "span") else None
            slants.append(slants[-1] if slant is None else slant)
            _add(tag, node, blocks, slants[-1])
            continue
        if tag not in _DROPPED:
            slants.pop()
            if tag in ("p", "h"):
                _end(node, tag, blocks, styles)
        if node is not body and node.tail and _in_paragraph(node):
            blocks.words(node.tail, slants[-1])
    blocks.end()


def _add(tag: str, node: Any, blocks: Blocks, emphasis: bool) -> None:
    if tag == "line-break":
        blocks.line()
    elif tag in ("s", "tab"):
        blocks.words(" ", emphasis)
    elif node.text and (tag in ("p", "h") or _in_paragraph(node)):
        blocks.words(node.text, emphasis)


def _in_paragraph(node: Any) -> bool:
    return any(above.tag in ("p", "h") for above in node.iterancestors())


def _end(node: Any, tag: str, blocks: Blocks, styles: dict[str, tuple[bool | None, str | None, bool]]) -> None:
    name = node.get("style-name") or ""
    if styles.get(name, (None, None, False))[2] and not "".join(node.itertext()).strip():
        blocks.rule()
    else:
        blocks.end(heading=tag == "h" or name == "Title", empty_breaks=True)


def _described(package: Package, source: Source) -> Source:
    if "meta.xml" not in package:
        return source
    meta = package.xml("meta.xml")
    found = {name: meta.find(f".//{name}") for name in ("title", "creator", "initial-creator", "language")}
    words = {name: archive.words_of(node) if node is not None else None for name, node in found.items()}
    author = words["initial-creator"] or words["creator"]
    return structs.replace(source, title=words["title"], author=author, language=words["language"])
