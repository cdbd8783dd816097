"""Files made to do harm, too large or too exact to be met by chance. Each is tried once, at the beginning of a run."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from fuzz.inputs import packed
from fuzz.seeds import BODY, ODT, TALK
from fuzz.targets.files import SECRET
from tests.unit.sources import packing

MANY = 1_000_000
LINE = 50_000_000  # bytes
CLIMBING = "../../../../../../../../tmp/climbed-out"
DEEP = 100_000
WORDS = "“Go,” said Ada. "


def cases(target: str, folder: Path) -> dict[str, bytes]:
    """The cases of a target by name; ``folder`` is where a file lies that none of them may bring in."""
    secret = folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    makers = CASES.get(target, {})
    return {name: make(secret.as_uri()) for name, make in makers.items()}


def _external(uri: str) -> str:
    return f"<!DOCTYPE x [<!ENTITY e SYSTEM '{uri}'><!ENTITY % p SYSTEM '{uri}'> %p;]>"


def _laughs() -> str:
    levels = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    return f"<!DOCTYPE x [<!ENTITY l0 'ha'>{levels}]>"


def _bomb(member: str, rest: Mapping[str, str | bytes]) -> bytes:
    """An archive whose one member unpacks to a thousand times its size."""
    return packed(
        [*((n, d.encode() if isinstance(d, str) else d) for n, d in rest.items()), (member, b"<p>a</p>" * 40_000_000)]
    )


def _overlapping() -> bytes:
    """An archive that has the same bytes as many members."""
    members = [("mimetype", b"application/epub+zip"), ("a.opf", b"<package/>"), ("x.xhtml", b"<p>Ada</p>" * MANY)]
    data = packed(members)
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x05\x06"))
    end = data.rindex(b"PK\x05\x06")
    entry = data[start:end]
    directory = data[data.index(b"PK\x01\x02") : end] + entry * 2000
    record = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2003, 2003, len(directory), data.index(b"PK\x01\x02"), 0)
    return data[: data.index(b"PK\x01\x02")] + directory + record


def _lying() -> bytes:
    """An archive that says that its members are small, and encrypted, and packed in ways that nobody knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("a.opf", "<package/>" * 9000)
    data = bytearray(out.getvalue())
    at = data.rindex(b"PK\x01\x02")
    data[at + 10 : at + 12] = b"\x63\x00"
    data[at + 24 : at + 28] = b"\x01\0\0\0"
    return bytes(data)


def _climbing() -> bytes:
    """A book whose members, files and links lead out of it."""
    opf = (
        f"<package><manifest><item id='a' href='{CLIMBING}'/><item id='b' href='file:///etc/passwd'/>"
        "<item id='c' href='http://127.0.0.1:9/x'/></manifest><spine><itemref idref='a'/><itemref idref='b'/>"
        "<itemref idref='c'/></spine></package>"
    )
    link = zipfile.ZipInfo("link.xhtml")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("a.opf", opf)
        archive.writestr(CLIMBING, "<p>Ada</p>")
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


def _attributes() -> str:
    return " ".join(f"a{n}='1'" for n in range(100_000))


def _chapter(body: str | bytes) -> bytes:
    return packing.epub({"a.xhtml": ""}, {"OEBPS/a.xhtml": body})  # type: ignore[dict-item]


def _opf(head: str) -> bytes:
    return packed([("mimetype", b"application/epub+zip"), ("a.opf", f"{head}<package><x>&e;</x></package>".encode())])


def _nested(opening: str, closing: str = "") -> str:
    return opening * DEEP + "Ada" + closing * DEEP


