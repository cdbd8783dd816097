"""Formats are told by content, and what cannot be read is refused in one line with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.sources import packing
from unspoken.errors import BadInput
from unspoken.sources import document_from_bytes, document_from_path, document_from_text, packages


@pytest.mark.parametrize(
    ("data", "format_name"),
    [
        (b"One day it rained.", "text"),
        (b"<!DOCTYPE html><p>One day.</p>", "html"),
        (b"<p>One day.</p>", "html"),
        (b"# One\n\nDay.\n\n# Two\n\nDay.", "markdown"),
        (rb"{\rtf1 One day.}", "rtf"),
        (packing.epub({"a.xhtml": "<p>One day.</p>"}), "epub"),
        (packing.docx("<w:p><w:r><w:t>One day.</w:t></w:r></w:p>"), "docx"),
        (packing.odt("<text:p>One day.</text:p>"), "odt"),
        (packing.pdf([[(40, 500, "One day.")]]), "pdf"),
        (b"junk\n" + packing.pdf([[(40, 500, "One day.")]]), "pdf"),
        (b"<!--" + b"Saved. " * 1000 + b"--><html><body><p>One day.</p></body></html>", "html"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a.css"?><html><body><p>One day.</p></body></html>', "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x"><html><p>One day.</p>', "html"),
    ],
)
def test_the_content_tells_the_format(data: bytes, format_name: str) -> None:
    assert document_from_bytes(data, "story").source.format == format_name


@pytest.mark.parametrize("text", ["PK was late.", "Rar! said the lion.", "He wrote %PDF- on the wall."])
def test_a_story_may_begin_as_another_format_does(text: str) -> None:
    document = document_from_bytes(text.encode(), "story")
    assert (document.text, document.source.format) == (text, "text")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t ",
        b"* * *\n\n123",
        b"PK\x03\x04broken",
        packing.zipped({"a.txt": "words"}),
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"%PDF-1.4 broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
        bytes(range(256)) * 8,
        packing.epub({"a.xhtml": "<p>One day.</p>"})[:-40],
        packing.pdf([[]]),
        b"<html><body></body></html>",
        b'<?xml version="1.0"?><FictionBook><body><p>One day.</p></body></FictionBook>',
    ],
)
def test_bad_input_is_refused_in_one_line_that_names_the_file(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        document_from_bytes(data, "story.x")
    assert str(caught.value).startswith("story.x: ")
    assert "; " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        document_from_path(tmp_path / "nowhere.txt")
    with pytest.raises(BadInput, match="folder"):
        document_from_path(tmp_path)


def test_a_name_with_bytes_that_are_no_characters_is_one_that_can_be_written() -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert document_from_bytes(b"One day.", name).source.name == "caf?.txt"
    assert document_from_text("One day.", name).source.name == "caf?.txt"


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_MEMBER", 10_000)
    book = packing.epub({"a.xhtml": "<p>" + "word " * 5_000 + "</p>"})
    assert len(book) < 5_000
    with pytest.raises(BadInput, match="unpacks to more"):
        document_from_bytes(book, "bomb.epub")


def test_another_language_is_read_with_a_warning() -> None:
    german = "Der Mann war nicht in dem Haus, und die Frau hatte es auch nicht gesehen, aber sie ist noch da. " * 3
    source = document_from_text(german).source
    assert source.language == "de"
    assert "German" in source.warnings[0]
    assert document_from_text("The man was not in the house, and she had not seen it. " * 4).source.warnings == ()
    assert document_from_text("Он не был дома, и она его не видела.").source.language == "ru"
