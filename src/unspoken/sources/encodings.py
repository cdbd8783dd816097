"""From bytes to clean Unicode text: the encoding found by evidence, what was broken mended and said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from unspoken.errors import BadInput

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta\b[^>]*\bcharset|\?xml\b[^>]*\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_SAMPLE = 200_000  # bytes that the guess looks at
_USUAL = frozenset("‘’“”—–…éèêëàâäçîïôöœùûüæñáíóúßÉÀ£°§«»•·½¼¾")  # what English prose has beyond ASCII
_MOST_ODD = 0.4  # of the letters: in a Western language most are ASCII
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_PLAIN = b"""<p class="Az09">\\u0041 ~~"""  # the same in all encodings that a page can be in
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ONLY_CP1252 = re.escape(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))  # what it has where Latin-1 has nothing
_MOJIBAKE = re.compile(f"[\xc2-\xf4][\x80-\xbf{_ONLY_CP1252}]{{1,3}}")


@dataclass(frozen=True)
class Decoded:
    """Text with LF line ends, the name of its encoding, and sentences on what was mended."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text in ``data``: by byte order mark, then UTF-8, then by what its bytes would mean in other encodings.

    Raises:
        BadInput: the bytes are not text in any encoding.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _clean(data.decode(encoding, "replace"), encoding.removesuffix("-sig"), ())
    if wide := _wide(data):
        return _clean(data.decode(wide, "replace"), wide, ())
    if _binary(data[:_SAMPLE]):
        raise BadInput(name, "this is binary data, not text", "give a text, HTML, EPUB, DOCX, ODT, RTF or PDF file")
    try:
        return _clean(data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        return _legacy(data, name)


def tidy(text: str) -> Decoded:
    """A str made clean: LF line ends, no byte order mark, no control characters or halves of surrogate pairs."""
    return _clean(text, "unicode", ())


def printable(text: str) -> str:
    """The text without control characters and what else is no character."""
    return _NOT_TEXT.sub("", text)


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: Latin text leaves zeros at every second or fourth byte."""
    head = data[:4000]
    if len(head) < 4 or not head.count(0) > len(head) // 5:
        return None
    for encoding, step, at in (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1)):
        filled, rest = head[at::step], head[(at + 1) % step :: step]
        sparse = filled.count(0) < len(filled) // 50 + 1 and rest.count(0) > len(rest) * 0.6
        if sparse and len(data) % step == 0 and (step == 2 or head.count(0) > len(head) * 0.6):
            return encoding
    return None


def _binary(head: bytes) -> bool:
    odd = sum(head.count(bytes((c,))) for c in (*range(9), *range(14, 27), *range(28, 32)))
    return odd > max(8, len(head) // 100) or (len(head) < 100 and odd > 0 and odd * 4 > len(head))


def _legacy(data: bytes, name: str) -> Decoded:
    """Bytes that are not UTF-8: UTF-8 with a few broken bytes, an old Western encoding, or what the bytes look like."""
    mended = data.decode("utf-8", "unspoken-cp1252")
    bad = len(re.findall("\ufffd", data.decode("utf-8", "replace")))
    if bad <= len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data)) // 4:
        return _clean(mended, "utf-8", (f"{bad} broken byte(s) were read as Windows-1252",))
    encoding = _declared(data[:4000]) or _western(data[:_SAMPLE]) or _foreign(data[:_SAMPLE])
    if encoding is None:
        raise BadInput(name, "its encoding could not be told", "save it as UTF-8")
    return _clean(data.decode(encoding, "replace"), encoding, (f"the text was not UTF-8; it was read as {encoding}",))


def _declared(head: bytes) -> str | None:
    """The encoding that a page says it has; None where it cannot be in that, or it is Unicode, which was tried."""
    found = _DECLARED.search(head)
    try:
        encoding = codecs.lookup(found[1].decode()).name if found else "utf-8"
        possible = _PLAIN.decode(encoding, "replace") == _PLAIN.decode()
    except (LookupError, UnicodeError):
        return None
    return _AS_BROWSERS_DO.get(encoding, encoding) if possible and not encoding.startswith("utf") else None


def _western(sample: bytes) -> str | None:
    """Windows-1252 or Mac Roman, whichever makes more of the odd bytes characters that prose has; None if neither."""
    letters = [c for c in sample.decode("latin-1") if c.isalpha()]
    if sum(c > "\x7f" for c in letters) > len(letters) * _MOST_ODD:
        return None
    best, most = None, 0.5
    for encoding in ("cp1252", "mac_roman"):
        odd = [c for c in sample.decode(encoding, "replace") if c > "\x7f"]
        share = sum(c in _USUAL for c in odd) / max(1, len(odd))
        if share > most:
            best, most = encoding, share
    return best


def _foreign(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return found.encoding if found else None


def _clean(text: str, encoding: str, warnings: tuple[str, ...]) -> Decoded:
    notes = list(warnings)
    text = text.removeprefix("\ufeff")
    text = _LINE_END.sub("\n", text)
    if "â€" in text:
        text, count = _MOJIBAKE.subn(_unmangle, text)
        notes.append(f"{count} character(s) were UTF-8 read as Windows-1252 and were put right")
    lost = text.count("\ufffd")
    if lost:
        notes.append(f"{lost} character(s) could not be decoded and stand as U+FFFD")
    text, removed = _NOT_TEXT.subn("", text)
    if removed:
        notes.append(f"{removed} control character(s) were taken out")
    return Decoded(text, encoding, tuple(notes))


def _unmangle(match: re.Match[str]) -> str:
    raw = b"".join(c.encode("cp1252") if c > "\xff" else c.encode("latin-1") for c in match[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("unspoken-cp1252", _as_cp1252)
