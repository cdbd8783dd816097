"""Each format gives the same story: its paragraphs, chapters, breaks and italics, and nothing that stands around it."""

from __future__ import annotations

import pytest

from tests.unit.sources import packing
from unspoken.document import Document
from unspoken.errors import BadInput
from unspoken.layers.keys import BREAKS, CHAPTERS, EMPHASIS, PARAGRAPHS
from unspoken.sources import document_from_bytes

W_P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def words_of(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document[PARAGRAPHS]]


def stressed(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for s in document[EMPHASIS]]


def breaks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.offset :].split("\n")[0]) for b in document[BREAKS]]


def html(body: str) -> Document:
    return document_from_bytes(f"<html><head><title>T</title></head><body>{body}</body></html>".encode(), "x.html")


def test_html_keeps_the_story_and_drops_the_page() -> None:
    document = html(
        "<nav>Home</nav><script>x()</script><style>p{}</style><h1>Chapter One</h1>"
        "<p>It was <em>his</em> bag,<br/>she   said.</p><hr><p>Later &amp; later.</p><footer>Imprint</footer>"
    )
    assert words_of(document) == ["Chapter One", "It was his bag,\nshe said.", "Later & later."]
    assert stressed(document) == ["his"]
    assert breaks(document) == [("rule", "Later & later.")]
    assert [c.title for c in document[CHAPTERS]] == ["Chapter One"]


def test_html_characters_that_are_none_go() -> None:
    assert words_of(html("<p>One&#1; day&#xFFFF; it&#x8; rained.</p>")) == ["One day it rained."]


def test_html_entities_of_its_own_are_no_words() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a "ha">]><html><body><p>One day.</p></body></html>'
    assert document_from_bytes(page, "x.html").text == "One day."


def test_html_empty_paragraphs_part_scenes_unless_they_part_everything() -> None:
    assert breaks(html("<p>A.</p><p>B.</p><p>&nbsp;</p><p>C.</p><p>D.</p>")) == [("space", "C.")]
    assert breaks(html("<p>A.</p><p></p><p>B.</p><p></p><p>C.</p>")) == []


def test_html_italics_run_over_paragraphs_and_stop_in_upright_words() -> None:
    document = html(
        '<div style="font-style: italic"><p>One <span style="font-style: normal">two</span> three</p>'
        "<p>four</p></div><p>5</p>"
    )
    assert stressed(document) == ["One", "three", "four"]


def test_archive_of_our_own() -> None:
    document = html(
        '<div id="preface"><p class="message"><b>Lamp</b> <a href="http://archiveofourown.org/">AO3</a></p>'
        '<div class="meta"><dl class="tags"><dt>Rating:</dt><dd>General</dd></dl><h1>Lamp</h1><div class="byline">by '
        '<a rel="author" href="u">Ann</a></div><p>Summary</p><blockquote class="userstuff"><p>Dark.</p></blockquote>'
        '</div></div><div id="chapters" class="userstuff"><div class="meta group"><h2 class="heading">Chapter 1: Dusk'
        '</h2><p>Chapter Notes</p><blockquote class="userstuff"><p>Thanks!</p></blockquote></div>'
        '<div class="userstuff"><p>It was dark.</p></div></div>'
        '<div id="afterword"><p class="message">Comment!</p></div>'
    )
    assert words_of(document) == ["Chapter 1: Dusk", "It was dark."]
    assert (document.source.title, document.source.author) == ("Lamp", "Ann")
    assert [(part.kind, part.text) for part in document.source.left_out] == [
        ("tags", "Rating:\nGeneral"),
        ("summary", "Dark."),
        ("note", "Thanks!"),
    ]


def test_epub_follows_the_spine_and_percent_encoded_names() -> None:
    book = packing.epub(
        {
            "nav.xhtml": "<nav><ol><li>Two</li></ol></nav>",
            "two%20b.xhtml": "<h1>Two</h1><p>Second&nbsp;part, <i>yes</i>.</p>",
            "one%20a.xhtml": '<h1>One</h1><p>First part.<a epub:type="noteref" href="#n">1</a></p>'
            '<aside epub:type="footnote" id="n">A note.</aside>',
        },
        order=["nav.xhtml", "one%20a.xhtml", "two%20b.xhtml"],
    )
    document = document_from_bytes(book, "whatever.txt")
    assert words_of(document) == ["One", "First part.", "Two", "Second\xa0part, yes."]
    assert [c.title for c in document[CHAPTERS]] == ["One", "Two"]
    assert stressed(document) == ["yes"]
    assert (document.source.format, document.source.title, document.source.author) == ("epub", "The Pier", "Ann Other")
    assert [part.kind for part in document.source.left_out] == ["contents", "note"]


