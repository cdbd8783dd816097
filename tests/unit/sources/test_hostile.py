"""Files made to do harm: they take no more time or room than others of their size, and are read or refused."""

from __future__ import annotations

import time

import pytest

from tests.unit.sources import packing
from unspoken.errors import BadInput
from unspoken.sources import document_from_bytes, packages

DAY = "<p>One day.</p>"
DOCX_DAY = "<w:p><w:r><w:t>One {} day.</w:t></w:r></w:p>"
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
SECONDS = 1.0  # of the processor; what they take is some hundredths, what they took was seconds or without end


def chapter(body: str) -> bytes:
    """A book whose one file is this to the letter."""
    return packing.epub({"a.xhtml": ""}, {"OEBPS/a.xhtml": body})


def attributes(name: str, count: int) -> str:
    """So many attributes for one tag."""
    return " ".join(f"{name}{n}='1'" for n in range(count))


@pytest.mark.parametrize(
    "data",
    [
        b"<!--a-->" * 26 + b"x" + DAY.encode(),
        f"<html><body>{DAY}{'<!DOCTYPE [' * 15_000}".encode(),
        chapter(f"<html><body>{DAY}{'<!DOCTYPE [' * 15_000}</body></html>"),
        chapter(f"<html><body>{DAY}{' ' * 60_000}x</body></html>"),
        chapter(f"<html><body>{DAY}{'<?xml' * 30_000}</body></html>"),
        f"# One day.\n\n# Two\n\n{'<!--' * 50_000}".encode(),
        packing.epub({"a.xhtml": DAY * 2000}, order=["a.xhtml"] * 500),
        chapter(f"<html><body><p {attributes('a', 20_000)}/>{DAY}</body></html>"),
        chapter(f"<html xmlns:b='b'><body><p {attributes('b:a', 20_000)}/>{DAY}</body></html>"),
    ],
    ids=[
        "comments",
        "types in HTML",
        "types in EPUB",
        "spaces",
        "declarations",
        "open comments",
        "one file, often",
        "attributes",
        "attributes of a namespace",
    ],
)
def test_what_never_ends_takes_no_time(data: bytes) -> None:
    began = time.process_time()
    assert "One day." in document_from_bytes(data, "x").text
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "data",
    [
        f"<html><body>{DAY * 60}</body></html>".encode(),
        packing.epub({"a.xhtml": DAY * 60}),
        packing.odt("<text:p>One day.</text:p>" * 60),
        packing.docx(DOCX_DAY * 60),
    ],
    ids=["html", "epub", "odt", "docx"],
)
def test_more_tags_than_a_book_can_have_are_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert document_from_bytes(data, "x").source.words >= 60
    monkeypatch.setattr(packages, "MOST_TAGS", 100)
    with pytest.raises(BadInput, match="more tags"):
        document_from_bytes(data, "x")


@pytest.mark.parametrize(
    "document",
    [
        (ENTITY + packing.docx_text(DOCX_DAY.format("&b;"))).encode(),
        (f"<!--{' ' * 5000}-->{ENTITY}" + packing.docx_text(DOCX_DAY.format("&b;"))).encode(),
        (ENTITY + packing.docx_text(DOCX_DAY.format("&b;"))).encode("utf-16"),
        (ENTITY + packing.docx_text(DOCX_DAY.format("&b;"))).encode("utf-16-be"),
    ],
    ids=["at the head", "further on", "utf-16", "utf-16-be"],
)
def test_docx_with_entities_of_its_own_is_refused(document: bytes) -> None:
    with pytest.raises(BadInput, match="document type of its own"):
        document_from_bytes(packing.docx("", {"word/document.xml": document}), "x.docx")


@pytest.mark.parametrize("value", ["=1", "", "='a'", '="/"', " = 'x > y'"])
def test_html_with_more_attributes_than_a_tag_can_have_is_refused(value: str) -> None:
    few, many = (" ".join(f"a{n}{value}" for n in range(size)) for size in (400, 20_000))
    assert document_from_bytes(f"<html><body><p {few}>One day.</p>".encode(), "x").text == "One day."
    with pytest.raises(BadInput, match="more attributes"):
        document_from_bytes(f"<html><body><p {many}>One day.</p>".encode(), "x")


def test_what_only_looks_like_attributes_is_no_tag_s() -> None:
    much = "a " * 5000
    page = f"<html><script>for (i = 0; i <n; {much})</script><!-- <p {much} --><p title='{much}'>One day.</p>"
    assert document_from_bytes(page.encode(), "x").text == "One day."


def test_notes_inside_notes_are_left_out_once() -> None:
    note = "<text:note><text:p>x</text:p>" * 3 + "</text:note>" * 3
    left = document_from_bytes(packing.odt(f"<text:p>One day.{note}</text:p>"), "x").source.left_out
    assert [words.text for words in left] == ["x\nx\nx"]


def test_a_prefix_that_nobody_declared_is_left_out_where_a_name_is_left() -> None:
    assert document_from_bytes(chapter("<html><body><x:p>One day.</x:p><y:1/></body></html>"), "x").text == "One day."


@pytest.mark.parametrize("number", ["&#xD800;", "&#56320", "&#x110000;", f"&#{'9' * 20_000};", "&#x000D83D;"])
def test_the_number_of_no_character_is_a_character_lost(number: str) -> None:
    assert (
        "One \ufffd day."
        in document_from_bytes(chapter(f"<html><body><p>One {number} day.</p></body></html>"), "x").text
    )


def test_a_namespace_with_a_brace_hides_no_attribute() -> None:
    text = '<a xmlns:q="urn:a}b" q:level="1" q:name="2" name="3"/>'
    assert dict(packages.parse_xml(text.encode(), "x").attrib) == {"level": "1", "name": "3"}


@pytest.mark.parametrize("tag", ["xml:lang='en' a='&#xFFFE;&#1;'", "xml:lang='en' a:1='q'", "xml:lang='en' a:='q'"])
def test_an_attribute_that_no_tree_may_hold_is_left_out(tag: str) -> None:
    assert "One day." in document_from_bytes(chapter(f"<html><body {tag}>{DAY}</body></html>"), "x").text


def test_docx_parts_that_were_not_checked_are_not_read() -> None:
    unsafe = ENTITY + packing.docx_text(DOCX_DAY.format("&b;"))
    safe = packing.docx_text(DOCX_DAY.format("fine"))
    elsewhere = packing.docx(DOCX_DAY.format("fine"), {"word/document.bin": unsafe}, main="word/document.bin")
    assert document_from_bytes(elsewhere, "x.docx").text == "One fine day."
    twice = packing.docx("", {"word/document.xml": unsafe, "word/DOCUMENT.xml": safe})
    assert document_from_bytes(twice, "x.docx").text == "One fine day."


def test_docx_pictures_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_MEMBER", 10_000)
    document = packing.docx(DOCX_DAY.format("fine"), {"word/media/i.png": bytes(20_000)})
    assert document_from_bytes(document, "x.docx").text == "One fine day."
    large = packing.docx(DOCX_DAY.format("fine"), {"word/styles.XML": bytes(20_000)})
    with pytest.raises(BadInput, match="unpacks to more"):
        document_from_bytes(large, "x.docx")
