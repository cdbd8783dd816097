"""Making TEI elements; what XML forbids in their words becomes U+FFFD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from unspoken.exports.xml import legal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

Attributes = Mapping[str, str | None]


def element(name: str, attributes: Attributes | None = None) -> Element:
    """An element of TEI.

    Args:
        name: its name.
        attributes: names may begin with ``xml:``; what is None is left out.
    """
    from lxml import etree

    made = etree.Element(f"{{{TEI}}}{name}", nsmap={None: TEI})  # type: ignore[dict-item]  # the stubs know no default
    for key, value in (attributes or {}).items():
        if value is not None:
            put(made, key, value)
    return made


def add(parent: Element, name: str, text: str | None = None, attributes: Attributes | None = None) -> Element:
    """A new last child of an element, with text in it."""
    made = element(name, attributes)
    if text:
        made.text = legal(text)
    parent.append(made)
    return made


def put(target: Element, key: str, value: str) -> None:
    """Give an element an attribute; ``xml:`` at the start of the key is understood."""
    target.set(f"{{{XML}}}{key[4:]}" if key.startswith("xml:") else key, legal(value))


def append_text(target: Element, text: str) -> None:
    """More text at the end of an element, after its last child."""
    last = next(target.iterchildren(reversed=True), None)  # len() would count all children
    if last is None:
        target.text = (target.text or "") + legal(text)
    else:
        last.tail = (last.tail or "") + legal(text)


def certainty(confidence: float) -> str:
    """A confidence as TEI's ``cert``, which may be a probability."""
    return f"{min(1.0, max(0.0, confidence)):.2f}"
