"""DOCX: through mammoth, with blank paragraphs as scene breaks, insertions kept and deletions left out."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources import archive
from unspoken.sources.blocks import Blocks
from unspoken.sources.html import walk
from unspoken.sources.packages import Package, refuse_many_tags

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
r[style-name='Emphasis'] => em
r[style-name='Intense Emphasis'] => em
r[style-name='Subtle Emphasis'] => em
br[type='page'] => hr
"""
_XML = (".xml", ".rels")
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])  # the latter in either order of bytes


def read_docx(data: bytes, source: Source) -> Document:
    """A document from the bytes of a DOCX file.

    Raises:
        BadInput: broken, too large, or without a text.
    """
    safe = _without_dangers(Package(data, source.name))
    source = _described(Package(safe, source.name), source)
    root = _html(safe, source.name)
    blocks = Blocks()
    for node in root.xpath('//li[starts-with(@id, "footnote-") or starts-with(@id, "endnote-")]'):
        blocks.leave_out("note", "".join(node.itertext()).replace("↑", ""))
        archive.drop(node)
    for node in root.xpath('//sup[a[starts-with(@href, "#footnote-") or starts-with(@href, "#endnote-")]]'):
        archive.drop(node)
    walk(root, blocks)
    return blocks.document(structs.replace(source, left_out=(*source.left_out, *blocks.left_out)))


def _without_dangers(package: Package) -> bytes:
    """The parts that are XML, unpacked within limits, in an archive of their own: mammoth sees what was checked alone.

    Raises:
        BadInput: a part is too large, or brings entities of its own.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as checked:
        for member in dict.fromkeys(name for name in package.names() if name.lower().endswith(_XML)):
            data = package.read(member)
            refuse_many_tags(data, package.name)
            if any(mark in data for mark in _DOCTYPES):
                raise BadInput(package.name, f"its {member} has a document type of its own", "save it anew from Word")
            checked.writestr(member, data)
    return out.getvalue()


def _described(package: Package, source: Source) -> Source:
    if "docProps/core.xml" not in package:
        return source
    core = package.xml("docProps/core.xml")
    found = {name: core.find(f".//{name}") for name in ("title", "creator", "language")}
    words = {name: archive.words_of(node) if node is not None else None for name, node in found.items()}
    return structs.replace(source, title=words["title"], author=words["creator"], language=words["language"])


def _html(data: bytes, name: str) -> Any:
    import mammoth  # type: ignore[import-untyped]
    from lxml import html

    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(lambda image: {}),
        )
    except Exception as error:  # mammoth raises whatever its parsers and its dictionaries raise
        raise BadInput(name, f"Word's text in it cannot be read ({type(error).__name__})", "save it anew") from None
    return html.document_fromstring(f"<body>{found.value}</body>", parser=html.HTMLParser(huge_tree=True))
