"""RTF: its control words read in one pass (striprtf loses italics, and with them what is thought)."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from msgspec import structs

from unspoken.document import Document
from unspoken.layers.source import Source
from unspoken.sources.blocks import Blocks

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S
)
_SKIPPED = frozenset({
    "fonttbl", "colortbl", "stylesheet", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "annotation", "atnid", "atnauthor", "xe", "tc", "txe", "fldinst", "themedata",
    "datastore", "listtable", "listoverridetable", "rsidtbl", "generator", "bkmkstart", "bkmkend", "nonshppict",
    "listtext", "pntext",
})  # fmt: skip
_NOTED = {"footnote": "note", "title": "title", "author": "author"}
_CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "cell": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "‑", "-": "", "\\": "\\", "{": "{", "}": "}"}


@dataclass(frozen=True)
class _State:
    """What a group inherits."""

    italic: bool = False
    hidden: bool = False
    skip: bool = False
    heading: bool = False
    note: str | None = None
    fallback: int = 1  # characters after a \\u that stand in for it


def read_rtf(data: bytes, source: Source) -> Document:
    """A document from the bytes of an RTF file; broken RTF gives what words there are."""
    reader = _Reader(data.decode("latin-1"))
    reader.run()
    source = structs.replace(source, title=reader.noted("title"), author=reader.noted("author"))
    if note := reader.noted("note"):
        reader.blocks.leave_out("note", note)
    return reader.blocks.document(structs.replace(source, left_out=(*source.left_out, *reader.blocks.left_out)))


class _Reader:
    """Reads tokens into blocks."""

    def __init__(self, text: str) -> None:
        self.blocks = Blocks()
        self._text = text
        self._state = _State()
        self._stack: list[_State] = []
        self._bytes = bytearray()
        self._page = "cp1252"
        self._skip = 0  # stand-ins still to be passed over
        self._notes: dict[str, list[str]] = {}
        self._starred = False
        self._high = 0  # the first half of a surrogate pair

    def noted(self, kind: str) -> str | None:
        """Words that went aside."""
        return "".join(self._notes.get(kind, ())).strip() or None

    def run(self) -> None:
        """Read all tokens. What is no RTF is passed over."""
        for match in _TOKEN.finditer(self._text):
            word, number, code, symbol, brace, words = match.groups()
            if code:
                self._byte(int(code, 16))
                continue
            self._flush()
            if brace:
                self._group(brace)
            elif word:
                self._control(word.lower() if word.isupper() else word, number)
            elif symbol:
                self._symbol(symbol)
            elif words:
                self._words(words)
        self._flush()
        self.blocks.end()

    def _group(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            self._stack.append(self._state)
        elif self._stack:
            self._state = self._stack.pop()
        self._starred = False

    def _control(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        starred, self._starred = self._starred, False
        if word in _NOTED:
            self._state = replace(self._state, note=_NOTED[word], skip=False)
        elif word in _SKIPPED or starred:
            self._state = replace(self._state, skip=True)
        elif word == "u" and value is not None:
            self._unicode(value)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in ("par", "sect", "row", "page"):
            self._end(word)
        elif word == "line":
            self._line()
        else:
            self._set(word, value)

    def _set(self, word: str, value: int | None) -> None:
        """Control words that change the state."""
        on = value != 0
        if word == "i":
            self._state = replace(self._state, italic=on)
        elif word in ("v", "deleted"):
            self._state = replace(self._state, hidden=on)
        elif word == "plain":
            self._state = replace(self._state, italic=False, hidden=False)
        elif word == "pard":
            self._state = replace(self._state, heading=False)
        elif word == "outlinelevel":
            self._state = replace(self._state, heading=value is not None and value < 9)
        elif word == "uc" and value is not None:
            self._state = replace(self._state, fallback=min(max(value, 0), 10))
        elif word == "ansicpg" and value:
            self._page = _page(value)
        elif word == "mac":
            self._page = "mac_roman"

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._end("par")
        elif self._skip:
            self._skip -= 1
        else:
            self._put(_SYMBOLS.get(symbol, ""))

    def _unicode(self, value: int) -> None:
        value &= 0xFFFF
        if 0xD800 <= value < 0xDC00:
            self._high = value
        elif 0xDC00 <= value < 0xE000:
            self._put(chr(0x10000 + (self._high - 0xD800) * 0x400 + value - 0xDC00) if self._high else "")
            self._high = 0
        else:
            self._put(chr(value))
        self._skip = self._state.fallback

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _flush(self) -> None:
        if self._bytes:
            words = self._bytes.decode(self._page, "replace")
            self._bytes.clear()
            self._put(words)

    def _words(self, words: str) -> None:
        passed = min(self._skip, len(words))
        self._skip -= passed
        self._put(words[passed:])

    def _put(self, words: str) -> None:
        if not words or self._state.hidden or (self._state.skip and not self._state.note):
            return
        if self._state.note:
            self._notes.setdefault(self._state.note, []).append(words)
        else:
            self.blocks.words(words, self._state.italic)

    def _end(self, word: str) -> None:
        if self._state.note:
            self._put("\n")
        elif not self._state.skip:
            self.blocks.end(heading=self._state.heading, empty_breaks=word == "par")

    def _line(self) -> None:
        if self._state.note:
            self._put("\n")
        elif not self._state.skip:
            self.blocks.line()


def _page(number: int) -> str:
    for name in (f"cp{number}", {10000: "mac_roman", 65001: "utf-8"}.get(number, "")):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return "cp1252"