ODF = "application/vnd.oasis.opendocument.text"
EPUB = {"mimetype": "application/epub+zip"}
ONE_FILE = (
    "<package><manifest><item id='b' href='OEBPS/b.xhtml'/></manifest><spine><itemref idref='b'/></spine></package>"
)
ODF_TEXT = "<x><body><text><p>Ada</p></text></body></x>"
CIRCLE = (
    "<style:style style:name='T1' style:parent-style-name='P1'/>"
    "<style:style style:name='P1' style:parent-style-name='T1'/>"
)
Makers = dict[str, Callable[[str], bytes]]
_TEXT: Makers = {
    "nothing": lambda _: b"",
    "no letters": lambda _: "… — 123 🙂 ***\n\n".encode() * 1000,
    "emoji names": lambda _: "“Go,” said 👩‍👩‍👧🏽. 👩‍👩‍👧🏽 loved 🙂. 🙂 knew.\n\n".encode() * 500,
    "right to left": lambda _: "“Go,” \u202eadA dias\u202c \u200fto \u2067Bram\u2069.\n\n".encode() * 2000,
    "halves of pairs": lambda _: "“\ud83d Go,” said \udc00Ada.\n\n".encode("utf-8", "surrogatepass") * 500,
    "zeros": lambda _: "“Go,\0” said\0 Ada.\n\n".encode() * 5000,
    "wide zeros": lambda _: ("A\0" * 5000).encode(),
    "utf-16 that lies": lambda _: b"\xff\xfe" + TALK.encode() * 30,
    "utf-32 that lies": lambda _: b"\xff\xfe\0\0" + TALK.encode() * 30,
    "half a character": lambda _: "Ada ".encode("utf-16") + b"\xd8",
    "utf-7": lambda _: b"<?xml version='1.0' encoding='utf-7'?>+ADw-html+AD4- Ada",
    "marks": lambda _: b'"' * MANY,
    "opening marks": lambda _: "“".encode() * MANY,
    "single marks": lambda _: "‘a ’".encode() * (MANY // 4),
    "one word": lambda _: b"a" * MANY,
    "lines": lambda _: b"\n" * MANY + b"a",
    "stars": lambda _: b"*" * MANY + b"a",
    "lines of a letter": lambda _: b"a\n" * (MANY // 2),
    "numbers": lambda _: b"1\n\n2\n\n" * (MANY // 6),
    "headings": lambda _: b"CHAPTER I\n\n" * (MANY // 11),
    "underlines": lambda _: b"_a" * (MANY // 2),
    "spaces": lambda _: b"a" + b" " * MANY + b"a",
    "combining": lambda _: b"a" + "\u0301".encode() * MANY,
}
_LONG: Makers = {
    "a long line": lambda _: (WORDS * (LINE // len(WORDS.encode()))).encode(),
    "a long line that may just be read": lambda _: (WORDS * (39_000_000 // len(WORDS.encode()))).encode(),
    "a long line of one word": lambda _: b"a" * 39_000_000,
    "many short lines": lambda _: b"a\n" * 19_000_000,
    "broken bytes": lambda _: b"Ada \xe9\xff " * 4_000_000,
    "mojibake": lambda _: "â€œAdaâ€\x9d ".encode() * 2_000_000,
}
_MARKUP: Makers = {
    "deep": lambda _: f"<html><body>{_nested('<div>', '</div>')}".encode(),
    "deep stress": lambda _: f"<html><body>{_nested('<em>')}".encode(),
    "attributes": lambda _: f"<html><body><p {_attributes()}>Ada".encode(),
    "one attribute": lambda _: f"<html><body><p title='{'x' * 20_000_000}'>Ada".encode(),
    "comment": lambda _: b"<html><!--" + b"-" * MANY + b"Ada",
    "external": lambda uri: f"{_external(uri)}<html><body><p>Ada &e;</p><iframe src='{uri}'></iframe>".encode(),
    "laughs": lambda _: f"{_laughs()}<html><body><p>Ada &l11;</p>".encode(),
    "includes": lambda uri: (
        f"<html xmlns:x='http://www.w3.org/2001/XInclude'><x:include href='{uri}' parse='text'/>Ada".encode()
    ),
    "surrogates": lambda _: b"<html><p>&#xD800;&#55357;&#0;&#x110000;&#xFFFF;&#x80; Ada</p>",
    "breaks": lambda _: b"<html><p>Ada" + b"<br>" * 500_000,
    "empty paragraphs": lambda _: b"<html><p>Ada</p>" + b"<p></p>" * 300_000,
    "asides": lambda _: (
        b"<html><div id=preface><a href='archiveofourown.org'>x</a>" + b"<blockquote class='userstuff'>" * 3000 + b"x"
    ),
    "headers": lambda _: b"<html><body>" + b"<header>" * 3000 + b"Ada",
}
_MARKDOWN: Makers = {
    "quotes": lambda _: b">" * 20_000 + b"Ada",
    "stars": lambda _: b"*a **b " * 30_000,
    "all stars": lambda _: b"*" * 100_000 + b"a",
    "ticks": lambda _: b"`a``b```" * 20_000,
    "more and more ticks": lambda _: b" ".join(b"`" * n for n in range(1500)) + b"Ada",
    "brackets": lambda _: b"[" * 50_000 + b"Ada",
    "images": lambda _: b"![" * 50_000 + b"Ada",
    "links": lambda _: b"[a](" * 20_000,
    "entities": lambda _: b"&a" * 100_000,
    "angles": lambda _: b"<a " * 50_000,
    "comments": lambda _: b"# a\n\n# b\n\n" + b"<!--" * 100_000,
    "escapes": lambda _: b"\\*" * 100_000 + b"a",
    "front": lambda _: b"---\n" + b"title: x\n" * 100_000,
    "mixed marks": lambda _: b"*_" * 50_000 + b"Ada",
    "setext": lambda _: b"a\n" * 50_000 + b"===\n",
    "lists": lambda _: b"- " * 20_000 + b"Ada",
}
_XML_HEADS: dict[str, Callable[[str], str]] = {"external": _external, "laughs": lambda _: _laughs()}
_EPUB: Makers = {
    "bomb": lambda _: _bomb("OEBPS/b.xhtml", {**EPUB, "a.opf": ONE_FILE}),
    "one file many times": lambda _: packing.epub({"a.xhtml": "<p>Ada</p>" * 50_000}, order=["a.xhtml"] * 3000),
    "overlapping": lambda _: _overlapping(),
    "lying": lambda _: _lying(),
    "climbing": lambda _: _climbing(),
    "deep": lambda _: _chapter(f"<html><body>{_nested('<div>', '</div>')}</body></html>"),
    "many members": lambda _: packed(
        [("mimetype", b"application/epub+zip"), *((f"{n}.opf", b"<x/>") for n in range(50_000))]
    ),
    "notes": lambda _: _chapter(
        "<html xmlns:e='http://www.idpf.org/2007/ops'><body>" + "<aside e:type='footnote'>" * 3000 + "x"
    ),
    "attributes": lambda _: _chapter(f"<html><body><p {_attributes()}>Ada</p></body></html>"),
    "opf external": lambda uri: _opf(_external(uri)),
    "opf laughs": lambda _: _opf(_laughs()),
    "chapter external": lambda uri: _chapter(f"{_external(uri)}<html><body><p>Ada &e;</p></body></html>"),
    "chapter laughs": lambda _: _chapter(f"{_laughs()}<html><body><p>Ada &l11;</p></body></html>"),
    "chapter in utf-16": lambda uri: _chapter(f"{_external(uri)}<p>Ada &e;</p>".encode("utf-16")),
}
_DOCX: Makers = {
    "bomb": lambda _: _bomb("word/x.xml", {"word/document.xml": packing.docx_text(BODY)}),
    "deep": lambda _: packing.docx(_nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")),
    "deep tables": lambda _: packing.docx(_nested("<w:tbl><w:tr><w:tc>")[:200_000]),
    "external": lambda uri: packing.docx("", {"word/document.xml": _external(uri) + packing.docx_text(BODY)}),
    "climbing": lambda _: packing.docx(BODY, main=CLIMBING),
    "runs": lambda _: packing.docx("<w:p>" + "<w:r><w:t>Ada </w:t></w:r>" * 100_000 + "</w:p>"),
    "notes": lambda _: packing.docx("<w:p>" + "<w:r><w:footnoteReference w:id='1'/></w:r>" * 20_000 + "</w:p>"),
}
_ODT: Makers = {
    "bomb": lambda _: _bomb("styles.xml", {"mimetype": ODF, "content.xml": ODF_TEXT}),
    "deep": lambda _: packing.odt(_nested("<text:section>", "</text:section>")),
    "deep spans": lambda _: packing.odt("<text:p>" + _nested("<text:span>", "</text:span>") + "</text:p>"),
    "spans": lambda _: packing.odt("<text:p>" + "<text:span>a</text:span>" * 200_000 + "</text:p>"),
    "notes": lambda _: packing.odt("<text:p>" + "<text:note><text:p>x</text:p>" * 3000),
    "breaks": lambda _: packing.odt("<text:p>Ada" + "<text:line-break/>" * 300_000 + "</text:p>"),
    "external": lambda uri: packed(
        [("mimetype", ODF.encode()), ("content.xml", (_external(uri) + ODF_TEXT.replace("Ada", "Ada &e;")).encode())]
    ),
    "styles in a circle": lambda _: packing.odt(ODT, CIRCLE),
}
_RTF: Makers = {
    "groups": lambda _: b"{\\rtf1 " + b"{" * MANY + b"Ada",
    "ends": lambda _: b"{\\rtf1 Ada" + b"}" * MANY,
    "bytes": lambda _: b"{\\rtf1 Ada" + b"\\'e9" * 500_000,
    "pages": lambda _: b"{\\rtf1 " + b"\\ansicpg1250 a" * 50_000,
    "lines": lambda _: b"{\\rtf1 Ada" + b"\\line " * 300_000,
    "italics": lambda _: b"{\\rtf1 " + b"\\i a\\i0 b" * 200_000,
    "notes": lambda _: b"{\\rtf1 Ada" + b"{\\footnote x}" * 100_000,
}
_PDF: Makers = {
    "pages": lambda _: packing.pdf([[(50, 500, "Ada left.")]] * 2000),
    "count": lambda _: packing.pdf([[(50, 500, "Ada left.")]]).replace(b"/Count 1", b"/Count 99999999"),
    "circle": lambda _: packing.pdf([[(50, 500, "Ada left.")]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    "words": lambda _: packing.pdf([[(50, 500, "Ada")] * 20_000]),
    "large page": lambda _: packing.pdf([[(50, 500, "Ada left.")]]).replace(b"[0 0 400 600]", b"[0 0 9e9 9e9]"),
    "nothing": lambda _: b"%PDF-1.4\nstartxref\n0\n%%EOF",
}
_JSON: Makers = {
    "deep": lambda _: b'{"unspoken":' + b"[" * DEEP,
    "deep objects": lambda _: b'{"a":' * DEEP,
    "long number": lambda _: b'{"unspoken": ' + b"9" * MANY + b"}",
    "long text": lambda _: b'{"unspoken": "' + b"9" * LINE + b'"}',
}
_CORRECTIONS: Makers = {
    "large": lambda _: b"#" * 6_000_000,
    "deep": lambda _: b"a = " + b"[" * DEEP,
    "deep tables": lambda _: b"a = " + b"{a=" * DEEP,
    "dots": lambda _: b"a" + b".a" * 20_000 + b" = 1",
    "many": lambda _: b'[[nobody]]\nname = "Rain"\n' * 3000,
    "many names": lambda _: (
        f"[[same]]\npeople = [{', '.join(f'{chr(34)}n{n}{chr(34)}' for n in range(3000))}]".encode()
    ),
    "long name": lambda _: f'[[nobody]]\nname = "{"x" * 2_000_000}"\n'.encode(),
    "long passage": lambda _: f'[[wrong]]\nclaim = "feelings"\npassage = "{"you came " * 100_000}"\n'.encode(),
}
CASES: dict[str, Makers] = {
    "text": _TEXT | _LONG,
    "story-text": _TEXT,
    "html": _MARKUP,
    "markdown": _MARKDOWN,
    "epub": _EPUB,
    "docx": _DOCX,
    "odt": _ODT,
    "rtf": _RTF,
    "pdf": _PDF,
    "json": _JSON,
    "corrections": _CORRECTIONS,
}
