"""Which format a file has, by its content; the name only decides between plain text and Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from unspoken.errors import BadInput

Format = Literal["text", "markdown", "html", "epub", "docx", "odt", "rtf", "pdf"]

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc) or one locked with a password", "save it as DOCX"),
    (b"TPZ", "a Kindle book", "convert it to EPUB"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"\x89PNG", "a picture", "give the text itself"),
    (b"\xff\xd8\xff", "a picture", "give the text itself"),
    (b"GIF8", "a picture", "give the text itself"),
    (b"\x7fELF", "a program", "give the text itself"),
    (b"SQLite format 3", "a database", "give the text itself"),
)
_BEFORE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.I | re.S)
_HTML = re.compile(r"<(?:html|head|body|div|p|h[1-6]|meta|title|article|section)\b", re.I)
_PAGE = re.compile(r"<!doctype\s+html\b", re.I)
_XML = re.compile(r"\s*<\?xml\b")
_MODEL = re.compile(r'\s*\{\s*"unspoken"\s*:')
_HEADING = re.compile(r"^#{1,6} +\w", re.M)
_FRONT = re.compile(r"\A---[ \t]*\n(?:[\w-]+:[^\n]*\n)+(?:---|\.\.\.)[ \t]*\n")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


def format_of(data: bytes, name: str) -> Format | None:
    """The format of a file that is more than text; None where the bytes are text (see ``format_of_text``).

    Raises:
        BadInput: a format that cannot be read, with what to do about it.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zipped(data, name)
    if head.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b"startxref" in data[-4096:]):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data[60:68] == b"BOOKMOBI":
        raise BadInput(name, "this is a Kindle book", "convert it to EPUB")
    for magic, what, remedy in _FOREIGN:
        if data.startswith(magic):
            raise BadInput(name, f"this is {what}", remedy)
    return None


def format_of_text(text: str, name: str) -> Format:
    """The format of decoded text: HTML by its first tag, Markdown by its headings, else plain.

    Raises:
        BadInput: XML of another kind than XHTML, or a story that was read before.
    """
    if _MODEL.match(text):
        remedy = "use `unspoken show`, or unspoken.load in Python"
        raise BadInput(name, "this is what was read of a story, not the story itself", remedy)
    before = _BEFORE.match(text)
    if before and (_PAGE.search(before[0]) or _HTML.match(text, before.end())):
        return "html"
    if _XML.match(text):
        raise BadInput(name, "this is XML of a kind that is not known", "convert it to EPUB, HTML or text")
    low = name.lower()
    if low.endswith(_MARKDOWN_NAMES):
        return "markdown"
    if not low.endswith(".txt") and (_FRONT.match(text) or len(_HEADING.findall(text)) >= 2):
        return "markdown"
    return "text"


def _zipped(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = book_in(archive)
    except Exception:  # zipfile raises a dozen classes on broken archives
        raise BadInput(name, "the archive is broken", "get the file anew") from None
    if found is None:
        raise BadInput(name, "this archive holds no book", "give an EPUB, DOCX or ODT file, or unpack it")
    return found


def book_in(archive: zipfile.ZipFile) -> Format | None:
    """The format of the book that an archive is; None where it is none, but may hold some."""
    names = {member.lower() for member in archive.namelist()}
    short = "mimetype" in names and archive.getinfo("mimetype").file_size < 100
    mime = archive.read("mimetype")[:80] if short else b""
    if "meta-inf/container.xml" in names or any(member.endswith(".opf") for member in names):
        return "epub"
    if "word/document.xml" in names or ("[content_types].xml" in names and any(m.startswith("word/") for m in names)):
        return "docx"
    if b"opendocument.text" in mime or {"content.xml", "meta-inf/manifest.xml"} <= names:
        return "odt"
    return None
