"""Sources: one file a format, each from bytes to a Document with paragraphs, chapters, emphasis and breaks."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import structs

from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.source import Source
from unspoken.sources.encodings import decode, tidy
from unspoken.sources.text import read_text


def document_from_path(path: Path) -> Document:
    """Read a file of any format.

    Raises:
        BadInput: missing, a folder, empty, binary, broken, or too large.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise BadInput(str(path), "there is no such file", "check the path") from None
    except IsADirectoryError:
        raise BadInput(str(path), "this is a folder", "give files, or the files in it") from None
    except OSError as error:
        raise BadInput(
            str(path), error.strerror or "it cannot be opened", "check the path and its permissions"
        ) from None
    return document_from_bytes(data, path.name)


def document_from_bytes(data: bytes, name: str) -> Document:
    """Read a story from the bytes of a file; ``name`` is for messages and a hint where the content fits two formats.

    Raises:
        BadInput: empty, binary, broken, or too large.
    """
    decoded = decode(data, name)
    source = Source(name, "text", hashlib.sha256(data).hexdigest(), warnings=decoded.warnings)
    return _counted(read_text(decoded.text, source))


def document_from_text(text: str, name: str = "text") -> Document:
    """Read a story from a str of plain text."""
    decoded = tidy(text)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _counted(read_text(decoded.text, Source(name, "text", digest, warnings=decoded.warnings)))


def _counted(document: Document) -> Document:
    """The document with its counts of words and characters."""
    text = document.text
    if not any(map(str.isalpha, text)):
        raise BadInput(document.source.name, "there is no text in it", "give a file with a story")
    source = structs.replace(document.source, words=len(text.split()), characters=len(text))
    return Document(text, source, document.layers)