def test_epub_names_with_per_cent_signs_in_the_archive_too() -> None:
    chapters = {"cover%20a.xhtml": "<p>Cover.</p>", "one%20b.xhtml": "<p>First part.</p>"}
    guide = '<reference type="cover" href="cover%20a.xhtml"/>'
    document = document_from_bytes(packing.epub(chapters, guide=guide, unquoted=False), "x.epub")
    assert (document.text, document.source.warnings) == ("First part.", ())
    assert [(part.kind, part.text) for part in document.source.left_out] == [("cover", "Cover.")]


def test_epub_says_which_of_its_files_are_broken() -> None:
    book = packing.epub({"a.xhtml": "<p>Words.</p>", "b.xhtml": ""}, {"OEBPS/b.xhtml": "   "})
    assert document_from_bytes(book, "x.epub").source.warnings == ("the book's file OEBPS/b.xhtml is broken",)


def test_epub_with_a_lock_is_refused_and_with_hidden_fonts_is_not() -> None:
    def lock(algorithm: str) -> dict[str, str]:
        words = f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'
        return {"META-INF/encryption.xml": words}

    chapters = {"a.xhtml": "<p>Words.</p>"}
    with pytest.raises(BadInput, match="locked"):
        document_from_bytes(packing.epub(chapters, lock("http://www.w3.org/2001/04/xmlenc#aes128-cbc")), "x.epub")
    free = packing.epub(chapters, lock("http://www.idpf.org/2008/embedding"))
    assert document_from_bytes(free, "x.epub").text == "Words."


def test_epub_entities_of_its_own_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>Words &b; end.</p></body></html>'
    book = packing.epub({"a.xhtml": ""}, {"OEBPS/a.xhtml": bomb})
    assert "haha" not in document_from_bytes(book, "x.epub").text


def test_docx_blank_paragraphs_insertions_and_deletions() -> None:
    body = (
        W_P.format("One.") + "<w:p><w:r><w:t xml:space='preserve'>Two </w:t></w:r>"
        "<w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>new</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
        + "<w:p/>"
        + W_P.format("Three.")
        + W_P.format("Four.")
    )
    document = document_from_bytes(packing.docx(body), "x.docx")
    assert words_of(document) == ["One.", "Two new", "Three.", "Four."]
    assert stressed(document) == ["new"]
    assert breaks(document) == [("space", "Three.")]


def test_odt_headings_italics_breaks_and_notes() -> None:
    styles = '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
    body = (
        '<text:h>Chapter 1</text:h><text:p>It was <text:span text:style-name="T1">his</text:span>'
        "<text:s/>bag<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Aside.</text:p>"
        "</text:note-body></text:note>.</text:p><text:p/><text:p>Later<text:line-break/>on.</text:p><text:p>End.</text:p>"
    )
    document = document_from_bytes(packing.odt(body, styles), "x.odt")
    assert words_of(document) == ["Chapter 1", "It was his bag.", "Later\non.", "End."]
    assert stressed(document) == ["his"]
    assert breaks(document) == [("space", "Later")]
    assert [part.text for part in document.source.left_out] == ["Aside."]


def test_rtf_characters_italics_and_breaks() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title The Pier}}{\*\x hidden}"
        rb"\pard It\'92s {\i his} bag, \u8212-?\uc0\u233 .\par\par Two \ldblquote yes\rdblquote\line on. "
        rb"\u-10179\u-8704\par Three.\par}"
    )
    document = document_from_bytes(rtf, "x.rtf")
    assert words_of(document) == ["It’s his bag, —?é.", "Two “yes”\non. 😀", "Three."]
    assert stressed(document) == ["his"]
    assert breaks(document) == [("space", "Two “yes”")]
    assert document.source.title == "The Pier"


def test_markdown_marks_go_and_dialogue_dashes_stay() -> None:
    text = (
        "---\ntitle: The Pier\n---\n\n# One\n\nIt was *his*\nbag.\n\n* * *\n\n- Not mine, she said.\n\n# Two\n\nEnd.\n"
    )
    document = document_from_bytes(text.encode(), "x.md")
    assert words_of(document) == ["One", "It was his bag.", "- Not mine, she said.", "Two", "End."]
    assert stressed(document) == ["his"]
    assert breaks(document) == [("rule", "- Not mine, she said.")]
    assert [c.title for c in document[CHAPTERS]] == ["One", "Two"]
    assert document.source.title == "The Pier"


def test_pdf_lines_become_paragraphs_without_page_numbers_and_with_a_warning() -> None:
    lines = [
        (60, 520, "The ferry was late, and nobody on the pier had tho-"),
        (40, 506, "ught to bring a lantern, or a coat that was of any use."),
        (60, 492, "She counted the bags and then she counted them again,"),
    ]
    page = [[(40, 560, "THE PIER"), *lines, (190, 30, str(n))] for n in range(1, 6)]
    document = document_from_bytes(packing.pdf(page), "x.pdf")
    assert "nobody on the pier had thought to bring" in document.text
    assert "THE PIER" not in document.text
    assert not any(c.isdigit() for c in document.text)
    assert len(words_of(document)) == 10
    assert document.source.warnings
