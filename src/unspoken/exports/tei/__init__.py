"""TEI P5: the text with its people, what they say, and what was found, in the form that scholarly editions have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unspoken.exports.outline import Guide
from unspoken.exports.tei.body import body
from unspoken.exports.tei.elements import element
from unspoken.exports.tei.findings import findings, interpretations
from unspoken.exports.tei.header import header, language
from unspoken.exports.tei.ids import ids_of
from unspoken.exports.tei.marks import marks
from unspoken.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = frozenset({"text", "body", "div", "floatingText", "interpGrp"})


def export(story: Story, stem: str) -> dict[str, bytes]:
    """A story as one TEI file.

    Args:
        story: read with any recipe; layers that are empty leave out what they would hold.
        stem: the file's name without its ending.

    Returns:
        The content of the file by its name, ``STEM.tei.xml``.
    """
    return {f"{stem}.tei.xml": tei(story)}


def tei(story: Story) -> bytes:
    """A story as a TEI document in UTF-8.

    The words of all paragraphs are in its body, in order and unchanged, but for code points that XML forbids, which
    become U+FFFD.
    """
    from lxml import etree

    ids = ids_of(story)
    found = list(findings(Guide(story), ids))
    root = element("TEI", {"xml:lang": language(story)})
    header(root, story, ids)
    etree.indent(root[0], "  ", level=1)
    text = element("text")
    body(text, story, ids, list(marks(story, ids, found)))
    interpretations(text, found)
    _break_lines(text)
    root.append(text)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="utf-8") + b"\n"


def _break_lines(target: Element) -> None:
    """Line breaks between blocks, none in a paragraph, whose white space counts."""
    if target.tag.rpartition("}")[2] in _BLOCKS and len(target):
        target.text = "\n"
        for child in target:
            child.tail = "\n"
            _break_lines(child)
