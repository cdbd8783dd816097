"""EPUB 2 and 3: the files of the spine in their order, without covers, contents and notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources import archive
from unspoken.sources.blocks import Blocks
from unspoken.sources.html import leave_out_wrapping, walk
from unspoken.sources.packages import Package, parse_xml

_FONT_ALGORITHMS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#rc")
_AROUND = {
    "toc": "contents", "loi": "contents", "landmarks": "contents", "cover": "cover", "titlepage": "titlepage",
    "title-page": "titlepage", "halftitlepage": "titlepage", "copyright-page": "copyright", "imprint": "copyright",
    "colophon": "copyright", "index": "index", "footnotes": "note", "endnotes": "note", "rearnotes": "note",
    "notes": "note",
}  # fmt: skip
_NOTES = frozenset({"footnote", "endnote", "rearnote"})


@dataclass(frozen=True)
class _Item:
    """A file of the book: its path in the archive, the path with the signs of its address, and its properties."""

    path: str
    written: str  # some archives name their files with the per cent signs
    media: str
    properties: frozenset[str]


def read_epub(data: bytes, source: Source) -> Document:
    """A document from the bytes of an EPUB.

    Raises:
        BadInput: broken, protected, too large, or without text.
    """
    package = Package(data, source.name)
    _refuse_protected(package)
    place = _package_path(package)
    book = package.xml(place)
    source = structs.replace(
        source, title=_metadata(book, "title"), author=_authors(book), language=_metadata(book, "language")
    )
    blocks = Blocks()
    kinds = _guide(book, place)
    for item, linear in _spine(book, place, source.name):
        found = item.path if item.path in package else item.written
        if found not in package:
            source = structs.replace(source, warnings=(*source.warnings, f"the book's file {item.path} is missing"))
            continue
        root = parse_xml(package.read(found), source.name)
        if root is None:
            source = structs.replace(source, warnings=(*source.warnings, f"the book's file {item.path} is broken"))
            continue
        kind = "contents" if "nav" in item.properties else kinds.get(item.path) or _type_of(root)
        if kind or not linear:
            blocks.leave_out(kind or "note", "\n".join(_body(root).itertext()))
            continue
        if archive.is_work(root):
            source = archive.take_around(root, source, blocks)
        _take_notes(root, blocks)
        leave_out_wrapping(root, blocks)
        walk(_body(root), blocks)
        blocks.end()
    return blocks.document(structs.replace(source, left_out=(*source.left_out, *blocks.left_out)))


def _refuse_protected(package: Package) -> None:
    """Raise where a file other than a font is encrypted."""
    if "META-INF/encryption.xml" not in package:
        return
    methods = package.xml("META-INF/encryption.xml").iter("EncryptionMethod")
    if any((node.get("Algorithm") or "").lower() not in _FONT_ALGORITHMS for node in methods):
        raise BadInput(package.name, "the book is locked (DRM)", "give a copy without a lock")


def _package_path(package: Package) -> str:
    if "META-INF/container.xml" in package:
        for node in package.xml("META-INF/container.xml").iter("rootfile"):
            path = unquote(node.get("full-path") or "")
            if path in package:
                return path
    for name in package.names():
        if name.lower().endswith(".opf"):
            return name
    raise BadInput(package.name, "the archive holds no book", "give an EPUB, DOCX or ODT file")


def _metadata(book: Any, name: str) -> str | None:
    metadata = book.find("metadata")
    found = metadata.find(f".//{name}") if metadata is not None else None
    return archive.words_of(found) if found is not None else None


def _authors(book: Any) -> str | None:
    names = [archive.words_of(node) for node in book.iter("creator") if node.get("role") in (None, "aut")]
    return ", ".join(filter(None, names)) or None


def _spine(book: Any, place: str, name: str) -> Iterator[tuple[_Item, bool]]:
    """The files in reading order, and whether each belongs to the main text."""
    items = {
        node.get("id"): _Item(
            _resolved(place, node.get("href") or ""),
            _joined(place, (node.get("href") or "").split("#")[0]),
            node.get("media-type") or "",
            frozenset((node.get("properties") or "").split()),
        )
        for node in book.iter("item")
    }
    found = False
    for node in book.iter("itemref"):
        item = items.pop(node.get("idref"), None)  # each file is read once, however often the order names it
        if item and not item.media.startswith("image/"):
            found = True
            yield item, node.get("linear") != "no"
    if not found:
        raise BadInput(name, "the book names no text in its reading order", "the file is broken; get it anew")


def _resolved(place: str, href: str) -> str:
    return _joined(place, unquote(href.split("#")[0]))


def _joined(place: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), path))


def _guide(book: Any, place: str) -> dict[str, str]:
    """What EPUB 2 says of whole files: cover, contents, title page. A file named twice or as text is the story's."""
    rows = [((node.get("type") or "").lower(), node.get("href") or "") for node in book.iter("reference")]
    story = {_resolved(place, href) for kind, href in rows if kind in ("text", "start")}
    kinds = {_resolved(place, href): _AROUND[kind] for kind, href in rows if kind in _AROUND and "#" not in href}
    return {path: kind for path, kind in kinds.items() if path not in story}


def _body(root: Any) -> Any:
    body = root.find(".//body")
    return root if body is None else body


def _type_of(root: Any) -> str | None:
    """What an EPUB 3 file says that it is as a whole."""
    body = _body(root)
    nodes = [body, *body] if len(body) == 1 else [body]
    for node in nodes:
        for word in re.split(r"\s+", node.get("type") or ""):
            if word in _AROUND:
                return _AROUND[word]
    return None


def _take_notes(root: Any, blocks: Blocks) -> None:
    """Move footnotes out of the text, with the marks that point to them."""
    for node in list(root.iter("aside", "div", "section", "li", "p")):
        if _NOTES & set((node.get("type") or "").split()):
            blocks.leave_out("note", "\n".join(node.itertext()))
            archive.drop(node)
    for node in list(root.iter("a")):
        if "noteref" in (node.get("type") or "").split():
            archive.drop(node)
