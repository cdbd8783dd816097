"""Descriptions of inputs for hypothesis: soups of a format's own words, and seeds with pieces broken in them."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from fuzz.seeds import SEEDS
from tests.contract.texts import FRAGMENTS
from tests.unit.sources import packing

ODD = (
    "\0", "\ufeff", "\u202e", "\u200f", "\u2028", "\x85", "\x0b", "\x0c", "\r", "\r\n", "\xad", "\ufffd", "\uffff",
    "🙂", "👩‍👩‍👧🏽",
    "\U000e0001", "é", "e\u0301", "שלום", "مرحبا", "“", "”", "‘", "’", '"', "'", "«", "—", "…", "_", "*", "#", "<",
    ">", "&", "%",
    "\\", "9" * 30, "-1", " ", "\t", "\n\n", "A" * 500, "İ", "ß", "ǅ", "½", "①", "Ⅷ", "٣", "²",
)  # fmt: skip
PACKED = ("epub", "docx", "odt")
BROKEN = (
    b"\0", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xed\xb0\x80", b"\xc0\x80",
    b"\x80" * 9,
    b"]]>", b"&x;", b"&#xD800;", b"&#0;", b"&#x110000;", b"<!--", b"<![CDATA[", b"<?xml encoding='utf-7'?>",
    b"charset=utf-16",
    b"charset=idna", b"encoding='rot13'", b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
    b"<x:y xmlns:x=''>",
    b"../../../x", b"/etc/x", b"C:\\x", b"%00", b"%2e%2e%2f", b"99999999999999999999", b"-1", b"\x1b[31m", b"\r\n",
    b"PK\x03\x04",
    b"\\u-10179", b"\\bin9", b"{" * 40, b"}" * 40, b"\xf0\x9f\x99\x82", b"id=''", b"style='font-style:italic'",
    b"''", b'""',
)  # fmt: skip
WORDS: dict[str, tuple[str, ...]] = {
    "text": (*FRAGMENTS, "CHAPTER I", "IV", "Part Two", "*** START OF THE PROJECT GUTENBERG EBOOK X ***", "\n", "\n\n"),
    "markdown": ("# ", "## One", "---\n", "title: x\n", "> ", "*", "**", "_", "`", "```\n", "<br>", "<!--", "-->",
    "[a](b)", "\n\n"),
    "html": (
        "<p>", "</p>", "<em>", "</em>", "<div id='chapters'>", "</div>", "<div id=preface>",
        "<a href='archiveofourown.org'>",
        "<blockquote class='userstuff'>", "</blockquote>", "<dl class='tags'>", "<br>", "<hr>", "<pre>", "<head>",
        "<table>",
        "<body>", "<html>", "<svg>", "<!-- x -->", "<h1>", "</h1>", "<header>", "<p hidden>",
        "<span style='font-style:normal'>",
        "<div class='pg-boilerplate'>", "<title>", "<![CDATA[", "&nbsp;", "&#xD800;", "<?x?>", "</html>", "<frameset>",
    ),
    "epub": (
        "<p>", "</p>", "<aside epub:type='footnote'>", "</aside>", "<a epub:type='noteref'>1</a>",
        "<section epub:type='toc'>",
        "</section>", "<body>", "</body>", "<?x?>", "<!-- x -->", "<x:y/>", "<p xmlns='a'>", "&eacute;", "<html/>",
        "<em>", "</em>",
    ),
    "docx": (
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>Ada</w:t>", "<w:t/>", "<w:br/>", "<w:tab/>",
        "<w:sym w:char='F0E0'/>",
        "<w:sym w:char='x' w:font='y'/>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>",
        "<w:footnoteReference w:id='9'/>",
        "<w:hyperlink w:anchor='x'>", "</w:hyperlink>", "<w:pPr><w:pStyle w:val='Title'/></w:pPr>",
        "<w:rPr><w:i/></w:rPr>",
        "<w:fldChar w:fldCharType='begin'/>", "<w:fldChar w:fldCharType='end'/>",
        "<w:instrText>HYPERLINK</w:instrText>",
        "<w:numPr><w:ilvl w:val='99'/><w:numId w:val='x'/></w:numPr>", "<w:sdt/>", "<w:pict/>", "<w:vMerge/>",
        "<w:drawing/>",
    ),
    "odt": (
        "<text:p>", "</text:p>", "<text:h>", "</text:h>", "<text:span text:style-name='T1'>", "</text:span>",
        "<text:s/>",
        "<text:note>", "</text:note>", "<text:line-break/>", "<text:list><text:list-item>",
        "</text:list-item></text:list>",
        "<text:tracked-changes>", "</text:tracked-changes>", "<!-- x -->", "<?x y?>", "Ada",
        "<text:p text:style-name='P1'/>",
    ),
    "rtf": (
        "{", "}", "\\par ", "\\i ", "\\i0 ", "\\u8217?", "\\u-10179 ?", "\\u56832 ?", "\\uc0 ", "\\uc-9 ", "\\'e9",
        "\\'", "\\*", "\\v ",
        "\\footnote ", "\\title ", "\\ansicpg0 ", "\\ansicpg65001 ", "\\ansicpg99999 ", "\\ansicpg037 ", "\\mac ",
        "\\bin9 ", "\\\n",
        "\\line ", "\\pict ", "\\outlinelevel0 ", "\\~", "\\", "\\page ", "\\plain ",
    ),
    "pdf": ("Ada", "Rain.", "1", "-", "page 2 of 9", "\\(", "\\)", "\\777", "\\000", "“"),
}  # fmt: skip


def soup(kind: str) -> st.SearchStrategy[str]:
    """A format's own words, words of stories and odd characters, in any order."""
    own, other = st.sampled_from(WORDS[kind]), st.sampled_from((*ODD, *FRAGMENTS[:8], "said", "Ada", "\n"))
    halves = () if kind in PACKED else (st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF),)
    return st.lists(st.one_of(own, own, other, st.characters(codec="utf-8"), *halves), max_size=40).map("".join)


