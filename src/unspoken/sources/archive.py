"""What the Archive of Our Own puts around a work: tags, summaries, notes, title and author."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from unspoken.layers.source import Source
from unspoken.sources.blocks import Blocks

_TAGS = '//dl[contains(@class, "tags") or contains(@class, "work meta")]'
_ASIDE = '//blockquote[contains(concat(" ", @class, " "), " userstuff ")]'
_LABELS = " | ".join(
    f'//*[contains(concat(" ", @class, " "), " {name} ")]'
    for name in ("message", "landmark", "endnote-link", "toc-heading", "byline", "jump", "module")
)


def is_work(root: Any) -> bool:
    """True for a work of the archive, downloaded or saved from its page, or for one file of its EPUB."""
    marked = root.xpath('//*[@id="preface" or @id="afterword" or @id="workskin" or @id="chapters"]')
    return bool(marked) and any("archiveofourown.org" in href for href in root.xpath("//a/@href"))


def take_around(root: Any, source: Source, blocks: Blocks) -> Source:
    """Move what is not the story from the tree to what ``blocks`` leaves out; title and author go into the source."""
    titles = root.xpath('//*[@id="preface" or @id="workskin"]//*[self::h1 or self::h2 and contains(@class, "title")]')
    authors = root.xpath('//*[contains(@class, "byline")]//a[contains(@rel, "author")]')
    title = next(filter(None, map(words_of, titles)), None)
    author = ", ".join(dict.fromkeys(filter(None, map(words_of, authors)))) or None
    for node in root.xpath(_TAGS):
        blocks.leave_out("tags", "\n".join(node.itertext()))
        drop(node)
    for node in root.xpath(_ASIDE):
        _leave_aside(node, blocks)
    for node in root.xpath(_LABELS):
        drop(node)
    _keep_chapters(root)
    return structs.replace(source, title=title or source.title, author=author or source.author)


def words_of(node: Any) -> str | None:
    """All words in a node, white space folded; None if there are none."""
    return " ".join("".join(node.itertext()).split()) or None


def _leave_aside(node: Any, blocks: Blocks) -> None:
    """Leave out a summary or note with the line above that says which it is."""
    label = node.getprevious()
    name = (words_of(label) or "").lower() if label is not None and label.tag in ("p", "h3", "h4") else ""
    blocks.leave_out("summary" if "summary" in name else "note", "\n".join(node.itertext()))
    if name:
        drop(label)
    drop(node)


def _keep_chapters(root: Any) -> None:
    """Drop all that is not in the chapters."""
    found = root.xpath('//*[@id="chapters"]')
    for node in root.xpath('//*[@id="preface" or @id="afterword"]'):
        drop(node)
    if not found:
        return
    above = {found[0], *found[0].iterancestors()}
    for node in [child for parent in found[0].iterancestors() for child in parent if child not in above]:
        drop(node)


def drop(node: Any) -> None:
    """Take a node out of the tree; the words after it stay."""
    parent = node.getparent()
    if parent is None:
        return
    before, tail = node.getprevious(), node.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(node)
