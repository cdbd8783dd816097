"""Sources: one file a format, each from bytes to a Document with paragraphs, chapters, emphasis and breaks."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.keys import CORRECTIONS, PROPOSALS
from unspoken.layers.proposals import Proposals
from unspoken.layers.source import Source
from unspoken.sources.detection import Format, format_of, format_of_text
from unspoken.sources.encodings import decode, tidy
from unspoken.sources.languages import language_of, name_of
from unspoken.sources.text import read_text

LARGEST_TEXT = 40_000_000  # bytes of plain text, some seven million words
MOST_LINES = 3_000_000  # of plain text; seven million words, ten a line, have 700,000
LARGEST_FILE = 200_000_000  # bytes of any other file, pictures included


def document_from_path(path: Path) -> Document:
    """Read a file of any format.

    Raises:
        BadInput: missing, a folder, empty, binary, broken, or too large.
    """
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise _too_large(path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(str(path), "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise BadInput(str(path), "this is a folder", "give files, or the files in it") from None
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or "it cannot be opened"
        raise BadInput(str(path), what, "check the path and its permissions") from None
    return document_from_bytes(data, path.name)


def document_from_bytes(data: bytes, name: str) -> Document:
    """Read a story from the bytes of a file; ``name`` is for messages, and tells Markdown from plain text.

    Raises:
        BadInput: empty, binary, broken, locked, or too large.
    """
    name = _writable(name)
    if not data.strip():
        raise BadInput(name, "the file is empty", "give a file with a story")
    source = Source(name, "text", hashlib.sha256(data).hexdigest())
    found = format_of(data, name)
    if len(data) > (LARGEST_FILE if found else LARGEST_TEXT):
        raise _too_large(name)
    if found:
        return _finished(_read_packed(found, data, structs.replace(source, format=found)))
    decoded = decode(data, name)
    if decoded.text.count("\n") > MOST_LINES:
        raise BadInput(name, "it has more lines than a book can have", "give a file with the text alone")
    source = structs.replace(source, format=format_of_text(decoded.text, name), warnings=decoded.warnings)
    return _finished(_read_text(decoded.text, source))


def document_from_text(text: str, name: str = "text") -> Document:
    """Read a story from a str of plain text.

    Raises:
        BadInput: there are no words in it.
    """
    name, decoded = _writable(name), tidy(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _finished(read_text(decoded.text, Source(name, "text", digest, warnings=decoded.warnings)))


def _writable(name: str) -> str:
    """A name that can be written as UTF-8: those of files may hold bytes that are no characters."""
    return name.encode("utf-8", "replace").decode()


def _read_text(text: str, source: Source) -> Document:
    if source.format == "html":
        from unspoken.sources.html import read_html

        return read_html(text, source)
    if source.format == "markdown":
        from unspoken.sources.markdown import read_markdown

        return read_markdown(text, source)
    return read_text(text, source)


def _read_packed(found: Format, data: bytes, source: Source) -> Document:
    """Each reader is imported when it is needed, so that the program starts fast."""
    if found == "epub":
        from unspoken.sources.epub import read_epub as read
    elif found == "docx":
        from unspoken.sources.docx import read_docx as read
    elif found == "odt":
        from unspoken.sources.odt import read_odt as read
    elif found == "rtf":
        from unspoken.sources.rtf import read_rtf as read
    else:
        from unspoken.sources.pdf import read_pdf as read
    return read(data, source)


def _finished(document: Document) -> Document:
    """The document with its counts and its language, and a warning where that is not English.

    Raises:
        BadInput: there are no words in it.
    """
    text, source = document.text, document.source
    if not any(map(str.isalpha, text)):
        raise BadInput(source.name, "there are no words in it", "give a file with a story")
    language = language_of(text)
    warnings = source.warnings
    if language not in (None, "en"):
        warnings += (f"the text seems to be {name_of(str(language))}; what is read from it holds for English only",)
    source = structs.replace(
        source,
        language=language or source.language,
        words=len(text.split()),
        characters=len(text),
        warnings=warnings,
    )
    return Document(text, source, document.layers).attach(CORRECTIONS, ()).attach(PROPOSALS, Proposals())


def _too_large(name: str) -> BadInput:
    return BadInput(name, f"it is larger than {LARGEST_TEXT // 1_000_000} MB of text can be", "give one book at a time")