def files(kind: str) -> st.SearchStrategy[bytes]:
    """Files of a format, well made and broken."""
    made = {
        "epub": st.dictionaries(_href(), soup("epub"), min_size=1, max_size=3).map(packing.epub),
        "docx": soup("docx").map(packing.docx),
        "odt": st.builds(packing.odt, soup("odt"), soup("odt")),
        "pdf": st.lists(st.lists(_line(), max_size=6), max_size=3).map(packing.pdf),
    }
    plain = soup(kind).flatmap(lambda text: st.sampled_from(("utf-8", "utf-16", "utf-32-be", "cp1252", "utf-8")).map(
        lambda code: _prefix(kind) + text.encode(code, "surrogatepass" if code.startswith("utf") else "replace")
    ))  # fmt: skip
    sound = made[kind].filter(bool) if kind in made else plain
    start = st.sampled_from(SEEDS[kind]) | sound
    broken = broken_bytes(start)
    return sound | broken | repacked(start) if kind in PACKED else sound | broken


def _prefix(kind: str) -> bytes:
    return {"rtf": b"{\\rtf1 ", "html": b"<html>"}.get(kind, b"")


def _href() -> st.SearchStrategy[str]:
    return st.sampled_from(
        ("a.xhtml", "nav.xhtml", "../../x", "/etc/x", "b%20c", "%00", "🙂", "\\x", "a#b", "", "META-INF/x")
    )


def _line() -> st.SearchStrategy[tuple[int, int, str]]:
    place = st.integers(-(10**6), 10**6) | st.integers(0, 600)
    words = soup("pdf").map(
        lambda text: text.encode("latin-1", "ignore").decode("latin-1").encode("ascii", "ignore").decode()
    )
    return st.tuples(place, place, words)


@st.composite
def broken_bytes(draw: Any, start: st.SearchStrategy[bytes]) -> bytes:
    """A seed with bits turned, pieces cut out, said twice or put in, or its end cut off."""
    data: bytes = draw(start)
    for _ in range(draw(st.integers(1, 4))):
        data = _broken(draw, data)
    return data


def _broken(draw: Any, data: bytes) -> bytes:
    at: int = draw(st.integers(0, 2**16)) * len(data) >> 16
    size: int = draw(st.sampled_from((1, 2, 4, 16, 64, 512)))
    how = draw(st.sampled_from(("flip", "cut", "twice", "end", "put", "fill", "words")))
    if how == "flip" and at < len(data):
        bit: int = draw(st.integers(0, 7))
        return data[:at] + bytes((data[at] ^ 1 << bit,)) + data[at + 1 :]
    if how == "cut":
        return data[:at] + data[at + size :]
    if how == "twice":
        return data[: at + size] + data[at:]
    if how == "end":
        return data[:at]
    if how == "fill":
        return data[:at] + b"\xff" * min(size, len(data) - at) + data[at + size :]
    put: bytes = draw(st.sampled_from(BROKEN)) if how == "put" else draw(st.sampled_from(ODD)).encode()
    return data[:at] + put + data[at:]


@st.composite
def repacked(draw: Any, start: st.SearchStrategy[bytes]) -> bytes:
    """An archive with one member broken, renamed, left out or there twice, packed anew."""
    with zipfile.ZipFile(io.BytesIO(draw(start))) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = draw(st.integers(0, len(members) - 1))
    name, data = members[at]
    how = draw(st.sampled_from(("break", "break", "break", "name", "none", "twice", "lies")))
    if how == "break":
        members[at] = (name, _broken(draw, _broken(draw, data)))
    elif how == "name":
        members[at] = (draw(_href()) or "x", data)
    elif how == "lies":
        members[at] = (
            name,
            data.replace(b"utf-8", draw(st.sampled_from((b"utf-16", b"utf-7", b"cp037", b"x", b"idna")))),
        )
    elif how == "none":
        del members[at]
    else:
        members.append((name.swapcase(), _broken(draw, data)))
    return packed(members)


def packed(members: Sequence[tuple[str, bytes]]) -> bytes:
    """An archive of members, whose names need not differ."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()
