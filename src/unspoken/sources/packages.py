"""Zip packages (EPUB, DOCX, ODT) and the XML in them, read with limits on size and without entities of their own."""

from __future__ import annotations

import io
import re
import sys
import zipfile
import zlib
from contextlib import suppress
from html import entities
from typing import Any

from unspoken.errors import BadInput
from unspoken.sources.encodings import decode

LARGEST_MEMBER = 64_000_000  # bytes unpacked; the longest novels have 5,000,000
LARGEST_WHOLE = 256_000_000
MOST_TAGS = 3_000_000  # in one file of a book; a million words with a tag around each have 2,000,000
MOST_ATTRIBUTES = 500  # of one tag
LONGEST_NUMBER = 9  # digits from which it is no character's
_TAG = re.compile(
    r"<!--(?>.*?-->|.*)|<(?:script|style)\b(?>.*?</(?:script|style)|.*)"
    r"|<[a-z](?>[^>=]+|=\s*(?>\"[^\"]*\"|'[^']*'|))*",
    re.S | re.I,
)
_VALUE = re.compile(r"=\s*(?>\"[^\"]*\"|'[^']*')")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.S | re.I)
_DOCTYPE_MARK = re.compile("<!DOCTYPE", re.I)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding=["']([\w.-]+)["']""")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_NUMBER = re.compile(r"&#(?:x0*([0-9a-f]+)|0*([0-9]+));?", re.I)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Package:
    """A zip archive in memory. Members are unpacked one at a time, within limits."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive.

        Raises:
            BadInput: it is broken.
        """
        self.name = name
        self._left = LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise _broken(name) from None
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}

    def __contains__(self, member: str) -> bool:
        return member.lower() in self._names

    def names(self) -> list[str]:
        """The members' names as they stand in the archive."""
        return [info.filename for info in self._zip.infolist()]

    def read(self, member: str) -> bytes:
        """A member's bytes; upper and lower case do not matter.

        Raises:
            BadInput: not there, broken, encrypted, or too large when unpacked.
        """
        info = self._names.get(member.lower())
        if info is None:
            raise BadInput(self.name, f"the archive has no {member}", "the file is broken; get it anew")
        if info.flag_bits & 1:
            raise BadInput(self.name, "the archive is locked with a password", "unlock it first")
        limit = min(LARGEST_MEMBER, self._left)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
            raise _broken(self.name) from None
        if len(data) > limit:
            raise BadInput(self.name, "it unpacks to more than a book can hold", "give a file with the text alone")
        self._left -= len(data)
        return data

    def xml(self, member: str) -> Any:
        """The root of a member's XML, names without their namespaces.

        Raises:
            BadInput: as ``read``; or it is no XML.
        """
        root = parse_xml(self.read(member), self.name)
        if root is None:
            raise BadInput(self.name, f"its {member} cannot be read", "the file is broken; get it anew")
        return root


def parse_xml(data: bytes, name: str) -> Any:
    """The root of an XML tree, forgiving; None where there is none. Document types and their entities are ignored."""
    from lxml import etree

    refuse_many_tags(data, name)
    declared = _DECLARED.match(data[:200])
    encoding = declared[1].decode().lower() if declared else ""
    try:
        text = data.decode(encoding) if encoding.startswith(("iso", "windows", "latin")) else decode(data, name).text
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name).text
    text = _NUMBER.sub(_numbered, _ENTITY.sub(_resolve, without_doctype(_without_declaration(text))))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None
    if root is not None:
        _drop_namespaces(root)
    return root


def _drop_namespaces(root: Any) -> None:
    for node in root.iter():
        if isinstance(node.tag, str):
            with suppress(ValueError):  # a name with a prefix that is not declared, and no name without it
                node.tag = _local(node.tag)
            keys = node.attrib.keys()
            if len(keys) <= MOST_ATTRIBUTES and any("}" in key for key in keys):
                named = node.attrib.items()
                node.attrib.clear()  # at once: a namespace with a brace in it hides a name from every look-up
                for key, value in sorted(named, key=lambda pair: "}" in pair[0]):
                    with suppress(ValueError):  # what no tree may hold: a control character, a number for a name
                        if _local(key) not in node.attrib:
                            node.set(_local(key), value)


def _local(name: str) -> str:
    """A name without its namespace, or the prefix that should stand for one."""
    return name.rsplit("}", 1)[-1].rsplit(":", 1)[-1]


def _resolve(match: re.Match[str]) -> str:
    return match[0] if match[1] in _XML_ENTITIES else entities.html5.get(match[1] + ";", match[0])


def _numbered(match: re.Match[str]) -> str:
    """A character by its number; half of a pair, or what is beyond all characters, is a character lost."""
    digits, base = (match[1], 16) if match[1] else (match[2], 10)
    number = int(digits, base) if len(digits) < LONGEST_NUMBER else sys.maxunicode + 1
    return "\ufffd" if 0xD800 <= number <= 0xDFFF or number > sys.maxunicode else match[0]


def _without_declaration(text: str) -> str:
    declaration = _DECLARATION.match(text)
    return text[declaration.end() :] if declaration else text


def without_doctype(text: str) -> str:
    """Markup without its document type, and so without entities of its own."""
    mark = _DOCTYPE_MARK.search(text)
    doctype = _DOCTYPE.match(text, mark.start()) if mark else None  # not tried again: each try may go to the end
    return text[: doctype.start()] + text[doctype.end() :] if doctype else text


def refuse_many_tags(data: bytes | str, name: str) -> None:
    """Check markup before a tree is made of it, which takes up to a hundred times the room of its tags.

    Raises:
        BadInput: more tags than any book has.
    """
    if (data.count(b"<") if isinstance(data, bytes) else data.count("<")) > MOST_TAGS:
        raise BadInput(name, "it has more tags than a book can have", "give a file with the text alone")


def refuse_many_attributes(text: str, name: str) -> None:
    """Check HTML before a tree is made of it: the parser compares each attribute of a tag with all before it.

    Raises:
        BadInput: more attributes than any tag has.
    """
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > 2 * MOST_ATTRIBUTES and _attributes(tag[0]) > MOST_ATTRIBUTES:
            raise BadInput(name, "a tag in it has more attributes than any can have", "give a file with the text alone")


def _attributes(tag: str) -> int:
    """How many attributes a tag has; none where it is a comment, or a script with all that is in it."""
    if tag[1] == "!" or tag[1:6].lower() in ("scrip", "style"):
        return 0
    return len(_VALUE.sub(" ", tag).replace("/", " ").split())


def _broken(name: str) -> BadInput:
    return BadInput(name, "the archive is broken", "get the file anew")
