"""Makes small files of each format by hand, for the tests of their readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from urllib.parse import unquote

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(name, words)
    return out.getvalue()


def epub(
    chapters: Mapping[str, str],
    extra: Mapping[str, str] | None = None,
    order: list[str] | None = None,
    guide: str = "",
    unquoted: bool = True,
) -> bytes:
    """An EPUB 3: ``chapters`` gives the body of each file by its href, ``order`` the spine.

    Without ``unquoted`` the files have the per cent signs of their addresses in their names.
    """
    hrefs = list(chapters)
    items = "".join(
        f'<item id="i{n}" href="{href}" media-type="application/xhtml+xml" properties="{_property(href)}"/>'
        for n, href in enumerate(hrefs)
    )
    spine = "".join(f'<itemref idref="i{hrefs.index(h)}"/>' for h in order or hrefs)
    opf = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Pier</dc:title>'
        f"<dc:creator>Ann Other</dc:creator><dc:language>en</dc:language></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": opf,
    }
    for href, body in chapters.items():
        files[f"OEBPS/{unquote(href) if unquoted else href}"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
            f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
        )
    return zipped({**files, **(extra or {})})


def _property(href: str) -> str:
    return "nav" if href.startswith("nav") else ""


def docx(body: str, extra: Mapping[str, str | bytes] | None = None, main: str = "word/document.xml") -> bytes:
    """A DOCX with this XML as its body, and ``main`` as the part that it says is its text."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="{main}"/></Relationships>'
    )
    document = {"word/document.xml": docx_text(body)}
    return zipped({"[Content_Types].xml": types, "_rels/.rels": rels, **document, **(extra or {})})


def docx_text(body: str) -> str:
    """The part of a DOCX that holds its text."""
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def odt(body: str, styles: str = "") -> bytes:
    """An ODT with this XML as its text."""
    spaces = " ".join(f'xmlns:{n}="{OFFICE}:{n}:1.0"' for n in ("office", "text", "style"))
    fo = f'xmlns:fo="{OFFICE}:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces} {fo}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """A PDF of lines (x, y, words) in 12-point Times."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    for n, lines in enumerate(pages):
        drawn = "".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * n} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF".encode()
